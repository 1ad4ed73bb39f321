package org.huzhu.portal.plans;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Accident;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Death;
import org.huzhu.facts.Event.Diagnosis;
import org.huzhu.facts.Event.Loss;
import org.huzhu.facts.Event.Person;
import org.huzhu.facts.Event.Stay;
import org.huzhu.facts.Term;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Enrolment;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.plan.Insured;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.rules.Admission.Applicant;

/** Reads the form of whoever tries a plan into the facts of a case. */
final class TryReader {

    private static final int DAYS_MAX = 3_650;
    private static final int AGE_MAX = 120;
    private static final int YEAR_MIN = 1990;
    private static final int YEAR_MAX = 2100;
    private static final Money AMOUNT_MAX = Money.ofYuan(10_000_000);

    private final TryFields form;
    private final Typed typed;

    TryReader(TryFields form, Typed typed) {
        this.form = form;
        this.typed = typed;
    }

    /** The case; empty where something is wrong with the form, which then says so. */
    Optional<Case> facts() {
        Optional<LocalDate> from = day("from");
        Optional<LocalDate> on = day("on");
        int units = units();
        Optional<Event> event = on.flatMap(this::event);
        Optional<DateSpan> span = from.flatMap(this::span);
        if (!typed.isSound()) {
            return Optional.empty();
        }
        DateSpan cover = span.orElseThrow();
        Term now = term(cover, units);
        List<Term> terms = typed.at("renewed").equals("yes")
                ? List.of(term(new DateSpan(cover.from().minusYears(1), cover.from()), units), now)
                : List.of(now);
        return Optional.of(new Case(terms, List.of(event.orElseThrow()), List.of()));
    }

    private Term term(DateSpan span, int units) {
        return new Term(
                form.plan().id().plan(),
                one("office", form.offices()),
                span,
                units,
                one("tier", form.tiers()),
                Optional.empty());
    }

    private Optional<DateSpan> span(LocalDate from) {
        try {
            return Optional.of(form.plan().enrolment().term().from(from));
        } catch (IllegalArgumentException e) {
            typed.refuse("from", "try.from.late");
            return Optional.empty();
        }
    }

    /** Whoever would be enrolled, on the first day of cover. */
    Optional<Applicant> applicant() {
        Enrolment rules = form.plan().enrolment();
        Optional<LocalDate> from = day("from");
        int age = number("age", 0, AGE_MAX);
        Sex sex = rules.sexes().size() == 1
                ? rules.sexes().iterator().next()
                : typed.wanted("sex", Sex::valueOf, "typed.choose").orElse(Sex.FEMALE);
        return from.map(first -> new Applicant(
                sex,
                first.minusYears(age),
                rules.categories().stream().sorted().findFirst().orElseThrow(),
                Occupation.ORDINARY,
                one("tier", form.tiers()),
                units(),
                first));
    }

    private int units() {
        int max = form.plan().enrolment().units().max();
        return max > 1 ? number("units", 1, max) : 1;
    }

    private Optional<Event> event(LocalDate on) {
        return switch (form.happening()) {
            case STAY -> Optional.of(stay(on));
            case DIAGNOSIS -> one("disease", form.diseases()).map(disease -> diagnosis(on, disease));
            case ACCIDENT -> Optional.of(accident(on));
            case DEATH -> Optional.of(death(on));
            case LOSS -> Optional.of(loss(on));
        };
    }

    private Person person() {
        Insured insured = form.insured().size() > 1
                ? chosen("insured", Insured::valueOf)
                        .filter(form.insured()::contains)
                        .orElse(Insured.MEMBER)
                : form.insured().getFirst();
        return insured == Insured.MEMBER ? Person.MEMBER : new Person(insured, "1");
    }

    private Event stay(LocalDate on) {
        Map<CostField, Money> costs = new EnumMap<>(CostField.class);
        form.costs().forEach(field -> costs.put(field, amount(TryFields.COST + field.name())));
        LocalDate out = on.plusDays(number("days", 0, DAYS_MAX));
        Cause cause = cause();
        return new Stay(
                Texts.say(form.happening()),
                person(),
                on,
                out,
                number("level", 1, 3),
                cause,
                Optional.of(on).filter(_ -> cause == Cause.ACCIDENT),
                Optional.empty(),
                Optional.empty(),
                Optional.of(out),
                Optional.of(out),
                new Costs(costs),
                Set.of());
    }

    private Event diagnosis(LocalDate on, String disease) {
        return new Diagnosis(
                Texts.say(form.happening()),
                person(),
                disease,
                on,
                Optional.of(on),
                Optional.of(on),
                Optional.empty(),
                Set.of());
    }

    private Event accident(LocalDate on) {
        return new Accident(
                Texts.say(form.happening()),
                person(),
                on,
                typed.at("grade").isEmpty() ? List.of() : List.of(number("grade", 1, 10)),
                OptionalInt.empty(),
                Optional.of(on),
                typed.at("rest").isEmpty() ? 0 : number("rest", 0, DAYS_MAX),
                typed.at("care").isEmpty() ? 0 : number("care", 0, DAYS_MAX),
                chosen("injury", Injury::valueOf).stream().toList(),
                Set.of());
    }

    private Event death(LocalDate on) {
        Cause cause = cause();
        return new Death(
                Texts.say(form.happening()),
                person(),
                on,
                cause,
                Optional.of(on).filter(_ -> cause == Cause.ACCIDENT),
                Optional.empty(),
                Set.of());
    }

    private Event loss(LocalDate on) {
        LossCause cause = chosen("loss", LossCause::valueOf).orElse(LossCause.FIRE);
        return new Loss(Texts.say(form.happening()), person(), on, cause, amount("amount"), "1", Set.of());
    }

    private Cause cause() {
        return typed.wanted("cause", Cause::valueOf, "typed.choose").orElse(Cause.ILLNESS);
    }

    private <T> Optional<T> chosen(String field, Function<String, T> reader) {
        return typed.maybe(field, reader, "typed.choose");
    }

    private Optional<String> one(String field, List<Choice> choices) {
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> found = choices.stream()
                .map(Choice::value)
                .filter(typed.at(field)::equals)
                .findFirst();
        if (found.isEmpty()) {
            typed.refuse(field, "typed.choose");
        }
        return found;
    }

    private Optional<LocalDate> day(String field) {
        return typed.wanted(
                field,
                word -> {
                    LocalDate day = LocalDate.parse(word);
                    if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
                        throw new IllegalArgumentException("Far away");
                    }
                    return day;
                },
                "typed.day");
    }

    private int number(String field, int min, int max) {
        return typed.wanted(
                        field,
                        word -> {
                            int number = Integer.parseInt(word);
                            if (number < min || number > max) {
                                throw new IllegalArgumentException("Out of range");
                            }
                            return number;
                        },
                        "typed.number")
                .orElse(min);
    }

    private Money amount(String field) {
        return typed.wanted(
                        field,
                        word -> {
                            Money amount = Money.parseYuan(word);
                            if (amount.isNegative() || amount.compareTo(AMOUNT_MAX) > 0) {
                                throw new IllegalArgumentException("Out of range");
                            }
                            return amount;
                        },
                        "typed.amount")
                .orElse(Money.ZERO);
    }
}
