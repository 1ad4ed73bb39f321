package org.huzhu.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.huzhu.quarter.InputKind;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.QuarterRefused.Reason;

/** Looks at a file as it passes: whether its first line names the columns, and how many lines follow. */
final class FirstLook extends FilterInputStream {

    private static final int HEAD_MAX = 4096;
    private static final String MARK = "\uFEFF";

    private final Set<String> wanted;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private boolean isPastHead;
    private long lines;
    private byte last = '\n';

    FirstLook(Kind kind, InputStream in) {
        super(in);
        this.wanted = new TreeSet<>(
                switch (kind) {
                    case FEED -> InputKind.FEED.columns();
                    case REGISTER -> InputKind.MEMBERS.columns();
                });
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = super.read(into, from, count);
        for (int i = from; i < from + read; i++) {
            see(into[i]);
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

    /** @throws QuarterRefused if the first line does not name all columns that are wanted, and no others */
    void requireWhole() {
        String first = head.toString(UTF_8).strip();
        String columns = first.startsWith(MARK) ? first.substring(1) : first;
        Set<String> named =
                new TreeSet<>(Arrays.asList(columns.replace("\"", "").split(",", -1)));
        QuarterRefused.require(named.equals(wanted), Reason.COLUMNS);
    }
}
