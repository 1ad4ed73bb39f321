package org.huzhu.quarters.designated;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.huzhu.quarters.designated.Designation.Kind;
import org.springframework.stereotype.Component;

/**
 * Who of an office is designated, as a list that a trial is bound to. It works in the transaction at hand and asks no
 * rights; what it gives is to be sealed.
 */
@Component
public class DesignatedList {

    private static final String HEADER = "id_number,since,until\n";

    private final JdbcDesignations designations;

    DesignatedList(JdbcDesignations designations) {
        this.designations = designations;
    }

    /** The same people and days give the same bytes; nobody gives none. */
    public byte[] of(Kind kind, String office) {
        String lines = designations.list(kind, office);
        return (lines.isEmpty() ? "" : HEADER + lines).getBytes(UTF_8);
    }
}
