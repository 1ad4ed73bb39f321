package org.huzhu.quarter;

/** Some whole lines of a file, in UTF-8: the bytes from {@code from} to {@code to}, exclusive. Records are not split. */
final class Block {

    final byte[] bytes;
    final int from;
    final int to;

    Block(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }
}
