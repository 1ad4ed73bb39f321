package org.huzhu.quarter;

/** Why a row was not accepted; the first that fits is given, in this order. */
public enum Reason {
    /** The row does not have the form that its file asks for. */
    BAD_ROW,
    /** The identity number has a wrong length, date or check character. */
    BAD_ID,
    /** The total and the sum of its five parts differ by more than one fen. */
    AMOUNTS_DISAGREE,
    /** Settled in another year, or after the quarter. */
    OUT_OF_YEAR,
    /** An earlier row has the same number and the same content. */
    DUPLICATE,
    /** An earlier row has the same number and another content. */
    CONFLICTING,
    /** What the row takes back was not accepted, or takes something back itself. */
    CANCELS_UNKNOWN,
    /** What the row takes back has been taken back already. */
    CANCELLED_TWICE,
    /** The person is not in the register. */
    UNKNOWN_PERSON,
    /** None of the person's cards was valid on the day of settlement. */
    NOT_COVERED
}
