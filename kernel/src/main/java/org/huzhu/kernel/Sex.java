package org.huzhu.kernel;

/** The sex of a person as a resident identity number states it: its seventeenth digit is odd for a man. */
public enum Sex {
    FEMALE,
    MALE
}
