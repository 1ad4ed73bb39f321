package org.huzhu.quarter.table;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of bytes that come in pieces. */
final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    void update(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    /** The digest in hexadecimal; what comes after starts anew. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
