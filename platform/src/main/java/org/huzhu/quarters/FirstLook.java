package org.huzhu.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huzhu.quarter.InputKind;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.QuarterRefused.Found;
import org.huzhu.quarters.QuarterRefused.Reason;

/** Looks at a file as it passes: whether its first line names the columns, and how many lines follow. */
final class FirstLook extends FilterInputStream {

    private static final int HEAD_MAX = 4096;
    private static final String MARK = "\uFEFF";

    /** Empty where any columns are fine. */
    private final Set<String> wanted;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private boolean isPastHead;
    private long lines;
    private byte last = '\n';

    private FirstLook(Set<String> wanted, InputStream in) {
        super(in);
        this.wanted = wanted;
    }

    static FirstLook of(Kind kind, InputStream in) {
        return new FirstLook(
                new TreeSet<>(
                        switch (kind) {
                            case FEED -> InputKind.FEED.columns();
                            case REGISTER -> InputKind.MEMBERS.columns();
                            case DESIGNATED, FILED -> List.<String>of();
                        }),
                in);
    }

    /** At a file whose columns are another's. */
    static FirstLook ofOthers(InputStream in) {
        return new FirstLook(Set.of(), in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = super.read(into, from, count);
        boolean wasPastHead = isPastHead;
        for (int i = from; i < from + read; i++) {
            see(into[i]);
        }
        if (isPastHead && !wasPastHead) {
            // Of a wrong file that is large no more than this has to come.
            requireColumns();
        }
        return read;
    }

    private void see(byte each) {
        if (each == '\n') {
            lines++;
            isPastHead = true;
        } else if (!isPastHead && head.size() < HEAD_MAX) {
            head.write(each);
        }
        last = each;
    }

    /** How many lines follow the first. */
    long rows() {
        return Math.max(0, lines + (last == '\n' ? 0 : 1) - 1);
    }

    /**
     * Holds the first line against the columns that are wanted.
     *
     * @throws QuarterRefused if it does not name all of them, and no others
     */
    void requireColumns() {
        String first = head.toString(UTF_8).strip();
        String columns = first.startsWith(MARK) ? first.substring(1) : first;
        Set<String> named =
                new TreeSet<>(Arrays.asList(columns.replace("\"", "").split(",", -1)));
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(named);
        // What else stands there is not told: without a first line of names it is a row about somebody.
        QuarterRefused.require(
                wanted.isEmpty() || named.equals(wanted),
                Reason.COLUMNS,
                missing.isEmpty()
                        ? new Found("columns", String.valueOf(named.size()))
                        : new Found("missing", String.join(",", missing)));
    }

    /**
     * Holds what came against what its sender says.
     *
     * @throws QuarterRefused if it is something else
     */
    void requireAsSaid(String sha256, Manifest manifest) {
        QuarterRefused.require(
                manifest.sha256().filter(said -> !said.equalsIgnoreCase(sha256)).isEmpty(),
                Reason.NOT_AS_SAID,
                new Found("sha256", sha256));
        QuarterRefused.require(
                manifest.rows().isEmpty() || manifest.rows().getAsLong() == rows(),
                Reason.NOT_AS_SAID,
                new Found("rows", String.valueOf(rows())));
    }
}
