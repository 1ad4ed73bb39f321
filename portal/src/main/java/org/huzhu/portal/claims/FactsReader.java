package org.huzhu.portal.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.huzhu.claims.judged.Facts;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Person;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.portal.Typed;

/** Reads what was typed into the facts of a claim. */
final class FactsReader {

    private static final int DAYS_MAX = 3_650;
    private static final int GRADE_MAX = 10;
    private static final int USUAL_LEVEL = 3;

    private final FactsForm form;
    private final Typed typed;
    private final Person person;
    private final LocalDate today;

    FactsReader(FactsForm form, Typed typed, Person person, LocalDate today) {
        this.form = form;
        this.typed = typed;
        this.person = person;
        this.today = today;
    }

    /** The facts; empty where something is wrong with the form, which then says so. */
    Optional<Facts> facts() {
        List<Event> events = new ArrayList<>();
        for (int place = 0; place < form.room().diagnoses(); place++) {
            diagnosis(place).ifPresent(events::add);
        }
        for (int place = 0; place < form.room().accidents(); place++) {
            accident(place).ifPresent(events::add);
        }
        death().ifPresent(events::add);
        loss().ifPresent(events::add);
        for (int stay = 0; stay < form.room().stays(); stay++) {
            stay("s" + stay + ".", events.size() + 1).ifPresent(events::add);
        }
        if (events.isEmpty() && typed.isSound()) {
            Typed _ = typed.refused(org.huzhu.portal.Texts.say("claim.nothing"));
        }
        return typed.isSound()
                ? Optional.of(new Facts(events, typed.maybe("occupation", Occupation::valueOf, "typed.missing")))
                : Optional.empty();
    }

    private Set<Circumstance> circumstances() {
        return typed.all("circumstance").stream().map(Circumstance::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private Optional<LocalDate> day(String field) {
        Optional<LocalDate> day = typed.maybe(field, LocalDate::parse, "typed.day");
        day.filter(it -> it.isAfter(today)).ifPresent(_ -> typed.refuse(field, "claim.ahead"));
        return day;
    }

    private Optional<Event> diagnosis(int place) {
        String at = FactsForm.diagnosisAt(place);
        if (typed.at(at + "disease").isEmpty() && typed.at(at + "diagnosed").isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> on = day(at + "diagnosed");
        if (on.isEmpty()) {
            typed.refuse(at + "diagnosed", "typed.missing");
        }
        if (!form.diseases().contains(typed.at(at + "disease"))) {
            typed.refuse(at + "disease", "typed.missing");
        }
        Optional<LocalDate> pathology = day(at + "pathology");
        Optional<LocalDate> admitted = day("s0.in");
        Optional<LocalDate> first = day(at + "first");
        return on.map(day -> new Event.Diagnosis(
                "d" + place, person, typed.at(at + "disease"), day, pathology, admitted, first, circumstances()));
    }

    private Optional<Event> accident(int place) {
        String at = FactsForm.accidentAt(place);
        if (form.kind() == org.huzhu.claims.ClaimKind.DEATH
                || typed.at(at + "accident").isEmpty()) {
            return Optional.empty();
        }
        int rest = count(at + "rest");
        int care = count(at + "care");
        List<Integer> grades = grades(at);
        Optional<LocalDate> assessed =
                day(at + "assessed").or(() -> grades.isEmpty() ? Optional.empty() : day(at + "accident"));
        List<Injury> injuries = typed.maybe(at + "injury", Injury::valueOf, "typed.missing").stream()
                .toList();
        return day(at + "accident")
                .map(on -> new Event.Accident(
                        "a" + place,
                        person,
                        on,
                        grades,
                        OptionalInt.empty(),
                        assessed,
                        rest,
                        care,
                        injuries,
                        circumstances()));
    }

    private List<Integer> grades(String at) {
        return typed.maybe(
                        at + "grades",
                        text -> Arrays.stream(text.split("[,，、 ]+"))
                                .map(each -> within(Integer.parseInt(each.replace("级", "")), 1, GRADE_MAX))
                                .toList(),
                        "claim.grades.wrong")
                .orElse(List.of());
    }

    private int count(String field) {
        return typed.maybe(field, text -> within(Integer.parseInt(text), 0, DAYS_MAX), "claim.days.wrong")
                .orElse(0);
    }

    private static int within(int number, int min, int max) {
        if (number < min || number > max) {
            throw new IllegalArgumentException(number + " is not from " + min + " to " + max);
        }
        return number;
    }

    private Optional<Event> death() {
        if (form.kind() != org.huzhu.claims.ClaimKind.DEATH) {
            return Optional.empty();
        }
        Optional<Cause> cause = typed.wanted("deathCause", Cause::valueOf, "typed.missing");
        Optional<LocalDate> accident = day("accident");
        if (typed.at("death").isEmpty()) {
            typed.refuse("death", "typed.missing");
        }
        return day("death")
                .flatMap(on -> cause.map(
                        why -> new Event.Death("3", person, on, why, accident, Optional.empty(), circumstances())));
    }

    private Optional<Event> loss() {
        if (form.kind() != org.huzhu.claims.ClaimKind.LOSS) {
            return Optional.empty();
        }
        Optional<LossCause> cause = typed.wanted("lossCause", LossCause::valueOf, "typed.missing");
        Optional<Money> amount = typed.wanted("amount", FactsReader::money, "claim.money.wrong");
        Optional<String> address = typed.wanted("address", text -> text, "typed.missing");
        if (typed.at("loss").isEmpty()) {
            typed.refuse("loss", "typed.missing");
        }
        Optional<LocalDate> on = day("loss");
        if (on.isEmpty() || cause.isEmpty() || amount.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Event.Loss("4", person, on.get(), cause.get(), amount.get(), address.get(), circumstances()));
    }

    private static Money money(String text) {
        Money money = Money.parseYuan(text.replace(",", "").replace("元", ""));
        if (money.isNegative()) {
            throw new IllegalArgumentException("Below zero");
        }
        return money;
    }

    private Optional<Event> stay(String at, int place) {
        if (typed.at(at + "in").isEmpty() && typed.at(at + "out").isEmpty()) {
            if (form.kind() == org.huzhu.claims.ClaimKind.STAY && at.equals("s0.")) {
                typed.refuse(at + "in", "typed.missing");
            }
            return Optional.empty();
        }
        Optional<LocalDate> in = day(at + "in");
        Optional<LocalDate> out = day(at + "out");
        out.filter(day -> in.filter(day::isBefore).isPresent())
                .ifPresent(_ -> typed.refuse(at + "out", "claim.out.before"));
        in.ifPresentOrElse(_ -> {}, () -> typed.refuse(at + "in", "typed.missing"));
        out.ifPresentOrElse(_ -> {}, () -> typed.refuse(at + "out", "typed.missing"));
        Costs costs = costs(at);
        Optional<LocalDate> accident = accidentOf(at);
        Cause cause = typed.maybe(at + "cause", Cause::valueOf, "typed.missing")
                .orElse(accident.isPresent() ? Cause.ACCIDENT : Cause.ILLNESS);
        int level = typed.maybe(at + "level", Integer::valueOf, "typed.missing").orElse(USUAL_LEVEL);
        Optional<LocalDate> settled = day(at + "settled").or(() -> out);
        if (!typed.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new Event.Stay(
                "s" + place,
                person,
                in.orElseThrow(),
                out.orElseThrow(),
                level,
                cause,
                cause == Cause.ACCIDENT ? accident : Optional.empty(),
                typed.maybe(at + "icd", text -> text, "typed.missing"),
                Optional.empty(),
                Optional.of(today),
                settled,
                costs,
                circumstances()));
    }

    /** The accident that caused the stay: that of the form, unless the stay names another day. */
    private Optional<LocalDate> accidentOf(String at) {
        return day(at + "accident").or(() -> switch (form.kind()) {
            case ACCIDENT, CHILD -> day("accident");
            case STAY, ILLNESS, WOMEN, DEATH, LOSS -> Optional.empty();
        });
    }

    private Costs costs(String at) {
        Map<CostField, Money> costs = new EnumMap<>(CostField.class);
        for (CostField cost : FactsForm.COSTS) {
            typed.maybe(at + "cost." + cost.name(), FactsReader::money, "claim.money.wrong")
                    .ifPresent(money -> costs.put(cost, money));
        }
        return new Costs(costs);
    }
}
