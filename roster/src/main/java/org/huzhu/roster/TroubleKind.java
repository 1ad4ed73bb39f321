package org.huzhu.roster;

/** What can be wrong with a cell of a roster. */
public enum TroubleKind {
    /** Nothing stands where something must. */
    MISSING,
    /** #N/A and the like. */
    CELL_ERROR,
    /** A formula that was saved without its result. */
    UNCALCULATED,
    /** A long number that a spreadsheet kept as a number, so that its end is lost. */
    LOST_DIGITS,
    ID_LENGTH,
    ID_SIGN,
    ID_CHECK,
    ID_BIRTH,
    /** The number of another paper does not look as it should. */
    PAPER_FORM,
    PAPER_KIND_UNKNOWN,
    /** The number looks like that of another paper, and no kind is given. */
    PAPER_KIND_MISSING,
    TWO_PERSONS,
    NAME_SIGN,
    /** A rare character that was lost on the way, or stands in a font of its own. */
    NAME_LOST_SIGN,
    SEX_UNKNOWN,
    SEX_DISAGREES,
    BIRTH_DISAGREES,
    DATE_UNKNOWN,
    DATE_IMPOSSIBLE,
    /** It could be several days. */
    DATE_AMBIGUOUS,
    DATE_WITHOUT_DAY,
    PHONE_WRONG,
    CARD_WRONG,
    SHARES_WRONG,
    /** A word that is not among those that are allowed. */
    NOT_A_CHOICE,
    TOO_LONG,
    /** Another row has the same paper. */
    REPEATED,
    /** The row can be read; who asked for it does not take it. */
    REFUSED
}
