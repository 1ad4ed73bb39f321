package org.huzhu.history.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32;

/** Writes the values of columns, one after the other, in pages. */
final class ChunkWriter implements AutoCloseable {

    /** How many rows a page has: small enough for the caches of a processor. */
    static final int PAGE_ROWS = 1 << 16;

    static final int PLAIN = 0;
    static final int RLE = 3;
    static final int RLE_DICTIONARY = 8;

    private static final int LEVEL = 1;
    private static final int RUN_HEADERS = 32;

    private final OutputStream out;
    private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL);
    private final boolean[] presence = new boolean[PAGE_ROWS];
    private final int[] places = new int[PAGE_ROWS];
    private byte[] room = {};
    private ByteBuffer page = ByteBuffer.wrap(room);
    private byte[] packed = {};
    private long position;
    private long rawBytes;
    private int missing;

    ChunkWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * What was written of a column.
     *
     * @param dictionary where the dictionary stands; zero where there is none
     * @param missing how many rows have no value
     */
    record Written(
            Column column,
            long start,
            long dictionary,
            long data,
            long raw,
            long packed,
            int missing,
            Optional<byte[][]> bounds) {}

    long position() {
        return position;
    }

    void bytes(byte[] bytes) throws IOException {
        bytes(bytes, bytes.length);
    }

    private void bytes(byte[] bytes, int count) throws IOException {
        out.write(bytes, 0, count);
        position += count;
    }

    Written column(Column column, Values values) throws IOException {
        long start = position;
        rawBytes = 0;
        missing = 0;
        Optional<IntWords> words = values.words();
        if (words.isPresent()) {
            dictionary(words.get());
        }
        long data = position;
        for (int from = 0; from < values.size(); from += PAGE_ROWS) {
            page(column, values, words, from, Math.min(values.size(), from + PAGE_ROWS));
        }
        long dictionary = words.isPresent() ? start : 0;
        return new Written(column, start, dictionary, data, rawBytes, position - start, missing, values.bounds());
    }

    private void dictionary(IntWords words) throws IOException {
        byte[] bytes = words.toBytes();
        write(
                bytes,
                bytes.length,
                Page.DICTIONARY,
                header ->
                        header.begin(7).int32(1, words.count()).int32(2, PLAIN).end());
    }

    private void page(Column column, Values values, Optional<IntWords> words, int from, int to) throws IOException {
        makeRoom(values.bytes(from, to));
        if (column.isNullable()) {
            int present = values.presence(presence, from, to);
            missing += to - from - present;
            levels(to - from, present);
        }
        if (words.isPresent()) {
            int count = words.get().look(places, from, to);
            page.put((byte) words.get().width());
            packed(count, words.get().width());
        } else {
            values.plain(page, from, to);
        }
        write(
                room,
                page.position(),
                Page.DATA,
                header -> header.begin(5)
                        .int32(1, to - from)
                        .int32(2, words.isPresent() ? RLE_DICTIONARY : PLAIN)
                        .int32(3, RLE)
                        .int32(4, RLE)
                        .end());
    }

    private void makeRoom(long bytes) {
        long wanted = bytes + PAGE_ROWS + RUN_HEADERS;
        if (wanted > room.length) {
            room = new byte[Math.toIntExact(wanted)];
            page = ByteBuffer.wrap(room).order(ByteOrder.LITTLE_ENDIAN);
        }
        page.clear();
    }

    /** Writes which rows have a value, and before that how many bytes that takes. */
    private void levels(int rows, int present) {
        int lengthAt = page.position();
        page.putInt(0);
        if (present == rows || present == 0) {
            varint(rows << 1);
            page.put((byte) (present == 0 ? 0 : 1));
        } else {
            for (int i = 0; i < rows; i++) {
                places[i] = presence[i] ? 1 : 0;
            }
            packed(rows, 1);
        }
        page.putInt(lengthAt, page.position() - lengthAt - Integer.BYTES);
    }

    /** Writes the first of the places as one run: repeated where they are all the same, else side by side. */
    private void packed(int count, int width) {
        if (count == 0) {
            return;
        }
        if (isOneNumber(count)) {
            varint(count << 1);
            for (int shift = 0; shift < width; shift += Byte.SIZE) {
                page.put((byte) (places[0] >>> shift));
            }
            return;
        }
        int groups = (count + Byte.SIZE - 1) / Byte.SIZE;
        varint(groups << 1 | 1);
        long bits = 0;
        int held = 0;
        for (int i = 0; i < groups * Byte.SIZE; i++) {
            bits |= (i < count ? (long) places[i] : 0) << held;
            for (held += width; held >= Byte.SIZE; held -= Byte.SIZE) {
                page.put((byte) bits);
                bits >>>= Byte.SIZE;
            }
        }
    }

    private boolean isOneNumber(int count) {
        for (int i = 1; i < count; i++) {
            if (places[i] != places[0]) {
                return false;
            }
        }
        return true;
    }

    private void varint(int value) {
        int left = value;
        while ((left & ~0x7f) != 0) {
            page.put((byte) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        page.put((byte) left);
    }

    /** What the header of a page says of its kind. */
    @FunctionalInterface
    private interface Kind {
        ThriftOut of(ThriftOut header);
    }

    private void write(byte[] bytes, int count, int type, Kind kind) throws IOException {
        int bound = Math.toIntExact(Zstd.compressBound(count));
        packed = packed.length < bound ? new byte[bound] : packed;
        int length = zstd.compressByteArray(packed, 0, bound, bytes, 0, count);
        CRC32 sum = new CRC32();
        sum.update(packed, 0, length);
        ThriftOut header = new ThriftOut()
                .begin()
                .int32(1, type)
                .int32(2, count)
                .int32(3, length)
                .int32(4, (int) sum.getValue());
        byte[] head = kind.of(header).end().toBytes();
        bytes(head);
        bytes(packed, length);
        rawBytes += head.length + count;
    }

    @Override
    public void close() throws IOException {
        zstd.close();
        out.close();
    }
}
