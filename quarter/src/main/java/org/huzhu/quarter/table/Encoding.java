package org.huzhu.quarter.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The two ways in which the text of an input may be written. A file is UTF-8 if all of it is; else GB18030.
 *
 * <p>Comma, quote and line end are one byte in both and never part of another character, so that a file can be cut into
 * lines before its encoding is known.
 */
enum Encoding {
    UTF_8,
    GB18030;

    private static final Charset CHINESE = Charset.forName("GB18030");

    /** Where the bytes stop being this encoding, or -1 if they never do. */
    int firstWrong(byte[] bytes, int from, int to) {
        return this == UTF_8 ? firstNotUtf8(bytes, from, to) : firstNotChinese(bytes, from, to);
    }

    /** The block in UTF-8; its bytes must be of this encoding. */
    Block inUtf8(Block block) {
        if (this == UTF_8) {
            return block;
        }
        String text = new String(block.bytes, block.from, block.to - block.from, CHINESE);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Block(bytes, 0, bytes.length);
    }

    private static int firstNotUtf8(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (i + Octets.SIZE <= to) {
                long octets = Octets.at(bytes, i);
                if (Octets.areAscii(octets)) {
                    i += Octets.SIZE;
                    continue;
                }
                if (Octets.areTwoOfThreeBytes(octets)) {
                    i += 6;
                    continue;
                }
            }
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = sequenceAt(bytes, i, to);
            if (length == 0) {
                return i;
            }
            i += length;
        }
        return -1;
    }

    /** The length of the well-formed sequence of two to four bytes that starts here, or 0 (Unicode, table 3-7). */
    private static int sequenceAt(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || to - at < length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static int firstNotChinese(byte[] bytes, int from, int to) {
        CharsetDecoder decoder = CHINESE.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(8_192);
        while (true) {
            CoderResult result = decoder.decode(in, out.clear(), true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
        }
    }
}
