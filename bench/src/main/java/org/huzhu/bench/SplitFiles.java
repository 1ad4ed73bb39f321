package org.huzhu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The limit of whatever reads tables of text: reads all bytes of the files, and writes down the place of every comma
 * and every line's end. Nothing is typed, compared, hashed or kept, and quotes mean nothing.
 */
final class SplitFiles {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PIECE_BYTES = 1 << 20;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW_BITS = 0x7F * ONES;

    private final List<Path> files;
    private final List<Long> starts = new ArrayList<>();
    private final List<Path> pieces = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Kind kind;

    /** How the bytes are looked at. */
    enum Kind {
        /** One after the other, in a plain loop. */
        SINGLY,
        /** Eight in one number. */
        BY_EIGHT
    }

    private SplitFiles(List<Path> files, Kind kind) throws IOException {
        this.files = files;
        this.kind = kind;
        for (Path file : files) {
            for (long start = 0; start < Files.size(file); start += PIECE_BYTES) {
                pieces.add(file);
                starts.add(start);
            }
        }
    }

    /** Splits the files with so many threads; how many commas and line ends there are. */
    static long split(List<Path> files, Kind kind, int threads) throws IOException {
        SplitFiles split = new SplitFiles(files, kind);
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(workers.submit(split::work));
            }
            long sum = 0;
            for (Future<Long> count : counts) {
                sum += Sides.result(count);
            }
            return sum;
        }
    }

    private long work() throws IOException {
        byte[] bytes = new byte[PIECE_BYTES];
        int[] places = new int[PIECE_BYTES];
        List<FileChannel> channels = new ArrayList<>();
        try {
            for (Path file : files) {
                channels.add(FileChannel.open(file));
            }
            long found = 0;
            for (int piece = next.getAndIncrement(); piece < pieces.size(); piece = next.getAndIncrement()) {
                FileChannel channel = channels.get(files.indexOf(pieces.get(piece)));
                int length = read(channel, starts.get(piece), bytes);
                found += kind == Kind.SINGLY ? singly(bytes, length, places) : byEight(bytes, length, places);
            }
            return found;
        } finally {
            channels.forEach(SplitFiles::close);
        }
    }

    private static int read(FileChannel channel, long start, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, start + buffer.position());
        }
        return buffer.position();
    }

    static int singly(byte[] bytes, int length, int[] places) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == ',' || bytes[i] == '\n') {
                places[count++] = i;
            }
        }
        return count;
    }

    static int byEight(byte[] bytes, int length, int[] places) {
        int count = 0;
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long eight = (long) LONG.get(bytes, i);
            long found = equal(eight, ',') | equal(eight, '\n');
            for (; found != 0; found &= found - 1) {
                places[count++] = i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; i < length; i++) {
            if (bytes[i] == ',' || bytes[i] == '\n') {
                places[count++] = i;
            }
        }
        return count;
    }

    /** The highest bit of each byte that is the wanted one. */
    private static long equal(long eight, char wanted) {
        long other = eight ^ (wanted * ONES);
        return ~(((other & LOW_BITS) + LOW_BITS) | other | LOW_BITS);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
