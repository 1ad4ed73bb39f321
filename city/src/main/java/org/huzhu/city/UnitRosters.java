package org.huzhu.city;

import java.io.IOException;
import java.io.OutputStream;
import org.huzhu.city.roster.RosterForm;
import org.huzhu.city.roster.RosterMaker;

/** The rosters of several units of one city, which have nobody in common, for whoever measures how they are read. */
public final class UnitRosters {

    private static final int FLAWS_IN_MILLION = 10_000;

    private final long seed;

    public UnitRosters(long seed) {
        this.seed = seed;
    }

    /**
     * Writes a workbook as Excel saves it, in which one row of a hundred is wrong.
     *
     * @param first how many people of the city come before those of the unit
     */
    public void write(int first, int rows, OutputStream out) throws IOException {
        new RosterMaker(seed, first, rows, FLAWS_IN_MILLION).write(RosterForm.WORKBOOK, out);
    }
}
