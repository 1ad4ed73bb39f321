package org.huzhu.signon;

/** Somebody for whom the issuer vouches. Only this room makes one, of what it has verified. */
public final class Vouched {

    private final byte[] digest;

    Vouched(byte[] digest) {
        this.digest = digest.clone();
    }

    /** The keyed digest of the issuer and of what it calls him, 32 bytes; always the same for the same person. */
    public byte[] digest() {
        return digest.clone();
    }
}
