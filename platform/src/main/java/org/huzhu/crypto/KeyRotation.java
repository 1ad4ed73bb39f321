package org.huzhu.crypto;

/** Changes keys while the society runs. */
public interface KeyRotation {

    /** Makes a new key for the field: it seals what is new, the old one still opens what it sealed. */
    void rotate(Field field);

    /**
     * Seals again with the newest key whatever an older one of the field had sealed, a thousand rows to a transaction.
     *
     * @return how many values were sealed again
     */
    long reseal(Field field);
}
