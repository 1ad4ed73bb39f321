package org.huzhu.bench.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.bench.drools.Accident;
import org.huzhu.bench.drools.Cover;
import org.huzhu.bench.drools.Death;
import org.huzhu.bench.drools.Diagnosis;
import org.huzhu.bench.drools.Stay;
import org.huzhu.bench.drools.Visit;
import org.huzhu.columns.Accidents;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.columns.Deaths;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Stays;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.CostField;

/** The facts of one member as objects. What lies between covers, and between stays, is ready made. */
final class DroolsFacts {

    private final FactColumns facts;
    private final int first;
    private final List<Object> objects = new ArrayList<>();
    private final Map<Integer, Stay> stays = new HashMap<>();

    private DroolsFacts(FactColumns facts, int member) {
        this.facts = facts;
        first = facts.eventsFrom(member);
    }

    /** All that there is to know of the member. */
    static List<Object> of(FactColumns facts, int member, SlotsOfPlan slots) {
        DroolsFacts all = new DroolsFacts(facts, member);
        all.objects.addAll(slots.covers(facts, member));
        for (int event = all.first; event < facts.eventsTo(member); event++) {
            if (facts.person(event) == FactColumns.MEMBER) {
                all.add(event);
            }
        }
        return all.objects;
    }

    /** Makes the covers of a member. */
    @FunctionalInterface
    interface SlotsOfPlan {
        List<Cover> covers(FactColumns facts, int member);
    }

    private void add(int event) {
        int day = facts.day(event);
        int circumstances = facts.circumstances(event);
        switch (facts.kind(event)) {
            case VISIT -> objects.add(new Visit(event - first, circumstances, day, Day.year(day), costs(event)));
            case STAY -> objects.add(stay(event));
            case DIAGNOSIS -> {
                int row = facts.row(event);
                int firstOn = facts.diagnoses().firstDiagnosedOn(row);
                int disease = facts.diagnoses().disease(row);
                objects.add(new Diagnosis(
                        event - first,
                        circumstances,
                        day,
                        Day.year(day),
                        disease,
                        firstOn == Day.NONE ? Day.END : firstOn));
            }
            case ACCIDENT -> objects.add(accident(event));
            case DEATH -> objects.add(death(event));
            case LOSS, MATURITY -> Refused.unless(false, facts.kind(event).name());
        }
    }

    private Map<CostField, Long> costs(int event) {
        Map<CostField, Long> costs = new EnumMap<>(CostField.class);
        for (CostField field : Society.COSTS) {
            long fen = facts.bills().fen(field, facts.bill(event));
            if (fen != Bills.UNKNOWN) {
                costs.put(field, fen);
            }
        }
        return costs;
    }

    private Stay stay(int event) {
        Stay known = stays.get(event);
        if (known != null) {
            return known;
        }
        Stays columns = facts.stays();
        int row = facts.row(event);
        int day = facts.day(event);
        int settled = columns.settledOn(row);
        Stay stay = new Stay(
                event - first,
                facts.circumstances(event),
                day,
                Day.year(day),
                columns.dischargedOn(row),
                columns.hospitalLevel(row),
                columns.cause(row).ordinal(),
                columns.accidentOn(row),
                columns.icd(row),
                settled,
                settled == Day.NONE ? 0 : Day.year(settled),
                costs(event),
                before(day, columns.transferredFrom(row)));
        stays.put(event, stay);
        return stay;
    }

    private Optional<Stay> before(int day, int before) {
        if (before == FactColumns.NO_EVENT || facts.kind(before) != EventKind.STAY) {
            return Optional.empty();
        }
        int days = day - facts.stays().dischargedOn(facts.row(before));
        return days >= 0 && days <= 1 ? Optional.of(stay(before)) : Optional.empty();
    }

    private Accident accident(int event) {
        Accidents columns = facts.accidents();
        int row = facts.row(event);
        int day = facts.day(event);
        int grade = columns.heaviest(row);
        int assessed = columns.assessedOn(row);
        int injuries = 0;
        for (Injury injury : Injury.values()) {
            injuries |= columns.hasInjury(row, injury) ? Accidents.bit(injury) : 0;
        }
        return new Accident(
                event - first,
                facts.circumstances(event),
                day,
                Day.year(day),
                grade,
                grade == 0 ? 0 : columns.count(row, grade),
                columns.priorGrade(row),
                assessed == Day.NONE ? 0 : assessed - day,
                columns.restDays(row),
                columns.careDays(row),
                injuries);
    }

    private Death death(int event) {
        Deaths columns = facts.deaths();
        int row = facts.row(event);
        int accident = columns.accident(row);
        int on = columns.accidentOn(row);
        on = on == Day.NONE && accident >= first ? facts.day(accident) : on;
        int day = on == Day.NONE ? facts.day(event) : on;
        return new Death(
                event - first,
                facts.circumstances(event),
                day,
                Day.year(day),
                columns.cause(row).ordinal(),
                on == Day.NONE ? Integer.MAX_VALUE : facts.day(event) - on,
                facts.key(event) - first);
    }
}
