package org.huzhu.quarter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.Hash;
import org.huzhu.quarter.table.NumberKey;
import org.huzhu.quarter.table.Row;

/**
 * The rows of a block of the feed that are in order for themselves: form, identity number, amounts, and year. The one
 * text of a row is its record number, unless its {@link NumberKey} says it. A cancelling row has no person, admission
 * or amount. {@link FeedBlock} reads them.
 */
abstract class FeedPart extends Part {

    private static final int RECORD_NO = 0;

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

    FeedPart(int rows) {
        super(rows, 1);
        numbers = new long[rows];
        keys = new long[rows];
        selfPayFen = new long[rows];
        contents = new long[rows];
        admitted = new int[rows];
        discharged = new int[rows];
        settled = new int[rows];
        states = new byte[rows];
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

    /** Keeps a row that takes another one back. */
    final void keepCancellation(Row row, int settledOn, int cancelsColumn) {
        int kept = keepNumbered(row);
        settled[kept] = settledOn;
        contents[kept] = Hash.with(settledOn, Hash.of(row.bytes(), row.from(cancelsColumn), row.to(cancelsColumn)));
        states[kept] = State.CANCELLING;
        cancellations.add(new Cancellation(kept, row.text(cancelsColumn)));
    }

    /** Keeps an ordinary row of a person; {@link #keepRest} must follow. */
    final int keepBill(Row row, long key, boolean isInpatient) {
        int kept = keepNumbered(row);
        return keepPerson(kept, key, isInpatient);
    }

    /** As {@link #keepBill}, of a row whose number is all digits. */
    final int keepPlainBill(Row row, long number, long key, boolean isInpatient) {
        int kept = keep(row);
        addNoText();
        numbers[kept] = number;
        return keepPerson(kept, key, isInpatient);
    }

    private int keepPerson(int kept, long key, boolean isInpatient) {
        keys[kept] = key;
        states[kept] = isInpatient ? State.INPATIENT : State.OUTPATIENT;
        return kept;
    }

    /** Keeps what else an ordinary row says: its three days, the hash of its institution, and its amounts. */
    final void keepRest(int kept, int[] days, long institution, long[] amounts, long costFen) {
        admitted[kept] = days[0];
        discharged[kept] = days[1];
        settled[kept] = days[2];
        selfPayFen[kept] = costFen;
        long hash = Hash.with(institution, keys[kept]);
        hash = Hash.with(hash, ((long) days[0] << 32) ^ days[1]);
        hash = Hash.with(hash, ((long) days[2] << 32) ^ states[kept]);
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
}
