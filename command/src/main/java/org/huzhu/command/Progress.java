package org.huzhu.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Shows how far a long piece of work is: a bar that redraws itself on a terminal, a plain line now and then elsewhere.
 *
 * <p>Goes to standard error, so that answers can be redirected. Safe for several threads. {@link #advance} is cheap,
 * yet one call for some hundred items is better than one for each. Closing it leaves one last line with the count.
 */
final class Progress implements AutoCloseable {

    private static final Duration BETWEEN_BARS = Duration.ofMillis(100);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final int BAR_COLUMNS = 30;
    private static final String START_OF_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final String label;
    private final long total;

    private final long startedAt;
    private long shownAt;
    private long count;
    private boolean closed;

    /**
     * Begins to show progress on standard error.
     *
     * @param label what is being done, in Chinese, such as 读取
     * @param total how many items there are; zero when nobody knows
     */
    static Progress on(String label, long total) {
        // The launcher looks at standard error itself: System.console() would look at standard input and output.
        return new Progress(System.err, Boolean.getBoolean("huzhu.terminal"), System::nanoTime, label, total);
    }

    /**
     * Begins to show progress.
     *
     * @param nanoTime the time that has passed since any fixed moment, in nanoseconds
     */
    Progress(PrintStream out, boolean terminal, LongSupplier nanoTime, String label, long total) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.label = label;
        this.total = total;
        this.startedAt = nanoTime.getAsLong();
        this.shownAt = startedAt;
    }

    /** Counts this many more items, and shows it if the last time is long enough ago. */
    synchronized void advance(long items) {
        count += items;
        long now = nanoTime.getAsLong();
        if (now - shownAt >= (terminal ? BETWEEN_BARS : BETWEEN_LINES).toNanos()) {
            shownAt = now;
            show();
        }
    }

    private void show() {
        if (terminal) {
            out.print(START_OF_LINE + label + " " + bar() + counted());
            out.flush();
        } else {
            out.println(label + " " + counted());
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
            return "%,d".formatted(count);
        }
        return "%,d / %,d（%d%%）".formatted(count, total, Math.min(100, count * 100 / total));
    }

    /** Shows the final count and the time it took; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        double seconds = (nanoTime.getAsLong() - startedAt) / 1e9;
        out.println((terminal ? START_OF_LINE : "") + "%s %,d，用时 %.1f 秒".formatted(label, count, seconds));
    }
}
