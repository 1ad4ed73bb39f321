package org.huzhu.quarter;

import java.util.Arrays;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.Row;

/** Rows that say to whom and to which card money goes: of the register, or of an earlier payment list. */
abstract class CardPart extends Part {

    static final int MEMBER_NO = 0;
    static final int CARD_NO = 1;
    static final int AGENCY = 2;

    private long[] keys;

    CardPart(int rows) {
        super(rows, 3);
        keys = new long[rows];
    }

    /** Who holds the card; see {@link org.huzhu.kernel.IdNumber#key}. */
    final long key(int row) {
        return keys[row];
    }

    /** Keeps the row at hand with its three texts, which stand in the given columns, and says at which place. */
    final int keepCard(Row row, long key, int[] columns) {
        int kept = keep(row);
        for (int column : columns) {
            addText(row, column);
        }
        keys[kept] = key;
        return kept;
    }

    @Override
    final long drawerKey(int row) {
        return keys[row];
    }

    @Override
    void resize(int rows) {
        keys = Arrays.copyOf(keys, rows);
    }

    @Override
    void arrange(int[] order) {
        keys = Drawers.arranged(keys, order);
    }
}
