package org.huzhu.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.columns.Accidents;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactBuilder.Harm;
import org.huzhu.columns.FactBuilder.PaidFor;
import org.huzhu.columns.FactBuilder.StayDays;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Members;
import org.huzhu.columns.Part;
import org.huzhu.columns.Terms;
import org.huzhu.columns.Words;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Insured;
import org.huzhu.testkit.Cases;

/** Made-up members with all kinds of facts, for trying the store on. */
final class Societies {

    private static final int FIRST_DAY = Day.of(LocalDate.of(2015, 1, 1));
    private static final int LAST_DAY = Day.of(LocalDate.of(2024, 12, 31));
    private static final List<EventKind> KINDS = List.of(EventKind.values());

    private final Cases cases;
    private final Words words;
    private final List<Integer> plans;
    private final List<Integer> diseases;

    private Societies(Cases cases, Words words) {
        this.cases = cases;
        this.words = words;
        plans = numbers("住院津贴", "女工特疾", "意外伤害", "综合");
        diseases = numbers("恶性肿瘤", "急性心肌梗塞", "C50.901");
    }

    private List<Integer> numbers(String... texts) {
        return Stream.of(texts).map(words::number).toList();
    }

    /** A part of so many members, each with any number of events of the kinds. */
    static Part part(Cases cases, Words words, int members, List<EventKind> kinds) {
        return new Societies(cases, words).part(members, kinds);
    }

    static Part part(Cases cases, Words words, int members) {
        return part(cases, words, members, KINDS);
    }

    private Part part(int count, List<EventKind> kinds) {
        Members members = new Members();
        FactBuilder facts = new FactBuilder(words, FactBuilder.ALL_PARTS);
        List<Integer> agencies = numbers("朝阳办事处", "海淀办事处");
        for (int member = 0; member < count; member++) {
            members.add(cases.oneOf(agencies), cases.oneOf(List.of(Sex.values())), day() - 20_000);
            facts.member();
            terms(facts);
            List<EventKind> events = kinds.isEmpty() || cases.wholeBetween(0, 4) == 0
                    ? List.of()
                    : cases.listOf(one -> one.oneOf(kinds));
            payments(facts, events.size());
            for (int place = 0; place < events.size(); place++) {
                event(facts, events.get(place), place);
            }
        }
        return new Part(members, facts.build());
    }

    private int day() {
        return (int) cases.wholeBetween(FIRST_DAY, LAST_DAY);
    }

    private int dayOr(int none) {
        return cases.wholeBetween(0, 2) == 0 ? none : day();
    }

    private int number(int to) {
        return (int) cases.wholeBetween(0, to);
    }

    private void terms(FactBuilder facts) {
        for (int i = number(3); i > 0; i--) {
            int from = day();
            facts.term(
                    cases.oneOf(plans),
                    number(1) == 0 ? Words.NONE : words.number("市总工会"),
                    from,
                    number(2) == 0 ? Day.END : from + 1 + number(400),
                    number(3) + 1,
                    number(2) == 0 ? words.number("二档") : Words.NONE,
                    number(1) == 0 ? Terms.UNKNOWN : number(30_000));
        }
    }

    private void payments(FactBuilder facts, int events) {
        for (int i = number(2); i > 0; i--) {
            int event = events == 0 || number(2) == 0 ? FactColumns.NO_EVENT : number(events - 1);
            int disease = number(1) == 0 ? Words.NONE : cases.oneOf(diseases);
            facts.payment(
                    cases.oneOf(plans),
                    words.number("第六条"),
                    day(),
                    person(),
                    new PaidFor(event, disease, number(3), number(90)),
                    number(2_000_000) - 500_000L);
        }
    }

    private int person() {
        return number(2) > 0
                ? FactColumns.MEMBER
                : FactColumns.person(cases.oneOf(List.of(Insured.CHILD, Insured.SPOUSE)), number(2));
    }

    private int circumstances() {
        return number(3) > 0 ? 0 : FactColumns.bit(cases.oneOf(List.of(Circumstance.values())));
    }

    private long[] costs() {
        long[] fen = new long[CostField.values().length];
        Arrays.setAll(fen, i -> number(1) == 0 ? Bills.UNKNOWN : cases.wholeBetween(0, 10_000_000_000L));
        return fen;
    }

    private void event(FactBuilder facts, EventKind kind, int place) {
        int person = person();
        int circumstances = circumstances();
        switch (kind) {
            case VISIT -> facts.visit(person, day(), circumstances, costs());
            case STAY -> {
                int before = place == 0 || number(1) == 0 ? FactColumns.NO_EVENT : number(place - 1);
                StayDays days = new StayDays(day(), day(), dayOr(Day.NONE), dayOr(Day.NONE), dayOr(Day.NONE));
                facts.stay(person, days, number(2) + 1, cause(), cases.oneOf(diseases), before, costs(), circumstances);
            }
            case DIAGNOSIS ->
                facts.diagnosis(
                        person,
                        cases.oneOf(diseases),
                        day(),
                        dayOr(Day.NONE),
                        dayOr(Day.NONE),
                        dayOr(Day.NONE),
                        circumstances);
            case ACCIDENT -> facts.accident(person, day(), harm(), circumstances);
            case DEATH -> facts.death(person, day(), cause(), dayOr(Day.NONE), number(place + 3) - 3, circumstances);
            case LOSS ->
                facts.loss(person, day(), cases.oneOf(List.of(LossCause.values())), number(9_999), 1, circumstances);
            case MATURITY -> facts.maturity(person, day(), circumstances);
        }
    }

    private Cause cause() {
        return cases.oneOf(List.of(Cause.values()));
    }

    private Harm harm() {
        long grades = number(1) == 0 ? 0 : FactBuilder.grade(0, number(Accidents.GRADES - 1) + 1);
        int injuries = number(1) == 0 ? 0 : Accidents.bit(cases.oneOf(List.of(Injury.values())));
        return new Harm(grades, number(10), dayOr(Day.NONE), number(180), number(60), injuries);
    }

    /** All that is known of the members, a text for each, so that a difference can be read. */
    static List<String> texts(Part part) {
        return IntStream.range(0, part.members().size())
                .mapToObj(member -> new PartText(part).member(member))
                .toList();
    }

    /** The same for several parts. */
    static List<String> texts(List<Part> parts) {
        List<String> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(texts(part)));
        return all;
    }
}
