package org.huzhu.quarter.table;

/**
 * Some whole lines of a file, in UTF-8: the bytes from {@code from} to {@code to}, exclusive. Records are not split.
 */
public final class Block {

    public final byte[] bytes;
    public final int from;
    public final int to;

    Block(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }
}
