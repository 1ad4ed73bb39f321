package org.huzhu.notices;

import java.util.List;

/**
 * What a member can be told. How it is worded stands in {@code wordings.txt}; here is what each leaves open. Names are
 * stored, and the order of their words is: never change either.
 */
public enum Template {
    /** Cover comes into force: of how many plans, and the first day, such as 2026-04-01. */
    ENROLLED("count from"),
    /** A claim was taken in: its number, and the day by which it is answered. */
    CLAIM_FILED("number until"),
    CLAIM_RETURNED("number"),
    /** The sum in yuan, such as 1,200.00. */
    CLAIM_APPROVED("number sum"),
    CLAIM_REFUSED("number"),
    CLAIM_WITHDRAWN("number"),
    CLAIM_REOPENED("number"),
    /** The sum in yuan, and the last four digits of the card. */
    BENEFIT_PAID("sum card"),
    BENEFIT_RETURNED_BY_BANK("sum"),
    /** The quarter, the sum in yuan, and the last four digits of the card. */
    QUARTER_PAID("year quarter sum card"),
    /** No bank takes his name or card: the quarter, and the sum in yuan. */
    QUARTER_CARD_WANTED("year quarter sum"),
    /** For what lies above the ceiling of a year: the sum in yuan, and the last four digits of the card. */
    YEAR_PAID("year sum card"),
    /** The same, where no bank takes his name or card: the sum in yuan. */
    YEAR_CARD_WANTED("year sum"),
    /** The last four digits of the card. */
    CARD_CHANGED("card"),
    /** The sum in yuan, and the day by which it is asked for. */
    RECOVERY_ASKED("sum until"),
    /** Somebody filed a claim for him: its number, and the day by which it is answered. */
    CLAIM_FILED_FOR_HIM("number until"),
    /** What whoever acts for him is called, masked. */
    PROXY_ACCEPTED("name"),
    PROXY_GAVE_BACK("name");

    private final String words;

    Template(String words) {
        this.words = words;
    }

    /** What the wording leaves open, in the order in which it is kept. */
    public List<String> words() {
        return List.of(words.split(" "));
    }
}
