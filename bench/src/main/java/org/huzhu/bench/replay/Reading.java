package org.huzhu.bench.replay;

import java.util.List;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Stays;
import org.huzhu.columns.Terms;
import org.huzhu.plan.CostField;

/** Adds columns up, as plain Java does it: the limit that the memory sets. */
final class Reading {

    private static final List<CostField> FIELDS = List.copyOf(Society.COSTS);

    private Reading() {}

    /** The sum of all days, words and costs of the facts. */
    static long sum(FactColumns facts) {
        return events(facts) + terms(facts.terms(), facts.termsTo(facts.members() - 1)) + bills(facts);
    }

    private static long events(FactColumns facts) {
        long sum = 0;
        for (int event = 0; event < facts.events(); event++) {
            sum += facts.day(event) + facts.kindOrdinal(event) + facts.row(event);
        }
        return sum;
    }

    private static long terms(Terms terms, int end) {
        long sum = 0;
        for (int term = 0; term < end; term++) {
            sum += terms.plan(term) + terms.from(term) + terms.until(term) + terms.units(term) + terms.tier(term);
        }
        return sum;
    }

    private static long bills(FactColumns facts) {
        long sum = 0;
        int bills = 0;
        int stays = 0;
        for (int event = 0; event < facts.events(); event++) {
            int bill = facts.bill(event);
            bills = Math.max(bills, bill + 1);
            stays += facts.kind(event) == EventKind.STAY ? 1 : 0;
        }
        for (CostField field : FIELDS) {
            for (int bill = 0; bill < bills; bill++) {
                sum += facts.bills().fen(field, bill);
            }
        }
        Stays column = facts.stays();
        for (int stay = 0; stay < stays; stay++) {
            sum += column.dischargedOn(stay) + column.hospitalLevel(stay) + column.accidentOn(stay);
            sum += column.settledOn(stay) + column.icd(stay) + column.transferredFrom(stay);
        }
        return sum;
    }
}
