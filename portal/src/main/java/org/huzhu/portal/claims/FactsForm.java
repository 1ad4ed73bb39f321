package org.huzhu.portal.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.claims.ClaimKind;
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
 * @param stays for how many stays there is room
 * @param diseases the classes of the dictionary
 * @param family of whose events it may be, where it may be somebody else's than the member's
 */
record FactsForm(ClaimKind kind, boolean isFull, int stays, List<String> diseases, List<Choice> family) {

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
            case ILLNESS, WOMEN -> fields.addAll(diagnosis(!isFull));
            case ACCIDENT, CHILD -> fields.addAll(accident(!isFull));
            case DEATH -> fields.addAll(death());
            case LOSS -> fields.addAll(loss());
        }
        if (isFull && kind != ClaimKind.ILLNESS && kind != ClaimKind.WOMEN) {
            fields.addAll(diagnosis(false));
        }
        if (kind != ClaimKind.LOSS) {
            for (int stay = 0; stay < stays; stay++) {
                fields.addAll(stay("s" + stay + ".", kind == ClaimKind.STAY && !isFull));
            }
        }
        return fields;
    }

    /** What stands in the form beforehand: most stays are for an illness, and accidents have a tile of their own. */
    Typed presumed() {
        return kind == ClaimKind.STAY ? Typed.of(Map.of("s0.cause", Cause.ILLNESS.name())) : Typed.nothing();
    }

    private List<Field> diagnosis(boolean isWanted) {
        List<Field> fields = new ArrayList<>(List.of(
                wanted(select("disease", "claim.disease", named(diseases)), isWanted),
                day("diagnosed", "claim.diagnosed", isWanted),
                day("pathology", "claim.pathology", false).hinted("claim.pathology.hint")));
        if (isFull) {
            fields.add(day("first", "claim.first", false));
        }
        return fields;
    }

    private List<Field> accident(boolean isWanted) {
        List<Field> fields = new ArrayList<>(
                List.of(day("accident", "claim.accident", isWanted), Field.maybe("rest", Kind.NUMBER, "claim.rest")));
        if (isFull) {
            fields.add(Field.maybe("care", Kind.NUMBER, "claim.care"));
            fields.add(Field.maybe("grades", Kind.TEXT, "claim.grades").hinted("claim.grades.hint"));
            fields.add(day("assessed", "claim.assessed", false));
            fields.add(select("occupation", "claim.occupation", choices(Occupation.values()))
                    .hinted("claim.occupation.hint")
                    .optional());
            fields.add(
                    select("injury", "claim.injury", choices(Injury.values())).optional());
        } else {
            fields.add(select("grades", "claim.grade", grades()).optional());
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
