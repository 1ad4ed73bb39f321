package org.huzhu.city;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a feed, as text.
 *
 * @param reachedOn the day on which it reached the society, in the year; decides the feed and the place in it
 * @param verdict what settling must make of it
 * @param fields in the order of the header; a flawed row may have more or fewer
 */
record FeedRow(int reachedOn, Verdict verdict, List<String> fields) {

    static final String HEADER = "record_no,id_number,visit,admitted_on,discharged_on,settled_on,institution,"
            + "total,fund_paid,large_sum_paid,self_pay_1,self_pay_2,own_cost,cancels";

    static final int RECORD_NO = 0;
    static final int ID_NUMBER = 1;
    static final int VISIT = 2;
    static final int ADMITTED_ON = 3;
    static final int DISCHARGED_ON = 4;
    static final int SETTLED_ON = 5;
    static final int TOTAL = 7;
    static final int SELF_PAY_1 = 10;
    static final int CANCELS = 13;

    static FeedRow accepted(int reachedOn, String recordNo, String id, Visit visit, YearDays days) {
        Visit.Bill bill = visit.bill();
        return new FeedRow(
                reachedOn,
                Verdict.ACCEPTED,
                List.of(
                        recordNo,
                        id,
                        visit.inpatient() ? "inpatient" : "outpatient",
                        days.text(visit.admitted()),
                        days.text(visit.discharged()),
                        days.text(visit.settled()),
                        visit.institution(),
                        yuan(bill.total()),
                        yuan(bill.fundPaid()),
                        yuan(bill.largeSumPaid()),
                        yuan(bill.selfPay1()),
                        yuan(bill.selfPay2()),
                        yuan(bill.ownCost()),
                        ""));
    }

    /** Fen as yuan with both decimals; {@code String.format} would ask the locale. */
    static String yuan(long fen) {
        long cents = fen % 100;
        return fen / 100 + (cents < 10 ? ".0" : ".") + cents;
    }

    String field(int place) {
        return fields.get(place);
    }

    FeedRow with(int place, String text) {
        List<String> changed = new ArrayList<>(fields);
        changed.set(place, text);
        return new FeedRow(reachedOn, verdict, List.copyOf(changed));
    }

    FeedRow as(Verdict other) {
        return new FeedRow(reachedOn, other, fields);
    }

    FeedRow reachedOn(int day) {
        return new FeedRow(day, verdict, fields);
    }
}
