package org.huzhu.quarter.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.huzhu.quarter.table.Blocks.Loaded;
import org.huzhu.quarter.table.Blocks.Parser;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a file in one encoding: cuts it into blocks that end where a record ends, hands them to the workers,
 * and puts what they made into the order of the file. A few blocks are in memory at a time, however long the file is.
 */
final class Pass<P extends TablePart> {

    private static final int BLOCK_BYTES = 1 << 21;
    private static final int LINE_BYTES_MAX = 1 << 22;
    private static final int IN_FLIGHT_MAX = 6;

    private final TableFile file;
    private final Parser<P> parser;
    private final Encoding encoding;
    private final ExecutorService workers;
    private final LongConsumer bytesRead;
    private final Sha256 digest = new Sha256();
    private final Deque<InFlight<P>> inFlight = new ArrayDeque<>();
    private final List<P> parts = new ArrayList<>();
    private final Deque<byte[]> free = new ArrayDeque<>();
    private int[] places = new int[0];
    private long line = 1;
    private boolean hasMark;

    /** What a worker made of a block: a part, or the place in the file where the encoding breaks. */
    private record Parsed<P>(@Nullable P part, long wrongAt, Block block) {}

    /** A block that is being parsed, and hashed in the meantime. */
    private record InFlight<P>(Future<Parsed<P>> parsed, Future<?> hashed) {}

    Pass(TableFile file, Parser<P> parser, Encoding encoding, ExecutorService workers, LongConsumer bytesRead) {
        this.file = file;
        this.parser = parser;
        this.encoding = encoding;
        this.workers = workers;
        this.bytesRead = bytesRead;
    }

    /**
     * What the file gave; empty if it is not UTF-8 and may yet be GB18030.
     *
     * @throws FileRefused if the file is no table of its kind, or in neither encoding
     */
    Optional<Loaded<P>> run() throws IOException {
        long length = 0;
        try (InputStream in = Files.newInputStream(file.path());
                ExecutorService hasher = Executors.newSingleThreadExecutor()) {
            byte[] buffer = new byte[BLOCK_BYTES];
            int kept = 0;
            boolean isLast = false;
            while (!isLast) {
                int read = in.readNBytes(buffer, kept, buffer.length - kept);
                int limit = kept + read;
                isLast = limit < buffer.length;
                Future<?> hashed = hash(hasher, buffer, kept, read);
                int start = length == 0 ? readHeader(buffer, limit, isLast) : 0;
                length += read;
                bytesRead.accept(length);
                int end = isLast ? limit : lastRecordEnd(buffer, start, limit);
                hand(new Block(buffer, start, end), length - limit, hashed);
                if (inFlight.size() >= IN_FLIGHT_MAX && !take()) {
                    return Optional.empty();
                }
                kept = limit - end;
                buffer = carriedOn(buffer, end, kept);
            }
        }
        while (!inFlight.isEmpty()) {
            if (!take()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Loaded<>(file, List.copyOf(parts), length, digest.hex()));
    }

    private int readHeader(byte[] buffer, int limit, boolean isLast) {
        hasMark = limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
        int from = hasMark ? 3 : 0;
        int end = Quotes.endOf(buffer, from, limit, isLast, Quotes.ANY);
        if (end == Quotes.MORE) {
            throw FileRefused.of(file, "的第一行太长，不像是表格", "请给出以逗号分隔、首行为表头的文本文件（CSV）");
        }
        places = Header.places(file, new Block(buffer, from, end));
        for (int i = from; i < end; i++) {
            line += buffer[i] == '\n' ? 1 : 0;
        }
        return end;
    }

    /** Where the last whole record ends. A line without quotes is a record; the others are left to {@link Quotes}. */
    private int lastRecordEnd(byte[] buffer, int start, int limit) {
        int end = start;
        while (true) {
            int quote = nextQuote(buffer, end, limit);
            int lineStart = lastLineEnd(buffer, end, quote);
            if (quote == limit) {
                return lineStart;
            }
            end = Quotes.endOf(buffer, lineStart, limit, false, places.length);
            if (end == Quotes.MORE) {
                return lineStart;
            }
        }
    }

    private static int nextQuote(byte[] buffer, int start, int limit) {
        int i = start;
        for (; i + Octets.SIZE <= limit; i += Octets.SIZE) {
            long quotes = Octets.quotes(Octets.at(buffer, i));
            if (quotes != 0) {
                return i + Octets.first(quotes);
            }
        }
        while (i < limit && buffer[i] != '"') {
            i++;
        }
        return i;
    }

    private static int lastLineEnd(byte[] buffer, int start, int limit) {
        int end = limit;
        while (end > start && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private byte[] carriedOn(byte[] buffer, int from, int kept) {
        if (kept >= LINE_BYTES_MAX) {
            throw FileRefused.of(file, "在第" + line + "行之后有一行超过4兆字节，不像是表格", "请检查文件是否损坏");
        }
        byte[] next = kept < BLOCK_BYTES && !free.isEmpty() ? free.remove() : new byte[Math.max(kept * 2, BLOCK_BYTES)];
        System.arraycopy(buffer, from, next, 0, kept);
        return next;
    }

    /** The bytes just read are hashed by one thread, since the hash of a file wants them in their order. */
    private Future<?> hash(ExecutorService hasher, byte[] buffer, int from, int length) {
        return hasher.submit(() -> digest.update(buffer, from, length));
    }

    private void hand(Block block, long offset, Future<?> hashed) {
        if (block.from < block.to) {
            inFlight.add(new InFlight<>(workers.submit(() -> parse(block, offset)), hashed));
        }
    }

    private Parsed<P> parse(Block block, long offset) {
        int wrong = encoding.firstWrong(block.bytes, block.from, block.to);
        return wrong >= 0
                ? new Parsed<>(null, offset + wrong, block)
                : new Parsed<>(parser.parse(encoding.inUtf8(block), places), 0, block);
    }

    private boolean take() {
        InFlight<P> next = inFlight.remove();
        Parsed<P> parsed = Workers.result(next.parsed());
        P part = parsed.part();
        if (part == null) {
            inFlight.forEach(block -> block.parsed().cancel(true));
            if (encoding == Encoding.GB18030 || hasMark) {
                throw FileRefused.of(
                        file,
                        "第" + (parsed.wrongAt() + 1) + "字节处既不是UTF-8" + (hasMark ? "（文件带UTF-8标记）" : "也不是GB18030"),
                        "请检查文件是否损坏，用UTF-8或GB18030重新导出");
            }
            return false;
        }
        part.place(file.position(), line);
        line += part.lineCount();
        parts.add(part);
        Workers.result(next.hashed());
        if (parsed.block().bytes.length == BLOCK_BYTES) {
            free.add(parsed.block().bytes);
        }
        return true;
    }
}
