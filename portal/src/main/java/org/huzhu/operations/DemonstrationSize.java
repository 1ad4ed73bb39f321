package org.huzhu.operations;

/** How much a demonstration is filled with. */
public enum DemonstrationSize {
    /** A few thousand people. */
    USUAL,
    /** Besides, all that the district of Dongcheng collected from 2014 to 2018, with the people behind it. */
    DISTRICT
}
