package org.huzhu.city.past;

import org.huzhu.columns.Accidents;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Part;
import org.huzhu.columns.Terms;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.CostField;

/** One number for all that a part holds. */
final class Print {

    private long hash = 1;

    private Print() {}

    static long of(Part part) {
        Print print = new Print();
        for (int member = 0; member < part.members().size(); member++) {
            print.add(part.members().agency(member), part.members().bornOn(member));
            print.add(part.members().sex(member).ordinal(), part.facts().eventsTo(member));
            for (int term = part.facts().termsFrom(member); term < part.facts().termsTo(member); term++) {
                print.addTerm(part.facts().terms(), term);
            }
        }
        for (int event = 0; event < part.facts().events(); event++) {
            print.addEvent(part.facts(), event);
        }
        return print.hash;
    }

    private void add(long... values) {
        for (long value : values) {
            hash = hash * 0x9e3779b97f4a7c15L + value;
            hash ^= hash >>> 29;
        }
    }

    private void addTerm(Terms terms, int term) {
        add(terms.plan(term), terms.office(term), terms.from(term), terms.until(term));
        add(terms.units(term), terms.tier(term), terms.contributionFen(term));
    }

    private void addEvent(FactColumns facts, int event) {
        int row = facts.row(event);
        add(facts.kindOrdinal(event), facts.person(event), facts.circumstances(event), facts.day(event));
        switch (facts.kind(event)) {
            case VISIT -> addBill(facts, row);
            case STAY -> addStay(facts, row);
            case DIAGNOSIS -> {
                add(facts.diagnoses().disease(row), facts.diagnoses().pathologyOn(row));
                add(facts.diagnoses().admittedOn(row), facts.diagnoses().firstDiagnosedOn(row));
            }
            case ACCIDENT -> addAccident(facts.accidents(), row);
            case DEATH ->
                add(
                        facts.deaths().cause(row).ordinal(),
                        facts.deaths().accidentOn(row),
                        facts.deaths().accident(row));
            case LOSS ->
                add(
                        facts.losses().cause(row).ordinal(),
                        facts.losses().amountFen(row),
                        facts.losses().address(row));
            case MATURITY -> add(event);
        }
    }

    private void addStay(FactColumns facts, int row) {
        add(facts.stays().dischargedOn(row), facts.stays().hospitalLevel(row));
        add(
                facts.stays().cause(row).ordinal(),
                facts.stays().accidentOn(row),
                facts.stays().icd(row));
        add(
                facts.stays().transferredFrom(row),
                facts.stays().filedOn(row),
                facts.stays().settledOn(row));
        addBill(facts, facts.stays().bill(row));
    }

    private void addBill(FactColumns facts, int bill) {
        for (CostField field : CostField.values()) {
            add(facts.bills().fen(field, bill));
        }
    }

    private void addAccident(Accidents accidents, int row) {
        for (int grade = 1; grade <= Accidents.GRADES; grade++) {
            add(accidents.count(row, grade));
        }
        for (Injury injury : Injury.values()) {
            add(accidents.hasInjury(row, injury) ? 1 : 0);
        }
        add(accidents.priorGrade(row), accidents.assessedOn(row), accidents.restDays(row), accidents.careDays(row));
    }
}
