package org.huzhu.columns;

import java.util.Set;
import org.huzhu.plan.CostField;
import org.jspecify.annotations.Nullable;

/** The bills of visits and stays: a column for each part that any bill has, in fen. */
public final class Bills {

    /** Stands for a part that a bill does not know. */
    public static final long UNKNOWN = -1;

    private static final CostField[] FIELDS = CostField.values();

    private final @Nullable Longs[] parts = new Longs[FIELDS.length];
    private final Longs born = new Longs();
    private final Set<CostField> kept;

    Bills(Set<CostField> kept) {
        this.kept = Set.copyOf(kept);
    }

    int size() {
        return born.size();
    }

    /** The part of the bill, {@link #UNKNOWN} if the bill does not know it. */
    public long fen(CostField field, int bill) {
        Longs column = parts[field.ordinal()];
        return column == null ? UNKNOWN : column.get(bill);
    }

    /** The part of the bill, zero if the bill does not know it. */
    public long fenOrZero(CostField field, int bill) {
        return Math.max(0, fen(field, bill));
    }

    /** What the member bore of the bill: the total less all payers where it is known, else the parts that he paid. */
    public long bornFen(int bill) {
        return born.get(bill);
    }

    /** Whether the bill knows none of the parts that are kept. */
    public boolean isEmpty(int bill) {
        for (Longs column : parts) {
            if (column != null && column.get(bill) != UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    /** Has a whole column from now on; bills of which no column is taken do not know the part. */
    void take(CostField field, long[] whole) {
        Longs column = new Longs();
        column.take(whole);
        parts[field.ordinal()] = column;
    }

    void takeBorn(long[] whole) {
        born.take(whole);
    }

    /** Adds a bill, of which {@code fen} has each part by the ordinal of its field. */
    int add(long[] fen) {
        int row = born.size();
        for (CostField field : FIELDS) {
            long amount = fen[field.ordinal()];
            Longs column = parts[field.ordinal()];
            if (column == null && amount != UNKNOWN && kept.contains(field)) {
                column = new Longs();
                column.fillTo(row, UNKNOWN);
                parts[field.ordinal()] = column;
            }
            if (column != null) {
                column.add(amount);
            }
        }
        born.add(born(fen));
        return row;
    }

    private static long born(long[] fen) {
        long others = sum(fen, CostField.EMPLOYER_SUPPLEMENT, CostField.COMMERCIAL, CostField.MEDICAL_ASSISTANCE);
        long total = fen[CostField.TOTAL.ordinal()];
        long own = total == UNKNOWN ? parts(fen) : total - sum(fen, CostField.FUND_PAID, CostField.LARGE_SUM_PAID);
        return Math.max(0, own - others);
    }

    private static long parts(long[] fen) {
        long split = sum(fen, CostField.SELF_PAY_1, CostField.SELF_PAY_2, CostField.ABOVE_CEILING);
        long whole = sum(fen, CostField.SELF_PAID_AFTER_INSURANCE, CostField.ABOVE_CEILING);
        return Math.addExact(Math.max(split, whole), sum(fen, CostField.OWN_COST));
    }

    private static long sum(long[] fen, CostField... fields) {
        long sum = 0;
        for (CostField field : fields) {
            sum = Math.addExact(sum, Math.max(0, fen[field.ordinal()]));
        }
        return sum;
    }

    void trim() {
        born.trim();
        for (Longs column : parts) {
            if (column != null) {
                column.trim();
            }
        }
    }
}
