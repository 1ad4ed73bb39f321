package org.huzhu.quarter;

import java.util.Arrays;
import java.util.List;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.table.Block;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.Row;
import org.huzhu.quarter.table.Typed;

/** The rows of a block of an earlier payment list that are in order for themselves. */
final class PaidPart extends CardPart {

    private static final int ID_NUMBER = 1;
    private static final int YEAR = 4;
    private static final int QUARTER = 5;
    private static final int DUE = 10;
    private static final int[] CARD = {0, 2, 3};
    private static final List<String> COLUMNS = InputKind.PAID.columns();

    private long[] dueFen;
    private int[] years;
    private byte[] quarters;

    private PaidPart(int rows) {
        super(rows);
        dueFen = new long[rows];
        years = new int[rows];
        quarters = new byte[rows];
    }

    static PaidPart parse(Block block, int[] places) {
        PaidPart part = new PaidPart(rowsExpected(block));
        part.fill(block, places);
        return part;
    }

    /** What the list gave, in fen; below zero in a list of what was carried on. */
    long dueFen(int row) {
        return dueFen[row];
    }

    int year(int row) {
        return years[row];
    }

    int quarter(int row) {
        return quarters[row];
    }

    @Override
    void resize(int rows) {
        super.resize(rows);
        dueFen = Arrays.copyOf(dueFen, rows);
        years = Arrays.copyOf(years, rows);
        quarters = Arrays.copyOf(quarters, rows);
    }

    @Override
    void arrange(int[] order) {
        super.arrange(order);
        dueFen = Drawers.arranged(dueFen, order);
        years = Drawers.arranged(years, order);
        quarters = Drawers.arranged(quarters, order);
    }

    @Override
    void read(Row row) {
        if (!row.isWhole()) {
            refuse(row, row.numberOfBroken(MEMBER_NO), Reason.BAD_ROW, row.brokenBy());
            return;
        }
        int year = Typed.number(row.bytes(), row.from(YEAR), row.to(YEAR));
        int quarter = Typed.number(row.bytes(), row.from(QUARTER), row.to(QUARTER));
        long due = Typed.signedFen(row.bytes(), row.from(DUE), row.to(DUE));
        if (row.isEmpty(0) || year < 1 || quarter < 1 || quarter > 4 || due == Typed.NONE_FEN) {
            refuse(row, row.text(0), Reason.BAD_ROW, faultOf(row, year, quarter));
            return;
        }
        long key = IdNumber.keyOf(row.bytes(), row.from(ID_NUMBER), row.to(ID_NUMBER));
        if (key == IdNumber.NONE) {
            refuse(row, row.text(0), Reason.BAD_ID, FeedFaults.ofIdNumber(row.text(ID_NUMBER)));
            return;
        }
        int kept = keepCard(row, key, CARD);
        years[kept] = year;
        quarters[kept] = (byte) quarter;
        dueFen[kept] = due;
    }

    private static String faultOf(Row row, int year, int quarter) {
        if (row.isEmpty(0)) {
            return "member_no为空，每行须有会员号";
        }
        if (year < 1) {
            return "year为" + row.shown(YEAR) + "，应为年份，如2014";
        }
        return quarter < 1 || quarter > 4
                ? "quarter为" + row.shown(QUARTER) + "，应为1至4"
                : "due为" + row.shown(COLUMNS.indexOf("due")) + "，应为金额，至多两位小数，如1234.56或-12.00";
    }
}
