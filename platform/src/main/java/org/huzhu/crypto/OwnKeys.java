package org.huzhu.crypto;

import java.util.UUID;

/**
 * Seals what lies outside of the database, each thing with a key of its own. The key stands sealed in the row of the
 * thing, in a {@link SealedColumn}: when the field's key changes, the few bytes of the row are sealed again and what
 * lies outside stays as it is; when the row is deleted, what lies outside can never be opened again.
 */
public interface OwnKeys {

    /** A fresh key, sealed as {@link Secrets} seals a value of the field in this row. */
    byte[] make(Field field, UUID row);

    /**
     * Seals the clear bytes with the key.
     *
     * @param key as it stands in its row
     * @param place which part of the thing they are, such as a page; they open as no other
     * @throws SealBroken if the key was changed, or made for another place
     */
    byte[] seal(OwnKey key, String place, byte[] clear);

    /**
     * Opens what was sealed as this place.
     *
     * @throws SealBroken if the bytes or the key were changed, or sealed for another place
     */
    byte[] open(OwnKey key, String place, byte[] sealed);
}
