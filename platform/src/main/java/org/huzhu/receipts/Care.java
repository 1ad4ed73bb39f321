package org.huzhu.receipts;

/** What a medical receipt is for. Names are stored: never rename one. */
public enum Care {
    OUTPATIENT("门诊"),
    INPATIENT("住院");

    private final String word;

    Care(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
