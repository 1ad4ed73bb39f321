package org.huzhu.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Texts as the bytes that are sealed and digested. */
final class Texts {

    private Texts() {}

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static String of(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
