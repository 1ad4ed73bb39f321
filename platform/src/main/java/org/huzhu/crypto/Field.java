package org.huzhu.crypto;

/** A field whose values are sealed; each has an index key of its own. Names are stored: never rename one. */
public enum Field {
    /** Identity numbers and those of other papers. */
    ID_NUMBER,
    /** Union cards and bank cards. */
    CARD,
    PHONE,
    ADDRESS,
    /** What a person wrote in his own words. */
    WORDS,
    DIAGNOSIS,
    /** Pieces of files that were brought. */
    FILE,
    /** What one-time codes of an account are made from. */
    TOTP,
    /** What a browser carries while its holder signs in elsewhere, and who he is there. */
    SIGN_ON
}
