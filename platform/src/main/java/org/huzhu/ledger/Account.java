package org.huzhu.ledger;

import java.util.regex.Pattern;
import org.huzhu.kernel.Require;

/**
 * An account (科目) of a fund.
 *
 * @param code four to twelve digits, unique within the fund; what begins with the code of another is a part of it
 */
public record Account(String code, String name, Kind kind) {

    private static final Pattern CODE = Pattern.compile("[0-9]{4,12}");

    /** What an account stands for. Names are stored: never rename one. */
    public enum Kind {
        /** 资产. */
        ASSET,
        /** 负债. */
        LIABILITY,
        /** 净资产, among it what is set aside (准备金). */
        EQUITY,
        /** 收入. */
        INCOME,
        /** 支出. */
        EXPENSE
    }

    public Account {
        Require.that(isCode(code), "The code of an account has four to twelve digits, not '%s'", code);
        Require.that(name.length() >= 2 && name.length() <= 100, "An account has a name, not '%s'", name);
    }

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }
}
