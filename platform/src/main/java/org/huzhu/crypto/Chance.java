package org.huzhu.crypto;

import java.util.Base64;

/** Where what nobody may guess comes from. */
@FunctionalInterface
public interface Chance {

    /** So many bytes that nobody can foretell. */
    byte[] bytes(int count);

    /** So many bytes as a text of letters, digits, - and _: four signs for each three bytes. */
    default String token(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }
}
