package org.huzhu.quarter;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.table.Block;
import org.huzhu.quarter.table.Hash;
import org.huzhu.quarter.table.PlainRow;
import org.huzhu.quarter.table.PlainRow.Word;
import org.huzhu.quarter.table.Row;
import org.huzhu.quarter.table.Typed;
import org.jspecify.annotations.Nullable;

/**
 * Reads a block of the feed: plain rows the quick way, all others the careful way, which alone refuses. A row that the
 * quick way does not take is as if it had not been tried.
 */
final class FeedBlock extends FeedPart {

    private static final int RECORD_NO = 0;
    private static final int ID_NUMBER = 1;
    private static final int VISIT = 2;
    private static final int ADMITTED_ON = 3;
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
    private final int[] days = new int[SETTLED_ON - ADMITTED_ON + 1];
    private final long[] amounts = new long[OWN_COST - TOTAL + 1];
    private @Nullable PlainRow plain;

    private FeedBlock(Block block, @Nullable PlainRow plain, LocalDate firstDay, LocalDate lastDay) {
        super(rowsExpected(block));
        this.plain = plain;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.firstEpochDay = firstDay.toEpochDay();
        this.lastEpochDay = lastDay.toEpochDay();
    }

    /** Reads a block; the quick way is tried if it is wanted and the columns stand in the usual order. */
    static FeedPart parse(Block block, int[] places, LocalDate firstDay, LocalDate lastDay, boolean isQuick) {
        PlainRow plain = isQuick && Row.isUsual(places) ? new PlainRow(block) : null;
        FeedBlock part = new FeedBlock(block, plain, firstDay, lastDay);
        part.fill(block, places);
        part.plain = null; // else the block would stay in memory as long as its rows
        return part;
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
            keepCancellation(row, settledOn, CANCELS);
        }
    }

    private void readBill(Row row) {
        boolean isInpatient = row.is(VISIT, INPATIENT);
        for (int i = 0; i < days.length; i++) {
            days[i] = Typed.day(row.bytes(), row.from(ADMITTED_ON + i), row.to(ADMITTED_ON + i));
        }
        boolean isSound = !row.isEmpty(RECORD_NO)
                && (isInpatient || row.is(VISIT, OUTPATIENT))
                && days[0] != Typed.NO_DAY
                && days[1] >= days[0]
                && days[2] != Typed.NO_DAY;
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Typed.fen(row.bytes(), row.from(TOTAL + i), row.to(TOTAL + i));
            isSound &= amounts[i] != Typed.NONE_FEN;
        }
        if (!isSound) {
            refuse(row, row.text(RECORD_NO), Reason.BAD_ROW, FeedFaults.ofBill(row));
            return;
        }
        long key = IdNumber.keyOf(row.bytes(), row.from(ID_NUMBER), row.to(ID_NUMBER));
        if (isOfPerson(row, key) && amountsAgree(row) && isInTime(row, days[2])) {
            long institution = Hash.of(row.bytes(), row.from(INSTITUTION), row.to(INSTITUTION));
            keepRest(keepBill(row, key, isInpatient), days, institution, amounts, amounts[SELF_PAY_1 - TOTAL]);
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
        for (int i = 0; i < days.length; i++) {
            days[i] = it.day();
        }
        long institution = it.text();
        long parts = 0;
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = it.fen();
            parts += i == 0 ? 0 : amounts[i];
        }
        boolean isSound = days[1] >= days[0] && Math.abs(amounts[0] - parts) <= 1;
        if (!it.end() || !isSound || days[2] < firstEpochDay || days[2] > lastEpochDay) {
            return false;
        }
        row.pass(it.at());
        int kept = keepPlainBill(row, number, key, isInpatient);
        keepRest(kept, days, institution, amounts, amounts[SELF_PAY_1 - TOTAL]);
        return true;
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
}
