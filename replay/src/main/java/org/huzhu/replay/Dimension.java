package org.huzhu.replay;

/** By what amounts can be grouped. */
public enum Dimension {
    /** The plan and the clause that gives. */
    PLAN,
    /** The calendar year of the day that counts. */
    YEAR,
    /** The agency (代办处) of the member. */
    AGENCY,
    /** The sex of the member. */
    SEX,
    /** The age of the member, in bands of ten full years, on the day of the first event that is paid for. */
    AGE
}
