package org.huzhu.adjudication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.huzhu.adjudication.Judge.Names;
import org.huzhu.columns.Accidents;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Terms;
import org.huzhu.columns.Words;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Accident;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Death;
import org.huzhu.facts.Event.Diagnosis;
import org.huzhu.facts.Event.Loss;
import org.huzhu.facts.Event.Maturity;
import org.huzhu.facts.Event.Person;
import org.huzhu.facts.Event.Stay;
import org.huzhu.facts.Event.Visit;
import org.huzhu.facts.Payment;
import org.huzhu.facts.Term;
import org.huzhu.kernel.Money;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Insured;

/** The facts of one case in columns, of which it is the only member. */
final class CaseColumns {

    private static final Comparator<Person> PERSONS =
            Comparator.comparing(Person::insured).thenComparing(Person::name);
    private static final Comparator<Payment> PAYMENTS = Comparator.comparing(Payment::on)
            .thenComparing(payment -> payment.event().orElse(""))
            .thenComparing(Payment::amount);

    private final Words words;
    private final FactBuilder builder;
    private final List<Event> events;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Person, Integer> numbers = new HashMap<>();
    private final Map<Integer, Person> persons = new HashMap<>();
    private final Map<String, Integer> addresses = new HashMap<>();
    private final FactColumns facts;

    /** The facts of the case; {@code base} are the words of the rules, which are not changed. */
    CaseColumns(Case of, Words base) {
        words = base.extended();
        builder = new FactBuilder(words, FactBuilder.ALL_PARTS);
        events = of.events().stream().sorted(Comparator.comparing(Event::id)).toList();
        for (int place = 0; place < events.size(); place++) {
            places.put(events.get(place).id(), place);
        }
        numberPersons(of);
        builder.member();
        of.terms().forEach(this::add);
        of.payments().stream().sorted(PAYMENTS).forEach(this::add);
        events.forEach(this::add);
        facts = builder.build();
    }

    FactColumns facts() {
        return facts;
    }

    Names names() {
        return new Names(words, event -> events.get(event).id(), person -> persons.getOrDefault(person, Person.MEMBER));
    }

    private void numberPersons(Case of) {
        TreeSet<Person> all = new TreeSet<>(PERSONS);
        all.add(Person.MEMBER);
        of.events().forEach(event -> all.add(event.person()));
        of.payments().forEach(payment -> all.add(payment.person()));
        Map<Insured, Integer> next = new HashMap<>();
        for (Person person : all) {
            int number = FactColumns.person(person.insured(), next.merge(person.insured(), 1, Integer::sum) - 1);
            numbers.put(person, number);
            persons.put(number, person);
        }
    }

    private int number(Person person) {
        return numbers.getOrDefault(person, FactColumns.MEMBER);
    }

    private void add(Term term) {
        builder.term(
                words.number(term.plan()),
                words.number(term.office()),
                Day.of(term.span().from()),
                Day.of(term.span().until()),
                term.units(),
                words.number(term.tier()),
                term.contribution().map(Money::fen).orElse(Terms.UNKNOWN));
    }

    private void add(Payment payment) {
        FactBuilder.PaidFor what = new FactBuilder.PaidFor(
                place(payment.event()),
                words.number(payment.disease()),
                payment.address().map(this::address).orElse(Words.NONE),
                payment.days());
        builder.payment(
                words.number(payment.plan()),
                words.number(payment.clause()),
                Day.of(payment.on()),
                number(payment.person()),
                what,
                payment.amount().fen());
    }

    private int place(Optional<String> event) {
        return event.map(id -> places.getOrDefault(id, FactColumns.NO_EVENT)).orElse(FactColumns.NO_EVENT);
    }

    /** Accidents that are not among the facts get numbers of their own, below {@link FactColumns#NO_EVENT}. */
    private int accident(Optional<String> accident) {
        return accident.map(id -> places.computeIfAbsent(id, unused -> FactColumns.NO_EVENT - 1 - places.size()))
                .orElse(FactColumns.NO_EVENT);
    }

    private int address(String address) {
        return addresses.computeIfAbsent(address, unused -> addresses.size() + 1);
    }

    private void add(Event event) {
        int person = number(event.person());
        int circumstances =
                event.circumstances().stream().mapToInt(FactColumns::bit).reduce(0, (one, other) -> one | other);
        switch (event) {
            case Visit visit -> builder.visit(person, Day.of(visit.settledOn()), circumstances, costs(visit.costs()));
            case Stay stay -> add(stay, person, circumstances);
            case Diagnosis it ->
                builder.diagnosis(
                        person,
                        words.number(it.disease()),
                        Day.of(it.diagnosedOn()),
                        Day.of(it.pathologyOn()),
                        Day.of(it.admittedOn()),
                        Day.of(it.firstDiagnosedOn()),
                        circumstances);
            case Accident accident -> builder.accident(person, Day.of(accident.on()), harm(accident), circumstances);
            case Death it ->
                builder.death(
                        person,
                        Day.of(it.on()),
                        it.cause(),
                        Day.of(it.accidentOn()),
                        accident(it.accident()),
                        circumstances);
            case Loss it ->
                builder.loss(
                        person, Day.of(it.on()), it.cause(), it.amount().fen(), address(it.address()), circumstances);
            case Maturity maturity -> builder.maturity(person, Day.of(maturity.on()), circumstances);
        }
    }

    private void add(Stay stay, int person, int circumstances) {
        FactBuilder.StayDays days = new FactBuilder.StayDays(
                Day.of(stay.admittedOn()),
                Day.of(stay.dischargedOn()),
                Day.of(stay.accidentOn()),
                Day.of(stay.filedOn()),
                Day.of(stay.settledOn()));
        builder.stay(
                person,
                days,
                stay.hospitalLevel(),
                stay.cause(),
                words.number(stay.icd()),
                place(stay.transferredFrom()),
                costs(stay.costs()),
                circumstances);
    }

    private static FactBuilder.Harm harm(Accident accident) {
        long grades = 0;
        for (int grade : accident.grades()) {
            grades = FactBuilder.grade(grades, grade);
        }
        int injuries = accident.injuries().stream().mapToInt(Accidents::bit).reduce(0, (one, other) -> one | other);
        return new FactBuilder.Harm(
                grades,
                accident.priorGrade().orElse(0),
                Day.of(accident.assessedOn()),
                accident.restDays(),
                accident.careDays(),
                injuries);
    }

    private static long[] costs(Costs costs) {
        List<Long> fen = new ArrayList<>();
        for (CostField field : CostField.values()) {
            fen.add(costs.of(field).map(Money::fen).orElse(Bills.UNKNOWN));
        }
        return fen.stream().mapToLong(Long::longValue).toArray();
    }
}
