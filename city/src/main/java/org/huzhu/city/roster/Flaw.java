package org.huzhu.city.roster;

/** What is wrong with a row of a made-up roster, so that nobody can be taken in from it. */
public enum Flaw {
    /** The identity number was kept as a number, and its last three digits are gone. */
    ID_AS_NUMBER,
    /** The identity number as a spreadsheet shows it: 1.10101E+17. */
    ID_SCIENTIFIC,
    /** One digit of the identity number was mistyped. */
    ID_CHECK,
    /** One digit of the identity number is missing. */
    ID_SHORT,
    /** The identity number was forgotten. */
    ID_MISSING,
    /** The identity number is that of the row before. */
    ID_REPEATED,
    NAME_MISSING,
    /** Two names in one cell. */
    NAME_OF_TWO,
    /** The other sex than that of the identity number. */
    SEX,
    /** Another birthday than that of the identity number. */
    BIRTH,
    /** A phone of ten digits. */
    PHONE,
    /** One digit of the card was mistyped. */
    CARD,
    /** The result of a formula that found nothing. */
    ERROR_CELL,
    /** 30 February. */
    IMPOSSIBLE_DAY
}
