package org.huzhu.city;

/**
 * One bill of a hospital: an outpatient visit or an inpatient stay. Days count from the first of January.
 *
 * @param settled the day on which the medical insurance settled it; it decides year, quarter and cover
 */
record Visit(boolean inpatient, int admitted, int discharged, int settled, String institution, Bill bill) {

    /**
     * Who bears the cost, in fen, none below zero.
     *
     * @param selfPay1 自付一: inside the scope of the insurance and not paid by it
     * @param selfPay2 自付二: the worker's own share of partly insured medicines
     * @param ownCost 自费: outside the scope
     * @param roundingGap what the total differs from the sum of the parts: -1, 0 or 1
     */
    record Bill(long fundPaid, long largeSumPaid, long selfPay1, long selfPay2, long ownCost, int roundingGap) {

        long total() {
            return Math.max(0, fundPaid + largeSumPaid + selfPay1 + selfPay2 + ownCost + roundingGap);
        }

        Bill withSelfPay1(long fen) {
            return new Bill(fundPaid, largeSumPaid, fen, selfPay2, ownCost, roundingGap);
        }
    }

    Visit withBill(Bill other) {
        return new Visit(inpatient, admitted, discharged, settled, institution, other);
    }

    Visit settledOn(int day) {
        return new Visit(inpatient, admitted + day - settled, discharged + day - settled, day, institution, bill);
    }
}
