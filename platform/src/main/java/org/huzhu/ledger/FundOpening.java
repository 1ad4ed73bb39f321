package org.huzhu.ledger;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.huzhu.kernel.Require;

/**
 * A fund that is to be opened.
 *
 * @param code digits, capital letters and hyphens; one in the whole society
 * @param path the organisation that it is to belong to
 * @param day the first day on which something may be posted
 */
public record FundOpening(String code, String name, Fund.Kind kind, String path, LocalDate day) {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z-]{1,40}");

    public FundOpening {
        Require.that(CODE.matcher(code).matches(), "'%s' is no code of a fund", code);
        Require.that(name.length() >= 2 && name.length() <= 100, "A fund has a name, not '%s'", name);
    }
}
