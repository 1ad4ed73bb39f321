package org.huzhu.quarter;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.table.Block;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.Hash;
import org.huzhu.quarter.table.NumberKey;
import org.huzhu.quarter.table.PlainRow;
import org.huzhu.quarter.table.PlainRow.Word;
import org.huzhu.quarter.table.Row;
import org.huzhu.quarter.table.Typed;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a block of the feed that are in order for themselves: form, identity number, amounts, and year. The one
 * text of a row is its record number, unless its {@link NumberKey} says it. A cancelling row has no person, admission
 * or amount.
 */
final class FeedPart extends Part {

    private static final int RECORD_NO = 0;
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
    private static final Word OUTPATIENT_WORD = new Word("outpatient");
    private static final Word INPATIENT_WORD = new Word("inpatient");

    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final long firstEpochDay;
    private final long lastEpochDay;
    private final long[] amounts = new long[OWN_COST - TOTAL + 1];
    private final List<Cancellation> cancellations = new ArrayList<>();

    private long[] numbers;
    private long[] keys;
    private long[] selfPayFen;
    private long[] contents;
    private int[] admitted;
    private int[] discharged;
    private int[] settled;
    private byte[] states;
    private Drawers byNumber = NO_DRAWERS;
    private @Nullable PlainRow plain;

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

    private FeedPart(int rows, LocalDate firstDay, LocalDate lastDay) {
        super(rows, 1);
        numbers = new long[rows];
        keys = new long[rows];
        selfPayFen = new long[rows];
        contents = new long[rows];
        admitted = new int[rows];
        discharged = new int[rows];
        settled = new int[rows];
        states = new byte[rows];
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.firstEpochDay = firstDay.toEpochDay();
        this.lastEpochDay = lastDay.toEpochDay();
    }

    /** Reads a block; plain rows the quick way, if it is wanted and their columns stand in the usual order. */
    static FeedPart parse(Block block, int[] places, LocalDate firstDay, LocalDate lastDay, boolean isQuick) {
        FeedPart part = new FeedPart(rowsExpected(block), firstDay, lastDay);
        part.plain = isQuick && Row.isUsual(places) ? new PlainRow(block) : null;
        part.fill(block, places);
        part.plain = null;
        return part;
    }

    /** The rows that take another one back, in the order of the file. */
    List<Cancellation> cancellations() {
        return cancellations;
    }

    /** The rows by the drawers of their own numbers. */
    Drawers byNumber() {
        return byNumber;
    }

    /** The record number; see {@link NumberKey}. */
    long number(int row) {
        return numbers[row];
    }

    /** The record number as it stands in the file, in UTF-8. */
    byte[] numberBytes(int row) {
        return NumberKey.isDigits(numbers[row])
                ? NumberKey.digits(numbers[row])
                : Arrays.copyOfRange(texts(), textFrom(row, RECORD_NO), textTo(row, RECORD_NO));
    }

    String numberText(int row) {
        return new String(numberBytes(row), StandardCharsets.UTF_8);
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

    /** Refuses a row that was kept: it counts no more, nor can it be taken back or take another back. */
    Reject refuse(int row, Reason reason, String detail) {
        states[row] = State.REJECTED;
        return reject(row, numberText(row), reason, detail);
    }

    @Override
    long drawerKey(int row) {
        return states[row] == State.CANCELLING ? numbers[row] : keys[row];
    }

    @Override
    void resize(int rows) {
        numbers = Arrays.copyOf(numbers, rows);
        keys = Arrays.copyOf(keys, rows);
        selfPayFen = Arrays.copyOf(selfPayFen, rows);
        contents = Arrays.copyOf(contents, rows);
        admitted = Arrays.copyOf(admitted, rows);
        discharged = Arrays.copyOf(discharged, rows);
        settled = Arrays.copyOf(settled, rows);
        states = Arrays.copyOf(states, rows);
    }

    @Override
    void arrange(int[] order) {
        int[] placeOf = Drawers.inverse(order);
        byNumber =
                new Drawers(order.length, row -> numbers[row]).withKeys(numbers).renamed(placeOf);
        cancellations.replaceAll(each -> new Cancellation(placeOf[each.row()], each.target()));
        numbers = Drawers.arranged(numbers, order);
        keys = Drawers.arranged(keys, order);
        selfPayFen = Drawers.arranged(selfPayFen, order);
        contents = Drawers.arranged(contents, order);
        admitted = Drawers.arranged(admitted, order);
        discharged = Drawers.arranged(discharged, order);
        settled = Drawers.arranged(settled, order);
        states = Drawers.arranged(states, order);
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
            int kept = keepNumbered(row);
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
            int kept = keepNumbered(row);
            admitted[kept] = admittedOn;
            discharged[kept] = dischargedOn;
            settled[kept] = settledOn;
            states[kept] = isInpatient ? State.INPATIENT : State.OUTPATIENT;
            complete(kept, key, Hash.of(row.bytes(), row.from(INSTITUTION), row.to(INSTITUTION)));
        }
    }

    @Override
    boolean readPlain(Row row) {
        PlainRow it = plain;
        if (it == null || !it.begin(row.end())) {
            return false;
        }
        long number = it.number();
        long key = it.idNumber();
        boolean isInpatient = !it.isFirstOf(OUTPATIENT_WORD, INPATIENT_WORD);
        int admittedOn = it.day();
        int dischargedOn = it.day();
        int settledOn = it.day();
        long institution = it.text();
        long parts = 0;
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = it.fen();
            parts += i == 0 ? 0 : amounts[i];
        }
        boolean isSound = dischargedOn >= admittedOn && Math.abs(amounts[0] - parts) <= 1;
        if (!it.end() || !isSound || settledOn < firstEpochDay || settledOn > lastEpochDay) {
            return false;
        }
        row.pass(it.at());
        int kept = keep(row);
        addNoText();
        numbers[kept] = number;
        admitted[kept] = admittedOn;
        discharged[kept] = dischargedOn;
        settled[kept] = settledOn;
        states[kept] = isInpatient ? State.INPATIENT : State.OUTPATIENT;
        complete(kept, key, institution);
        return true;
    }

    private void complete(int kept, long key, long institution) {
        keys[kept] = key;
        selfPayFen[kept] = amounts[SELF_PAY_1 - TOTAL];
        long hash = Hash.with(institution, key);
        hash = Hash.with(hash, ((long) admitted[kept] << 32) ^ discharged[kept]);
        hash = Hash.with(hash, ((long) settled[kept] << 32) ^ states[kept]);
        contents[kept] = Hash.with(hash, amounts);
    }

    private int keepNumbered(Row row) {
        int kept = keep(row);
        numbers[kept] = NumberKey.of(row.bytes(), row.from(RECORD_NO), row.to(RECORD_NO));
        if (NumberKey.isDigits(numbers[kept])) {
            addNoText();
        } else {
            addText(row, RECORD_NO);
        }
        return kept;
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
