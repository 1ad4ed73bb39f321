package org.huzhu.roster.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.huzhu.roster.table.RosterRefused.Reason;

/** Counts what is unpacked from a part of XML, and stops where it grows beyond reason. */
final class CountedStream extends FilterInputStream {

    /** So much may be unpacked from any part, however well it was packed. */
    private static final long ALWAYS = 8 << 20;

    /** The longest cell, each sign written as a reference, is a fraction of it. */
    private static final int BETWEEN_TAGS_MAX = 1 << 20;

    private final long packed;
    private final Limits limits;
    private final ZipParts parts;
    private long unpacked;
    private int sinceTag;

    CountedStream(InputStream in, long packed, Limits limits, ZipParts parts) {
        super(in);
        this.packed = packed;
        this.limits = limits;
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read > 0) {
            unpacked += read;
            if (parts.isTooMuch(read) || (unpacked > ALWAYS && unpacked / limits.ratio() > packed)) {
                throw new RosterRefused(Reason.BOMB, "", "文件解压后异常地大，可能是有意损坏的", "请把名册复制到一个新建的工作簿里，保存后重新上传");
            }
            countTags(bytes, from, from + read);
        }
        return read;
    }

    private void countTags(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '<') {
                sinceTag = i - to;
            }
        }
        sinceTag = sinceTag < 0 ? -sinceTag : sinceTag + to - from;
        if (sinceTag > BETWEEN_TAGS_MAX) {
            throw new RosterRefused(Reason.CELL_TOO_LONG, "", "文件里有一格的内容长达百万字节", "请删去那一格的内容，保存后重新上传");
        }
    }
}
