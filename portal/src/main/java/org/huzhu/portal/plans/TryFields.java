package org.huzhu.portal.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Clause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Enrolment.Contribution;
import org.huzhu.plan.Insured;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.TermLength;
import org.huzhu.portal.Texts;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.huzhu.portal.sheet.Sheet.Kind;
import org.huzhu.text.Words;

/** What is asked of whoever tries a plan: no more than its clauses need to know. */
record TryFields(Plan plan, Library library, Happening happening) {

    static final String COST = "cost.";

    private static final int GRADES = 10;
    private static final int LEVELS = 3;

    /** When something happens, where nobody said it: well within the cover. */
    private static final int DAYS_LATER = 200;

    List<Field> all() {
        List<Field> fields = new ArrayList<>(ofCover());
        fields.addAll(ofEvent());
        return fields;
    }

    private List<Field> ofCover() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.wanted("from", Kind.DAY, "try.from"));
        if (!(plan.enrolment().term() instanceof TermLength.Fixed)) {
            fields.add(Field.choice("renewed", "try.renewed", yesNo()));
        }
        if (plan.enrolment().units().max() > 1) {
            fields.add(Field.wanted("units", Kind.NUMBER, "try.units"));
        }
        if (!tiers().isEmpty()) {
            fields.add(select("tier", "try.tier", tiers()));
        }
        if (!offices().isEmpty()) {
            fields.add(select("office", "try.office", offices()));
        }
        if (insured().size() > 1) {
            fields.add(select("insured", "try.insured", choices(insured())));
        }
        if (plan.enrolment().sexes().size() > 1) {
            fields.add(Field.choice("sex", "try.sex", choices(List.of(Sex.values()))));
        }
        fields.add(Field.wanted("age", Kind.NUMBER, "try.age"));
        return fields;
    }

    private List<Field> ofEvent() {
        return switch (happening) {
            case STAY -> ofStay();
            case DIAGNOSIS -> List.of(on(), select("disease", "try.disease", diseases()));
            case ACCIDENT -> ofAccident();
            case DEATH -> List.of(on(), Field.choice("cause", "try.cause", choices(List.of(Cause.values()))));
            case LOSS ->
                List.of(
                        on(),
                        select("loss", "try.loss", choices(List.of(LossCause.values()))),
                        Field.wanted("amount", Kind.NUMBER, "try.amount"));
        };
    }

    private Field on() {
        return Field.wanted("on", Kind.DAY, "try.on." + happening.name());
    }

    private List<Field> ofStay() {
        List<Field> fields = new ArrayList<>(List.of(
                on(),
                Field.wanted("days", Kind.NUMBER, "try.days"),
                select("level", "try.level", numbered(LEVELS, "try.level.of")),
                Field.choice("cause", "try.cause", choices(List.of(Cause.values())))));
        costs().forEach(each -> fields.add(Field.wanted(COST + each.name(), Kind.NUMBER, "CostField." + each.name())));
        return fields;
    }

    private List<Field> ofAccident() {
        List<Field> fields = new ArrayList<>(List.of(on()));
        for (Clause clause : plan.clauses()) {
            switch (clause.benefit()) {
                case Benefit.DisabilityShare _ ->
                    fields.add(select("grade", "try.grade", numbered(GRADES, "try.grade.of"))
                            .optional());
                case Benefit.InjuryConsolation _ ->
                    fields.add(select("injury", "try.injury", choices(List.of(Injury.values())))
                            .optional());
                case Benefit.DailyAllowance allowance
                when allowance.days() == DayKind.REST -> fields.add(Field.maybe("rest", Kind.NUMBER, "try.rest"));
                case Benefit.DailyAllowance allowance
                when allowance.days() == DayKind.CARE -> fields.add(Field.maybe("care", Kind.NUMBER, "try.care"));
                default -> {}
            }
        }
        return fields.stream().distinct().toList();
    }

    /** What stands in the form before anybody touched it: a case that makes sense. */
    Map<String, String> example(LocalDate today) {
        LocalDate begun = plan.applicability().from();
        LocalDate usual = today.withDayOfYear(1);
        LocalDate from = plan.enrolment().term() instanceof TermLength.Fixed fixed
                ? fixed.span().from()
                : begun.isAfter(usual) ? begun : usual;
        LocalDate on = plan.enrolment().term() instanceof TermLength.Fixed ? from : from.plusDays(DAYS_LATER);
        Map<String, String> words = new HashMap<>(Map.of(
                "from",
                from.toString(),
                "renewed",
                "no",
                "units",
                "1",
                "age",
                age(),
                "on",
                on.toString(),
                "days",
                "10",
                "level",
                "3",
                "cause",
                Cause.ILLNESS.name(),
                "grade",
                String.valueOf(GRADES),
                "amount",
                "5000"));
        words.put("sex", Sex.FEMALE.name());
        words.put("rest", "15");
        words.put("care", "15");
        costs().forEach(each -> words.put(COST + each.name(), "10000"));
        first(words, "tier", tiers());
        first(words, "disease", diseases());
        return words;
    }

    private static void first(Map<String, String> words, String field, List<Choice> choices) {
        choices.stream().findFirst().ifPresent(each -> words.put(field, each.value()));
    }

    private String age() {
        int min = plan.enrolment().ages().getFirst().min();
        int max = plan.enrolment().ages().getFirst().max();
        return String.valueOf((min + max) / 2);
    }

    List<Choice> tiers() {
        return plan.enrolment().contributions().stream()
                .map(Contribution::tier)
                .flatMap(tier -> tier.stream())
                .distinct()
                .map(tier -> new Choice(tier, tier))
                .toList();
    }

    /** Of the plan's own office and of those that add to it; empty where none adds. */
    List<Choice> offices() {
        List<String> adding = PlansPage.regions(library, plan.id()).stream()
                .map(region -> region.overlay().office())
                .toList();
        return adding.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(plan.office()), adding.stream())
                        .distinct()
                        .map(each -> new Choice(each, each))
                        .toList();
    }

    /** Whose events the clauses pay for that ask for what happened. */
    List<Insured> insured() {
        return asking().map(Clause::insured).distinct().toList();
    }

    private Stream<Clause> asking() {
        return plan.clauses().stream()
                .filter(clause ->
                        Happening.of(clause.benefit()).filter(happening::equals).isPresent());
    }

    List<Choice> diseases() {
        Set<String> names = new LinkedHashSet<>();
        asking().map(Clause::benefit).forEach(benefit -> {
            if (benefit instanceof Benefit.DiseaseSum sum) {
                names.addAll(library.dictionary().list(sum.list()).classes());
                PlansPage.regions(library, plan.id()).stream()
                        .filter(region -> region.overlay().list().equals(sum.list()))
                        .forEach(region -> names.addAll(region.classes()));
            }
        });
        return names.stream().map(name -> new Choice(name, name)).toList();
    }

    /** The parts of a bill that the clauses look at. */
    Set<CostField> costs() {
        Set<CostField> fields = EnumSet.noneOf(CostField.class);
        plan.clauses().forEach(clause -> {
            switch (clause.benefit()) {
                case Benefit.CostShare share -> fields.add(share.base());
                case Benefit.YearlyShare share -> fields.add(share.base());
                case Benefit.BandedShare share -> {
                    fields.add(share.base());
                    fields.addAll(share.lessOthers());
                }
                default -> {}
            }
        });
        return fields;
    }

    private static List<Choice> yesNo() {
        return List.of(new Choice("no", Texts.say("try.renewed.no")), new Choice("yes", Texts.say("try.renewed.yes")));
    }

    private static List<Choice> choices(List<? extends Enum<?>> constants) {
        return constants.stream()
                .map(each -> new Choice(each.name(), Words.of(each)))
                .toList();
    }

    private static List<Choice> numbered(int count, String sentence) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Choice(String.valueOf(number), Texts.say(sentence, number)))
                .toList();
    }

    private static Field select(String name, String label, List<Choice> choices) {
        return new Field(name, Kind.SELECT, label, "", true, choices);
    }
}
