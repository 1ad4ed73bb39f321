package org.huzhu.city.past;

import java.util.Arrays;
import org.huzhu.city.Chance;
import org.huzhu.columns.Bills;
import org.huzhu.plan.CostField;

/** A medical bill: its parts add up to its total, and other payers give no more than the patient bore. */
final class Bill {

    private static final CostField[] FIELDS = CostField.values();
    private static final long LARGE_SUM_FROM_FEN = 15_000_00;
    private static final long OWN_MEDIAN_FEN = 600_00;
    private static final int EMPLOYERS_IN_THOUSAND = 100;
    private static final int COMMERCIAL_IN_THOUSAND = 40;
    private static final int ASSISTED_IN_THOUSAND = 15;

    private final long[] fen = new long[FIELDS.length];

    private Bill() {
        Arrays.fill(fen, Bills.UNKNOWN);
    }

    /** The bill of a visit, of which the patient pays so much inside the scope of the insurance. */
    static Bill visit(long selfPay1, Chance chance) {
        Bill bill = new Bill();
        bill.set(CostField.FUND_PAID, selfPay1 * chance.between(0, 220) / 100);
        bill.set(CostField.SELF_PAY_1, selfPay1);
        bill.set(CostField.SELF_PAY_2, chance.below(3) == 0 ? selfPay1 * chance.below(40) / 100 : 0);
        bill.set(CostField.OWN_COST, chance.below(2) == 0 ? chance.below(120_00) : 0);
        bill.setTotal();
        return bill;
    }

    /** The bill of a stay; {@code aboveCeiling} is zero but for a few. */
    static Bill stay(long selfPay1, long aboveCeiling, Chance chance) {
        Bill bill = new Bill();
        long selfPay2 = selfPay1 * chance.between(0, 40) / 100;
        long own = chance.logNormal(OWN_MEDIAN_FEN, 1.0);
        bill.set(CostField.FUND_PAID, selfPay1 * chance.between(250, 700) / 100);
        bill.set(
                CostField.LARGE_SUM_PAID,
                selfPay1 > LARGE_SUM_FROM_FEN ? selfPay1 * chance.between(100, 400) / 100 : 0);
        bill.set(CostField.SELF_PAY_1, selfPay1);
        bill.set(CostField.SELF_PAY_2, selfPay2);
        bill.set(CostField.OWN_COST, own);
        if (aboveCeiling > 0) {
            bill.set(CostField.ABOVE_CEILING, aboveCeiling);
        }
        bill.setTotal();
        bill.set(CostField.SELF_PAID_AFTER_INSURANCE, selfPay1 + selfPay2);
        bill.addOtherPayers(selfPay1 + selfPay2, chance);
        return bill;
    }

    private void addOtherPayers(long borne, Chance chance) {
        if (chance.inThousand(EMPLOYERS_IN_THOUSAND)) {
            set(CostField.EMPLOYER_SUPPLEMENT, borne * chance.between(10, 40) / 100);
        }
        if (chance.inThousand(COMMERCIAL_IN_THOUSAND)) {
            set(CostField.COMMERCIAL, borne * chance.between(10, 30) / 100);
        }
        if (chance.inThousand(ASSISTED_IN_THOUSAND)) {
            set(CostField.MEDICAL_ASSISTANCE, borne * chance.between(10, 30) / 100);
        }
    }

    private void set(CostField field, long amount) {
        fen[field.ordinal()] = amount;
    }

    private void setTotal() {
        long total = 0;
        for (long part : fen) {
            total += Math.max(0, part);
        }
        set(CostField.TOTAL, total);
    }

    /** The parts by the ordinal of their field, {@link Bills#UNKNOWN} for what the bill does not say. */
    long[] fen() {
        return fen;
    }
}
