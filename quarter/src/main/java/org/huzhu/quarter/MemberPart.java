package org.huzhu.quarter;

import java.util.Arrays;
import java.util.List;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.table.Block;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.NumberKey;
import org.huzhu.quarter.table.Row;
import org.huzhu.quarter.table.Typed;

/** The rows of a block of the register that are in order for themselves. */
final class MemberPart extends CardPart {

    private static final int MEMBER_NO = 0;
    private static final int ID_NUMBER = 1;
    private static final int VALID_FROM = 4;
    private static final int VALID_TO = 5;
    private static final int[] CARD = {MEMBER_NO, 3, 6};
    private static final List<String> COLUMNS = InputKind.MEMBERS.columns();

    private long[] numbers;
    private int[] validFrom;
    private int[] validTo;
    private byte[] states;
    private Drawers byNumber = NO_DRAWERS;

    private MemberPart(int rows) {
        super(rows);
        numbers = new long[rows];
        validFrom = new int[rows];
        validTo = new int[rows];
        states = new byte[0];
    }

    /** What the member number of a row was found to be. */
    static final class State {
        /** No row before has it. */
        static final byte FIRST = 0;
        /** The same person has it in a row before. */
        static final byte AGAIN = 1;
        /** Another person has it. */
        static final byte REJECTED = 2;

        private State() {}
    }

    static MemberPart parse(Block block, int[] places) {
        MemberPart part = new MemberPart(rowsExpected(block));
        part.fill(block, places);
        return part;
    }

    /** Whether the card is valid on the day; the last day of its span, exclusive, does not count. */
    boolean isValidOn(int row, int day) {
        return validFrom[row] <= day && day < validTo[row];
    }

    int validFrom(int row) {
        return validFrom[row];
    }

    int validTo(int row) {
        return validTo[row];
    }

    byte state(int row) {
        return states[row];
    }

    void become(int row, byte state) {
        states[row] = state;
    }

    /** The rows by the drawers of their own numbers. */
    Drawers byNumber() {
        return byNumber;
    }

    @Override
    void resize(int rows) {
        super.resize(rows);
        numbers = Arrays.copyOf(numbers, rows);
        validFrom = Arrays.copyOf(validFrom, rows);
        validTo = Arrays.copyOf(validTo, rows);
    }

    @Override
    void arrange(int[] order) {
        super.arrange(order);
        byNumber =
                new Drawers(order.length, row -> numbers[row]).withKeys(numbers).renamed(Drawers.inverse(order));
        numbers = new long[0];
        validFrom = Drawers.arranged(validFrom, order);
        validTo = Drawers.arranged(validTo, order);
        states = new byte[order.length];
    }

    @Override
    void read(Row row) {
        if (!row.isWhole()) {
            refuse(row, row.numberOfBroken(MEMBER_NO), Reason.BAD_ROW, row.brokenBy());
            return;
        }
        int from = Typed.day(row.bytes(), row.from(VALID_FROM), row.to(VALID_FROM));
        boolean isOpen = row.isEmpty(VALID_TO);
        int to = isOpen ? Integer.MAX_VALUE : Typed.day(row.bytes(), row.from(VALID_TO), row.to(VALID_TO));
        if (row.isEmpty(MEMBER_NO) || from == Typed.NO_DAY || to < from) {
            refuse(row, row.text(MEMBER_NO), Reason.BAD_ROW, faultOf(row, from, to));
            return;
        }
        long key = IdNumber.keyOf(row.bytes(), row.from(ID_NUMBER), row.to(ID_NUMBER));
        if (key == IdNumber.NONE) {
            refuse(row, row.text(MEMBER_NO), Reason.BAD_ID, FeedFaults.ofIdNumber(row.text(ID_NUMBER)));
            return;
        }
        int kept = keepCard(row, key, CARD);
        numbers[kept] = NumberKey.of(row.bytes(), row.from(MEMBER_NO), row.to(MEMBER_NO));
        validFrom[kept] = from;
        validTo[kept] = to;
    }

    private static String faultOf(Row row, int from, int to) {
        if (row.isEmpty(MEMBER_NO)) {
            return "member_no为空，每行须有会员号";
        }
        if (from == Typed.NO_DAY) {
            return FeedFaults.ofDate(row, COLUMNS, "valid_from");
        }
        return to == Typed.NO_DAY
                ? FeedFaults.ofDate(row, COLUMNS, "valid_to")
                : "valid_to（" + row.text(VALID_TO) + "）早于valid_from（" + row.text(VALID_FROM) + "）";
    }
}
