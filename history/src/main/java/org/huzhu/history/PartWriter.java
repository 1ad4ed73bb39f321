package org.huzhu.history;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.huzhu.columns.Accidents;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.columns.Deaths;
import org.huzhu.columns.Diagnoses;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Losses;
import org.huzhu.columns.Members;
import org.huzhu.columns.Part;
import org.huzhu.columns.Payments;
import org.huzhu.columns.Stays;
import org.huzhu.columns.Terms;
import org.huzhu.plan.CostField;

/** Writes a part of a store, table by table. */
final class PartWriter {

    private final int first;
    private final Members members;
    private final FactColumns facts;
    private final IntFunction<Optional<String>> memberNo;
    private final Opener opener;
    private final int[] memberOf;
    private final Map<Table, Long> rows = new EnumMap<>(Table.class);

    /** Opens the file of a table. */
    @FunctionalInterface
    interface Opener {
        OutputStream open(Table table) throws IOException;
    }

    /** What was written: rows of each table, and the first and last year of an event or payment. */
    record Written(Map<Table, Long> rows, int firstYear, int lastYear) {}

    /**
     * Writes a part.
     *
     * @param first the number that the first member has in the store
     * @param memberNo the society's number of a member of the part, if it is known
     */
    PartWriter(Part part, int first, IntFunction<Optional<String>> memberNo, Opener opener) {
        this.first = first;
        members = part.members();
        facts = part.facts();
        this.memberNo = memberNo;
        this.opener = opener;
        memberOf = new int[facts.events()];
        for (int member = 0; member < facts.members(); member++) {
            Arrays.fill(memberOf, facts.eventsFrom(member), facts.eventsTo(member), member);
        }
    }

    Written write() throws IOException {
        members();
        terms();
        for (Table table : Table.values()) {
            if (table.kind().isPresent()) {
                events(table, table.kind().get());
            }
        }
        payments();
        return written();
    }

    private Written written() {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        int payments = facts.members() == 0 ? 0 : facts.paymentsTo(facts.members() - 1);
        for (int event = 0; event < facts.events(); event++) {
            first = Math.min(first, facts.day(event));
            last = Math.max(last, facts.day(event));
        }
        for (int payment = 0; payment < payments; payment++) {
            first = Math.min(first, facts.payments().on(payment));
            last = Math.max(last, facts.payments().on(payment));
        }
        return first > last ? new Written(rows, 0, 0) : new Written(rows, Day.year(first), Day.year(last));
    }

    private TableWriter open(Table table, int count) throws IOException {
        rows.put(table, (long) count);
        return new TableWriter(table, opener.open(table), count);
    }

    private void members() throws IOException {
        try (TableWriter out = open(Table.MEMBERS, members.size())) {
            out.ints("member", member -> first + member)
                    .texts("member_no", member -> memberNo.apply(member).orElse(null))
                    .ints("agency_word", members::agency)
                    .ints("sex", member -> members.sex(member).ordinal())
                    .ints("born_on", members::bornOn)
                    .finish();
        }
    }

    private void terms() throws IOException {
        Terms terms = facts.terms();
        int[] member = members(facts::termsFrom, facts::termsTo);
        try (TableWriter out = open(Table.TERMS, member.length)) {
            out.ints("member", term -> first + member[term])
                    .ints("plan_word", terms::plan)
                    .ints("office_word", terms::office)
                    .ints("from_on", terms::from)
                    .ints("until_on", terms::until)
                    .ints("units", terms::units)
                    .ints("tier_word", terms::tier)
                    .longs("contribution_fen", terms::contributionFen)
                    .finish();
        }
    }

    private void payments() throws IOException {
        Payments payments = facts.payments();
        int[] member = members(facts::paymentsFrom, facts::paymentsTo);
        try (TableWriter out = open(Table.PAYMENTS, member.length)) {
            out.ints("member", payment -> first + member[payment])
                    .ints("plan_word", payments::plan)
                    .ints("clause_word", payments::clause)
                    .ints("on_day", payments::on)
                    .ints("person", payments::person)
                    .ints("event", payment -> rank(payments.event(payment), member[payment]))
                    .ints("disease_word", payments::disease)
                    .ints("address", payments::address)
                    .longs("amount_fen", payments::amountFen)
                    .ints("days", payments::days)
                    .finish();
        }
    }

    /** The member of each row, of which those of a member stand between two numbers. */
    private int[] members(IntUnaryOperator from, IntUnaryOperator to) {
        int[] member = new int[facts.members() == 0 ? 0 : to.applyAsInt(facts.members() - 1)];
        for (int each = 0; each < facts.members(); each++) {
            Arrays.fill(member, from.applyAsInt(each), to.applyAsInt(each), each);
        }
        return member;
    }

    private int rank(int event, int member) {
        return event < 0 ? event : event - facts.eventsFrom(member);
    }

    private void events(Table table, EventKind kind) throws IOException {
        int[] events = eventsOf(kind);
        try (TableWriter out = open(table, events.length)) {
            out.ints("member", i -> first + memberOf[events[i]])
                    .ints("event", i -> rank(events[i], memberOf[events[i]]))
                    .ints("person", i -> facts.person(events[i]))
                    .ints("circumstances", i -> facts.circumstances(events[i]))
                    .ints("day", i -> facts.day(events[i]));
            switch (kind) {
                case VISIT -> costs(out, events);
                case STAY -> stays(out, events);
                case DIAGNOSIS -> diagnoses(out, events);
                case ACCIDENT -> accidents(out, events);
                case DEATH -> deaths(out, events);
                case LOSS -> losses(out, events);
                case MATURITY -> {}
            }
            out.finish();
        }
    }

    private int[] eventsOf(EventKind kind) {
        int[] events = new int[facts.events()];
        int count = 0;
        for (int event = 0; event < events.length; event++) {
            if (facts.kindOrdinal(event) == kind.ordinal()) {
                events[count++] = event;
            }
        }
        return Arrays.copyOf(events, count);
    }

    private void costs(TableWriter out, int[] events) throws IOException {
        Bills bills = facts.bills();
        for (CostField cost : CostField.values()) {
            out.longs(Table.column(cost), i -> bills.fen(cost, facts.bill(events[i])));
        }
        out.longs(Table.BORNE, i -> bills.bornFen(facts.bill(events[i])));
    }

    private void stays(TableWriter out, int[] events) throws IOException {
        Stays stays = facts.stays();
        out.ints("discharged_on", i -> stays.dischargedOn(facts.row(events[i])))
                .ints("hospital_level", i -> stays.hospitalLevel(facts.row(events[i])))
                .ints("cause", i -> stays.cause(facts.row(events[i])).ordinal())
                .ints("accident_on", i -> stays.accidentOn(facts.row(events[i])))
                .ints("icd_word", i -> stays.icd(facts.row(events[i])))
                .ints("transferred_from", i -> rank(stays.transferredFrom(facts.row(events[i])), memberOf[events[i]]))
                .ints("filed_on", i -> stays.filedOn(facts.row(events[i])))
                .ints("settled_on", i -> stays.settledOn(facts.row(events[i])));
        costs(out, events);
    }

    private void diagnoses(TableWriter out, int[] events) throws IOException {
        Diagnoses diagnoses = facts.diagnoses();
        out.ints("disease_word", i -> diagnoses.disease(facts.row(events[i])))
                .ints("pathology_on", i -> diagnoses.pathologyOn(facts.row(events[i])))
                .ints("admitted_on", i -> diagnoses.admittedOn(facts.row(events[i])))
                .ints("first_diagnosed_on", i -> diagnoses.firstDiagnosedOn(facts.row(events[i])));
    }

    private void accidents(TableWriter out, int[] events) throws IOException {
        Accidents accidents = facts.accidents();
        out.longs("grades", i -> accidents.grades(facts.row(events[i])))
                .ints("prior_grade", i -> accidents.priorGrade(facts.row(events[i])))
                .ints("assessed_on", i -> accidents.assessedOn(facts.row(events[i])))
                .ints("rest_days", i -> accidents.restDays(facts.row(events[i])))
                .ints("care_days", i -> accidents.careDays(facts.row(events[i])))
                .ints("injuries", i -> accidents.injuries(facts.row(events[i])));
    }

    private void deaths(TableWriter out, int[] events) throws IOException {
        Deaths deaths = facts.deaths();
        out.ints("cause", i -> deaths.cause(facts.row(events[i])).ordinal())
                .ints("accident_on", i -> deaths.accidentOn(facts.row(events[i])))
                .ints("accident", i -> rank(deaths.accident(facts.row(events[i])), memberOf[events[i]]));
    }

    private void losses(TableWriter out, int[] events) throws IOException {
        Losses losses = facts.losses();
        out.ints("cause", i -> losses.cause(facts.row(events[i])).ordinal())
                .longs("amount_fen", i -> losses.amountFen(facts.row(events[i])))
                .ints("address", i -> losses.address(facts.row(events[i])));
    }
}
