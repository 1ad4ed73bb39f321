package org.huzhu.claims.likeness;

import java.util.UUID;

/** That another claim is like the one that is looked at. */
public record Likeness(UUID claim, String number, Why why) {

    /** In what it is like it. */
    public enum Why {
        /** A stay of the same days, of which the patient bore the same sum or nearly so. */
        STAY,
        /** A bill of the same hospital on the same day, of the same sum or nearly so. */
        BILL,
        /** A receipt whose number looks the same, under another code or with letters that people mistake. */
        RECEIPT,
        /** The same file was brought. */
        PAPER
    }
}
