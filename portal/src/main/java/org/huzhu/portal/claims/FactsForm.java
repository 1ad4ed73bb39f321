package org.huzhu.portal.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.judged.Facts;
import org.huzhu.facts.Event;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.huzhu.portal.sheet.Sheet.Kind;
import org.huzhu.text.Words;

/**
 * What is asked of what happened: of a member a few things that he knows, of whoever establishes the facts all that the
 * plans can ask.
 *
 * @param room for how many events of each kind there is room
 * @param diseases the classes of the dictionary
 * @param family of whose events it may be, where it may be somebody else's than the member's
 */
record FactsForm(ClaimKind kind, boolean isFull, Room room, List<String> diseases, List<Choice> family) {

    /** How many events of each kind there are, or can be entered. */
    record Room(int diagnoses, int accidents, int stays) {

        static final Room ONE = new Room(1, 1, 1);

        static Room of(Facts facts) {
            return new Room(
                    count(facts, Event.Diagnosis.class),
                    count(facts, Event.Accident.class),
                    count(facts, Event.Stay.class));
        }

        private static int count(Facts facts, Class<? extends Event> kind) {
            return Math.toIntExact(
                    facts.events().stream().filter(kind::isInstance).count());
        }

        /** As many, and one of each at the least. */
        Room atLeastOne() {
            return new Room(Math.max(1, diagnoses), Math.max(1, accidents), Math.max(1, stays));
        }

        Room oneMore() {
            return new Room(diagnoses + 1, accidents + 1, stays + 1);
        }
    }

    /** What the fields of a diagnosis begin with: nothing for the first. */
    static String diagnosisAt(int place) {
        return place == 0 ? "" : "d" + place + ".";
    }

    static String accidentAt(int place) {
        return place == 0 ? "" : "a" + place + ".";
    }

    /** What a member finds on his receipt, where the insurance has settled it already. */
    static final List<CostField> COSTS = List.of(
            CostField.SELF_PAID_AFTER_INSURANCE,
            CostField.SELF_PAY_1,
            CostField.ABOVE_CEILING,
            CostField.TOTAL,
            CostField.FUND_PAID,
            CostField.LARGE_SUM_PAID,
            CostField.SELF_PAY_2,
            CostField.OWN_COST,
            CostField.EMPLOYER_SUPPLEMENT,
            CostField.COMMERCIAL,
            CostField.MEDICAL_ASSISTANCE);

    private static final int GRADES = 10;
    private static final int LEVELS = 3;

    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        if (!family.isEmpty()) {
            fields.add(select("relative", "claim.relative", family));
        }
        switch (kind) {
            case STAY -> {}
            case ILLNESS, WOMEN -> fields.addAll(diagnoses(!isFull));
            case ACCIDENT, CHILD -> fields.addAll(accidents(!isFull));
            case DEATH -> fields.addAll(death());
            case LOSS -> fields.addAll(loss());
        }
        if (isFull) {
            fields.addAll(others());
        }
        if (kind != ClaimKind.LOSS) {
            for (int stay = 0; stay < room.stays(); stay++) {
                fields.addAll(stay("s" + stay + ".", kind == ClaimKind.STAY && !isFull));
            }
        }
        return fields;
    }

    /** What stands in the form beforehand: most stays are for an illness, and accidents have a tile of their own. */
    Typed presumed() {
        return kind == ClaimKind.STAY ? Typed.of(Map.of("s0.cause", Cause.ILLNESS.name())) : Typed.nothing();
    }

    /** What else may have happened than the claim is called by. */
    private List<Field> others() {
        return switch (kind) {
            case STAY -> both(diagnoses(false), accidents(false));
            case ILLNESS, WOMEN -> accidents(false);
            case ACCIDENT, CHILD, DEATH, LOSS -> diagnoses(false);
        };
    }

    private static List<Field> both(List<Field> some, List<Field> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private List<Field> diagnoses(boolean isWanted) {
        List<Field> fields = new ArrayList<>();
        for (int place = 0; place < room.diagnoses(); place++) {
            fields.addAll(diagnosis(diagnosisAt(place), isWanted && place == 0));
        }
        return fields;
    }

    private List<Field> diagnosis(String at, boolean isWanted) {
        Field disease = wanted(select(at + "disease", "claim.disease", named(diseases)), isWanted);
        List<Field> fields = new ArrayList<>(List.of(
                at.isEmpty() ? disease : disease.hinted("claim.another.disease"),
                day(at + "diagnosed", "claim.diagnosed", isWanted),
                day(at + "pathology", "claim.pathology", false).hinted("claim.pathology.hint")));
        if (isFull) {
            fields.add(day(at + "first", "claim.first", false));
        }
        return fields;
    }

    private List<Field> accidents(boolean isWanted) {
        List<Field> fields = new ArrayList<>();
        for (int place = 0; place < room.accidents(); place++) {
            fields.addAll(accident(accidentAt(place), isWanted && place == 0));
        }
        if (isFull) {
            fields.add(select("occupation", "claim.occupation", choices(Occupation.values()))
                    .hinted("claim.occupation.hint")
                    .optional());
        }
        return fields;
    }

    private List<Field> accident(String at, boolean isWanted) {
        Field day = day(at + "accident", "claim.accident", isWanted);
        List<Field> fields = new ArrayList<>(List.of(
                at.isEmpty() ? day : day.hinted("claim.another.accident"),
                Field.maybe(at + "rest", Kind.NUMBER, "claim.rest")));
        if (isFull) {
            fields.add(Field.maybe(at + "care", Kind.NUMBER, "claim.care"));
            fields.add(Field.maybe(at + "grades", Kind.TEXT, "claim.grades").hinted("claim.grades.hint"));
            fields.add(day(at + "assessed", "claim.assessed", false));
            fields.add(select(at + "injury", "claim.injury", choices(Injury.values()))
                    .optional());
        } else {
            fields.add(select(at + "grades", "claim.grade", grades()).optional());
        }
        return fields;
    }

    private static List<Choice> grades() {
        return IntStream.rangeClosed(1, GRADES)
                .mapToObj(grade -> new Choice(String.valueOf(grade), Texts.say("try.grade.of", grade)))
                .toList();
    }

    private List<Field> death() {
        return List.of(
                day("death", "claim.death", true),
                Field.choice("deathCause", "claim.death.cause", choices(Cause.values())),
                day("accident", "claim.accident.where", false));
    }

    private List<Field> loss() {
        return List.of(
                day("loss", "claim.loss", true),
                Field.choice("lossCause", "claim.loss.cause", choices(LossCause.values())),
                Field.wanted("amount", Kind.NUMBER, "claim.loss.amount"),
                Field.wanted("address", Kind.TEXT, "claim.loss.address"));
    }

    private List<Field> stay(String at, boolean isWanted) {
        List<Field> fields =
                new ArrayList<>(List.of(day(at + "in", "claim.in", isWanted), day(at + "out", "claim.out", isWanted)));
        if (kind == ClaimKind.STAY || isFull) {
            fields.add(wanted(Field.choice(at + "cause", "claim.cause", choices(Cause.values())), isWanted));
            fields.add(day(at + "accident", "claim.accident.where", false));
        }
        fields.add(Field.maybe(at + "cost." + COSTS.getFirst().name(), Kind.NUMBER, "claim.paid")
                .hinted("claim.paid.hint"));
        if (isFull) {
            COSTS.stream()
                    .skip(1)
                    .forEach(cost ->
                            fields.add(Field.maybe(at + "cost." + cost.name(), Kind.NUMBER, "CostField." + cost)));
            fields.add(select(at + "level", "claim.level", levels()).optional());
            fields.add(Field.maybe(at + "icd", Kind.TEXT, "claim.icd"));
            fields.add(day(at + "settled", "claim.settled", false));
        }
        return fields;
    }

    private static List<Choice> levels() {
        return IntStream.rangeClosed(1, LEVELS)
                .mapToObj(level -> new Choice(String.valueOf(level), Texts.say("try.level.of", level)))
                .toList();
    }

    /** Circumstances that a plan may exclude: they are ticked by whoever establishes the facts. */
    List<Choice> circumstances() {
        return isFull ? choices(Circumstance.values()) : List.of();
    }

    private static Field day(String name, String label, boolean isWanted) {
        return isWanted ? Field.wanted(name, Kind.DAY, label) : Field.maybe(name, Kind.DAY, label);
    }

    private static Field wanted(Field field, boolean isWanted) {
        return isWanted ? field : field.optional();
    }

    private static Field select(String name, String label, List<Choice> choices) {
        return new Field(name, Kind.SELECT, label, "", true, choices);
    }

    private static List<Choice> named(List<String> names) {
        return names.stream().map(name -> new Choice(name, name)).toList();
    }

    private static List<Choice> choices(Enum<?>... constants) {
        return Stream.of(constants)
                .map(each -> new Choice(each.name(), Words.of(each)))
                .toList();
    }
}
