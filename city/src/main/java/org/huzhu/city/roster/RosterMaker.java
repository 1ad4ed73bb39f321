package org.huzhu.city.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.huzhu.kernel.Require;

/**
 * Makes the roster of a unit of any size, with people of a made-up city; no two of them have a number in common. The
 * same order gives the same bytes, and takes little memory however large the unit.
 */
public final class RosterMaker {

    private static final int YEAR = 2026;
    private static final int ROWS_MAX = 1_048_575;

    private final int rows;
    private final MadeRow maker;

    /**
     * An order.
     *
     * @param rows people, up to what a sheet can hold below its header
     * @param flawsInMillion of a million rows those that are wrong in one way
     */
    public RosterMaker(long seed, int rows, int flawsInMillion) {
        this(seed, 0, rows, flawsInMillion);
    }

    /**
     * An order for one of several units of a city, which have nobody in common.
     *
     * @param first how many people of the city come before its own
     */
    public RosterMaker(long seed, int first, int rows, int flawsInMillion) {
        Require.that(rows >= 0 && rows <= ROWS_MAX, "A roster has 0 to %d rows, not %d", ROWS_MAX, rows);
        Require.that(
                flawsInMillion >= 0 && flawsInMillion <= 1_000_000,
                "Of a million rows 0 to 1,000,000 are wrong, not %d",
                flawsInMillion);
        this.rows = rows;
        this.maker = new MadeRow(seed, first, flawsInMillion, YEAR);
    }

    public int rows() {
        return rows;
    }

    /** What is wrong with the person of an index from 0, who stands in the row {@code index + 2}. */
    public Optional<Flaw> flaw(int index) {
        return maker.flaw(index);
    }

    /** Writes the roster; the stream is left open. */
    public void write(RosterForm form, OutputStream out) throws IOException {
        switch (form) {
            case WORKBOOK -> new MadeWorkbook(rows, maker, true).write(out);
            case WORKBOOK_INLINE -> new MadeWorkbook(rows, maker, false).write(out);
            case CSV_UTF_8 -> MadeCsv.write(rows, maker, "UTF-8", out);
            case CSV_GB18030 -> MadeCsv.write(rows, maker, "GB18030", out);
        }
    }
}
