package org.huzhu.roster.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many texts by number, close together: each costs its bytes in UTF-8 and four more. A unit of a million people has
 * millions of them.
 */
final class Texts {

    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int ENDS_BITS = 16;
    private static final int ENDS = 1 << ENDS_BITS;
    private static final long BYTES_MAX = 1L << 31;

    private final List<byte[]> chunks = new ArrayList<>();
    private final List<int[]> ends = new ArrayList<>();
    private long bytes;
    private int size;

    void add(String text) {
        byte[] more = text.getBytes(StandardCharsets.UTF_8);
        if (bytes + more.length >= BYTES_MAX) {
            throw new RosterRefused(RosterRefused.Reason.TOO_LARGE, "", "工作簿里的文字超过 20 亿字节", "请删去与名册无关的工作表和列，保存后重新上传");
        }
        int from = 0;
        while (from < more.length) {
            int at = (int) (bytes & (CHUNK - 1));
            if (at == 0) {
                chunks.add(new byte[CHUNK]);
            }
            int fit = Math.min(more.length - from, CHUNK - at);
            System.arraycopy(more, from, chunks.getLast(), at, fit);
            from += fit;
            bytes += fit;
        }
        if ((size & (ENDS - 1)) == 0) {
            ends.add(new int[ENDS]);
        }
        ends.getLast()[size & (ENDS - 1)] = (int) bytes;
        size++;
    }

    int size() {
        return size;
    }

    String get(int index) {
        int from = index == 0 ? 0 : end(index - 1);
        int length = end(index) - from;
        byte[] first = length == 0 ? new byte[0] : chunks.get(from >> CHUNK_BITS);
        int at = from & (CHUNK - 1);
        if (at + length <= CHUNK) {
            return new String(first, at, length, StandardCharsets.UTF_8);
        }
        byte[] whole = Arrays.copyOfRange(first, at, at + length);
        for (int done = CHUNK - at; done < length; done += CHUNK) {
            byte[] next = chunks.get((from + done) >> CHUNK_BITS);
            System.arraycopy(next, 0, whole, done, Math.min(CHUNK, length - done));
        }
        return new String(whole, StandardCharsets.UTF_8);
    }

    private int end(int index) {
        return ends.get(index >> ENDS_BITS)[index & (ENDS - 1)];
    }
}
