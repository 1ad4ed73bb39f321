package org.huzhu.city;

/** What settling must make of a row: accept it, or refuse it for this reason. */
public enum Verdict {
    ACCEPTED,
    BAD_ROW,
    BAD_ID,
    AMOUNTS_DISAGREE,
    OUT_OF_YEAR,
    DUPLICATE,
    CONFLICTING,
    CANCELS_UNKNOWN,
    CANCELLED_TWICE,
    UNKNOWN_PERSON,
    NOT_COVERED
}
