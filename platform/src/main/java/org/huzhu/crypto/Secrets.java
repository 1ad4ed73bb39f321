package org.huzhu.crypto;

import java.util.UUID;

/** Seals, opens and finds what must not be read in the database's files, dumps or logs. */
public interface Secrets {

    /**
     * Seals the text, each time to other bytes.
     *
     * @param row the row that it will stand in; it opens in no other
     */
    default byte[] seal(Field field, UUID row, String clear) {
        return sealBytes(field, row, Texts.bytes(clear));
    }

    /**
     * Opens what was sealed for this field of this row.
     *
     * @throws SealBroken if the bytes were changed, or sealed for another place
     */
    default String open(Field field, UUID row, byte[] sealed) {
        return Texts.of(openBytes(field, row, sealed));
    }

    /** The same for bytes, such as a piece of a file. */
    byte[] sealBytes(Field field, UUID row, byte[] clear);

    /**
     * The same for bytes.
     *
     * @throws SealBroken if the bytes were changed, or sealed for another place
     */
    byte[] openBytes(Field field, UUID row, byte[] sealed);

    /**
     * What stands in an index for a text, so that equal texts are found: 32 bytes of keyed SM3.
     *
     * @param normal the text in its one normal form, such as an identity number with a capital X
     */
    byte[] index(Field field, String normal);
}
