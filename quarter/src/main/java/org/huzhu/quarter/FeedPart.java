package org.huzhu.quarter;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.table.Block;
import org.huzhu.quarter.table.Hash;
import org.huzhu.quarter.table.Row;
import org.huzhu.quarter.table.Typed;

/**
 * The rows of a block of the feed that are in order for themselves: form, identity number, amounts, and year. The one
 * text of a row is its record number. A cancelling row has no person, admission or amount.
 */
final class FeedPart extends Part {

    static final int RECORD_NO = 0;

    private static final int ID_NUMBER = 1;
    private static final int VISIT = 2;
    private static final int ADMITTED_ON = 3;
    private static final int DISCHARGED_ON = 4;
    private static final int SETTLED_ON = 5;
    private static final int INSTITUTION = 6;
    private static final int TOTAL = 7;
    private static final int SELF_PAY_1 = 10;
    private static final int OWN_COST = 12;
    private static final int CANCELS = 13;

    private static final byte[] OUTPATIENT = "outpatient".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INPATIENT = "inpatient".getBytes(StandardCharsets.US_ASCII);

    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final long firstEpochDay;
    private final long lastEpochDay;
    private final long[] amounts = new long[OWN_COST - TOTAL + 1];
    private final List<Cancellation> cancellations = new ArrayList<>();

    private long[] keys = new long[rowsAtFirst()];
    private long[] selfPayFen = new long[rowsAtFirst()];
    private long[] contents = new long[rowsAtFirst()];
    private int[] admitted = new int[rowsAtFirst()];
    private int[] discharged = new int[rowsAtFirst()];
    private int[] settled = new int[rowsAtFirst()];
    private byte[] states = new byte[rowsAtFirst()];

    /** What a row was found to be. */
    static final class State {
        static final byte OUTPATIENT = 0;
        static final byte INPATIENT = 1;
        static final byte CANCELLING = 2;
        static final byte CANCELLED = 3;
        static final byte REJECTED = 4;

        private State() {}
    }

    /**
     * A row that takes another one back.
     *
     * @param row its place in the part
     * @param target the number of the record taken back, in UTF-8
     */
    record Cancellation(int row, String target) {}

    FeedPart(LocalDate firstDay, LocalDate lastDay) {
        super(1);
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.firstEpochDay = firstDay.toEpochDay();
        this.lastEpochDay = lastDay.toEpochDay();
    }

    static FeedPart parse(Block block, int[] places, LocalDate firstDay, LocalDate lastDay) {
        FeedPart part = new FeedPart(firstDay, lastDay);
        part.fill(block, places);
        return part;
    }

    List<Cancellation> cancellations() {
        return cancellations;
    }

    /** Who was treated; see {@link IdNumber#key}. */
    long key(int row) {
        return keys[row];
    }

    long selfPayFen(int row) {
        return selfPayFen[row];
    }

    /** A hash of all that the row says beside its number. */
    long content(int row) {
        return contents[row];
    }

    int admittedOn(int row) {
        return admitted[row];
    }

    int dischargedOn(int row) {
        return discharged[row];
    }

    int settledOn(int row) {
        return settled[row];
    }

    byte state(int row) {
        return states[row];
    }

    void become(int row, byte state) {
        states[row] = state;
    }

    @Override
    void resize(int rows) {
        keys = Arrays.copyOf(keys, rows);
        selfPayFen = Arrays.copyOf(selfPayFen, rows);
        contents = Arrays.copyOf(contents, rows);
        admitted = Arrays.copyOf(admitted, rows);
        discharged = Arrays.copyOf(discharged, rows);
        settled = Arrays.copyOf(settled, rows);
        states = Arrays.copyOf(states, rows);
    }

    @Override
    void read(Row row) {
        if (!row.isWhole()) {
            refuse(row, row.numberOfBroken(RECORD_NO), Reason.BAD_ROW, row.brokenBy());
        } else if (row.isEmpty(CANCELS)) {
            readBill(row);
        } else {
            readCancellation(row);
        }
    }

    private void readCancellation(Row row) {
        int settledOn = Typed.day(row.bytes(), row.from(SETTLED_ON), row.to(SETTLED_ON));
        if (row.isEmpty(RECORD_NO) || settledOn == Typed.NO_DAY) {
            refuse(row, row.text(RECORD_NO), Reason.BAD_ROW, FeedFaults.ofCancellation(row));
        } else if (isInTime(row, settledOn)) {
            int kept = keep(row);
            addText(row, RECORD_NO);
            settled[kept] = settledOn;
            contents[kept] = Hash.with(settledOn, Hash.of(row.bytes(), row.from(CANCELS), row.to(CANCELS)));
            states[kept] = State.CANCELLING;
            cancellations.add(new Cancellation(kept, row.text(CANCELS)));
        }
    }

    private void readBill(Row row) {
        boolean isInpatient = row.is(VISIT, INPATIENT);
        int admittedOn = day(row, ADMITTED_ON);
        int dischargedOn = day(row, DISCHARGED_ON);
        int settledOn = day(row, SETTLED_ON);
        boolean isSound = !row.isEmpty(RECORD_NO)
                && (isInpatient || row.is(VISIT, OUTPATIENT))
                && admittedOn != Typed.NO_DAY
                && dischargedOn >= admittedOn
                && settledOn != Typed.NO_DAY;
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Typed.fen(row.bytes(), row.from(TOTAL + i), row.to(TOTAL + i));
            isSound &= amounts[i] != Typed.NONE_FEN;
        }
        if (!isSound) {
            refuse(row, row.text(RECORD_NO), Reason.BAD_ROW, FeedFaults.ofBill(row));
            return;
        }
        long key = IdNumber.keyOf(row.bytes(), row.from(ID_NUMBER), row.to(ID_NUMBER));
        if (isOfPerson(row, key) && amountsAgree(row) && isInTime(row, settledOn)) {
            int kept = keep(row);
            addText(row, RECORD_NO);
            keys[kept] = key;
            selfPayFen[kept] = amounts[SELF_PAY_1 - TOTAL];
            admitted[kept] = admittedOn;
            discharged[kept] = dischargedOn;
            settled[kept] = settledOn;
            states[kept] = isInpatient ? State.INPATIENT : State.OUTPATIENT;
            contents[kept] = contentOf(row, kept, dischargedOn);
        }
    }

    private long contentOf(Row row, int kept, int dischargedOn) {
        long hash = Hash.of(row.bytes(), row.from(INSTITUTION), row.to(INSTITUTION));
        hash = Hash.with(hash, keys[kept]);
        hash = Hash.with(hash, states[kept]);
        hash = Hash.with(hash, ((long) admitted[kept] << 32) ^ dischargedOn);
        hash = Hash.with(hash, settled[kept]);
        for (long amount : amounts) {
            hash = Hash.with(hash, amount);
        }
        return hash;
    }

    private boolean isOfPerson(Row row, long key) {
        if (key == IdNumber.NONE) {
            refuse(row, row.text(RECORD_NO), Reason.BAD_ID, FeedFaults.ofIdNumber(row.text(ID_NUMBER)));
        }
        return key != IdNumber.NONE;
    }

    private boolean amountsAgree(Row row) {
        long parts = 0;
        for (int i = 1; i < amounts.length; i++) {
            parts += amounts[i];
        }
        boolean agree = Math.abs(amounts[0] - parts) <= 1;
        if (!agree) {
            refuse(row, row.text(RECORD_NO), Reason.AMOUNTS_DISAGREE, FeedFaults.ofAmounts(amounts[0], parts));
        }
        return agree;
    }

    private boolean isInTime(Row row, int settledOn) {
        boolean isInTime = settledOn >= firstEpochDay && settledOn <= lastEpochDay;
        if (!isInTime) {
            String detail = "结算日" + row.text(SETTLED_ON) + "不在" + firstDay + "至" + lastDay + "之内";
            refuse(row, row.text(RECORD_NO), Reason.OUT_OF_YEAR, detail);
        }
        return isInTime;
    }

    private static int day(Row row, int column) {
        return Typed.day(row.bytes(), row.from(column), row.to(column));
    }
}
