package org.huzhu.examples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.adjudication.Adjudicator;
import org.huzhu.adjudication.ChineseWording;
import org.huzhu.adjudication.Determination;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.adjudication.Determination.Line;
import org.huzhu.facts.WorkedExample;
import org.huzhu.facts.WorkedExample.Expected;
import org.huzhu.facts.WorkedExample.OfBenefit;
import org.huzhu.facts.WorkedExample.OfEnrolment;
import org.huzhu.facts.WorkedExample.OfParticipation;
import org.huzhu.facts.WorkedExample.Refused;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.PlanId;
import org.huzhu.rules.Admission;
import org.huzhu.rules.Admission.Admitted;
import org.huzhu.rules.Admission.Applicant;
import org.huzhu.rules.Rulebook;

/** Works out worked examples (算例) again, and says what differs from what their drafters found. */
public final class Examples {

    private Examples() {}

    /**
     * A difference between what an example says and what the judge finds.
     *
     * @param what the clause, the event or the question, in Chinese
     */
    public record Difference(String what, String expected, String found) {}

    /**
     * What differs; empty when the example holds.
     *
     * @param of the plan version whose file the example stands in; empty for a case of its own, which speaks of all
     *     plans
     */
    public static List<Difference> differences(Rulebook rules, Optional<PlanId> of, WorkedExample example) {
        return switch (example) {
            case OfBenefit benefit -> differences(rules, of, benefit);
            case OfParticipation gate -> differences(plan(rules.library(), of), gate);
            case OfEnrolment enrolment -> differences(plan(rules.library(), of), enrolment);
        };
    }

    private static Plan plan(Library library, Optional<PlanId> of) {
        return library.plans().stream()
                .filter(plan -> of.filter(plan.id()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("An example of enrolment needs a plan"));
    }

    private static List<Difference> differences(Rulebook rules, Optional<PlanId> of, OfBenefit example) {
        Determination found = Adjudicator.determine(rules, example.facts());
        List<Difference> differences = new ArrayList<>();
        for (Expected expected : example.expected()) {
            compare(found, expected, differences);
        }
        unexpected(found, of, example, differences);
        for (Refused refused : example.refused()) {
            compare(found, refused, differences);
        }
        of.ifPresent(id -> version(found, id, differences));
        return differences;
    }

    private static void compare(Determination found, Expected expected, List<Difference> differences) {
        List<Line> lines = found.lines().stream()
                .filter(line -> line.plan().plan().equals(expected.plan()))
                .filter(line -> line.clause().number().equals(expected.clause()))
                .filter(line -> expected.event().isEmpty()
                        || line.events().contains(expected.event().get()))
                .toList();
        String what = expected.plan() + " " + expected.clause()
                + expected.event().map(event -> " " + event).orElse("");
        Money entitled = Money.sum(lines.stream().map(Line::entitled).toList());
        if (!entitled.equals(expected.entitled())) {
            differences.add(new Difference(
                    what + " 应得", ChineseWording.yuan(expected.entitled()), ChineseWording.yuan(entitled)));
        }
        expected.due().ifPresent(due -> {
            Money foundDue = Money.sum(lines.stream().map(Line::due).toList());
            if (!foundDue.equals(due)) {
                differences.add(new Difference(what + " 应付", ChineseWording.yuan(due), ChineseWording.yuan(foundDue)));
            }
        });
    }

    /** What is given though the example does not say so. */
    private static void unexpected(
            Determination found, Optional<PlanId> of, OfBenefit example, List<Difference> differences) {
        Set<String> said = new HashSet<>();
        example.expected().forEach(each -> said.add(each.plan() + " " + each.clause()));
        found.lines().stream()
                .filter(line -> line.entitled().isPositive())
                .filter(line ->
                        of.isEmpty() || of.get().plan().equals(line.plan().plan()))
                .filter(line ->
                        said.add(line.plan().plan() + " " + line.clause().number()))
                .forEach(line -> differences.add(new Difference(
                        line.plan().plan() + " " + line.clause().number() + " 应得",
                        ChineseWording.yuan(Money.ZERO),
                        ChineseWording.yuan(line.entitled()))));
    }

    private static void compare(Determination found, Refused refused, List<Difference> differences) {
        List<Denial> denials = found.denials().stream()
                .filter(denial -> denial.plan().plan().equals(refused.plan()))
                .filter(denial -> denial.event().equals(refused.event()))
                .toList();
        if (denials.stream().noneMatch(denial -> denial.clause().equals(refused.clause()))) {
            String clauses = String.join(
                    "、", denials.stream().map(Denial::clause).distinct().toList());
            differences.add(new Difference(
                    refused.plan() + " " + refused.event() + " 不付",
                    refused.clause(),
                    clauses.isEmpty() ? "没有不付的说明" : clauses));
        }
    }

    /** An example that is judged under another version says nothing about this one. */
    private static void version(Determination found, PlanId id, List<Difference> differences) {
        List<PlanId> others = new ArrayList<>();
        found.lines().stream()
                .map(Line::plan)
                .filter(each -> each.plan().equals(id.plan()))
                .forEach(others::add);
        found.denials().stream()
                .map(Denial::plan)
                .filter(each -> each.plan().equals(id.plan()))
                .forEach(others::add);
        if (!others.isEmpty() && !others.contains(id)) {
            differences.add(
                    new Difference("所用版本", id.toString(), others.getFirst().toString()));
        }
    }

    private static List<Difference> differences(Plan plan, OfParticipation gate) {
        int needed = plan.enrolment()
                .participation()
                .map(rule -> rule.needed(gate.people()))
                .orElse(0);
        return needed == gate.needed()
                ? List.of()
                : List.of(new Difference("应参保人数", gate.needed() + "人", needed + "人"));
    }

    private static List<Difference> differences(Plan plan, OfEnrolment example) {
        Applicant applicant = new Applicant(
                example.sex(),
                example.born(),
                example.category(),
                example.occupation(),
                example.tier(),
                example.units().orElse(1),
                example.countedOn());
        Optional<Money> found = Admission.of(plan.enrolment(), applicant) instanceof Admitted(Money contribution)
                ? Optional.of(contribution)
                : Optional.empty();
        return found.equals(example.contribution())
                ? List.of()
                : List.of(new Difference("会费", said(example.contribution()), said(found)));
    }

    private static String said(Optional<Money> contribution) {
        return contribution.map(ChineseWording::yuan).orElse("不可参保");
    }
}
