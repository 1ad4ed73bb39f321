package org.huzhu.portal.plans;

import java.util.List;
import org.huzhu.adjudication.ChineseWording;
import org.huzhu.adjudication.Determination;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.adjudication.Determination.Line;
import org.huzhu.plan.Plan;
import org.huzhu.portal.Texts;
import org.huzhu.rules.Admission;

/**
 * What a plan gives for what was tried.
 *
 * @param admission whether the person can be enrolled, and for what contribution
 * @param sum of all lines
 * @param version that was judged by
 */
public record Tried(String admission, String sum, String version, List<Given> lines, List<Denied> denials) {

    public Tried {
        lines = List.copyOf(lines);
        denials = List.copyOf(denials);
    }

    /** What a clause gives, with its working step by step. */
    public record Given(String clause, String amount, List<String> working, boolean isIllustrative) {

        public Given {
            working = List.copyOf(working);
        }
    }

    /** What is not given, and which clause says so. */
    public record Denied(String clause, String reason) {}

    static Tried of(Plan plan, Admission admission, Determination found) {
        return new Tried(
                words(admission),
                ChineseWording.yuan(found.entitled()),
                found.lines().stream()
                        .map(line -> line.plan().version())
                        .findFirst()
                        .or(() -> found.denials().stream()
                                .map(denial -> denial.plan().version())
                                .findFirst())
                        .orElse(plan.id().version()),
                found.lines().stream().map(Tried::given).toList(),
                found.denials().stream().map(Tried::denied).distinct().toList());
    }

    private static String words(Admission admission) {
        return switch (admission) {
            case Admission.Admitted admitted -> Texts.say("try.admitted", ChineseWording.yuan(admitted.contribution()));
            case Admission.Refused refused -> Texts.say("try.refused." + refused.why());
        };
    }

    private static Given given(Line line) {
        return new Given(
                line.clause().number() + " " + line.clause().title(),
                ChineseWording.yuan(line.entitled()),
                ChineseWording.list(line.working()),
                line.illustrative());
    }

    private static Denied denied(Denial denial) {
        return new Denied(denial.clause(), ChineseWording.of(denial.reason()));
    }
}
