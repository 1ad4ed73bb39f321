package org.huzhu.command.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Shows how far a long piece of work is: a bar that redraws itself on a terminal, a plain line now and then elsewhere.
 *
 * <p>Goes to standard error, so that answers can be redirected. Safe for several threads. {@link #advance} is cheap,
 * yet one call for some hundred items is better than one for each. Closing it leaves one last line with the count, but
 * not where all was done within a second: that is no news.
 */
public final class Progress implements AutoCloseable {

    private static final Duration BETWEEN_BARS = Duration.ofMillis(100);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(1);
    private static final int BAR_COLUMNS = 30;
    private static final String START_OF_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final Work work;
    private final long total;

    private final long startedAt;
    private long shownAt;
    private long count;
    private boolean isShown;
    private boolean closed;

    /**
     * What is being done, and how it is counted.
     *
     * @param name in Chinese, such as 读取
     * @param unit the word behind a count, such as 行
     * @param size how many items make one of the unit
     */
    public record Work(String name, String unit, long size) {

        /** Work that is counted item by item. */
        public static Work of(String name, String unit) {
            return new Work(name, unit, 1);
        }

        String count(long items) {
            return "%,d".formatted(items / size);
        }
    }

    /**
     * Begins to show progress on standard error.
     *
     * @param total how many items there are; zero when nobody knows
     */
    public static Progress on(Work work, long total) {
        // The launcher looks at standard error itself: System.console() would look at standard input and output.
        return new Progress(System.err, Boolean.getBoolean("huzhu.terminal"), System::nanoTime, work, total);
    }

    /**
     * Begins to show progress.
     *
     * @param nanoTime the time that has passed since any fixed moment, in nanoseconds
     */
    Progress(PrintStream out, boolean terminal, LongSupplier nanoTime, Work work, long total) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.work = work;
        this.total = total;
        this.startedAt = nanoTime.getAsLong();
        this.shownAt = startedAt;
    }

    /** Counts this many more items, and shows it if the last time is long enough ago. */
    public synchronized void advance(long items) {
        count += items;
        long now = nanoTime.getAsLong();
        if (now - shownAt >= (terminal ? BETWEEN_BARS : BETWEEN_LINES).toNanos()) {
            shownAt = now;
            show();
        }
    }

    private void show() {
        isShown = true;
        if (terminal) {
            out.print(START_OF_LINE + work.name() + " " + bar() + counted());
            out.flush();
        } else {
            out.println(work.name() + " " + counted());
        }
    }

    private String bar() {
        if (total <= 0) {
            return "";
        }
        int filled = (int) Math.min(BAR_COLUMNS, count * BAR_COLUMNS / total);
        return "[" + "#".repeat(filled) + ".".repeat(BAR_COLUMNS - filled) + "] ";
    }

    private String counted() {
        if (total <= 0) {
            return work.count(count) + " " + work.unit();
        }
        return "%s / %s %s（%d%%）"
                .formatted(work.count(count), work.count(total), work.unit(), Math.min(100, count * 100 / total));
    }

    /** Shows the final count and the time it took; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (terminal && isShown) {
            out.print(START_OF_LINE);
        }
        long taken = nanoTime.getAsLong() - startedAt;
        if (taken >= WORTH_A_LINE.toNanos()) {
            out.println("%s %s %s，用时 %.1f 秒".formatted(work.name(), work.count(count), work.unit(), taken / 1e9));
        }
        out.flush();
    }
}
