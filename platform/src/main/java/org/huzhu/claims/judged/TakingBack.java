package org.huzhu.claims.judged;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Insured;

/** What a claim comes to that nothing is due for any more: each line takes back what a clause gave for it. */
public final class TakingBack {

    private TakingBack() {}

    /** What a version of a clause gave for an event, over all decisions. */
    public record Given(
            String plan,
            String version,
            String clause,
            LocalDate on,
            Insured insured,
            String relative,
            Optional<String> event,
            Money sum) {}

    /**
     * The assessment that takes back what was given.
     *
     * @param earlier what the claim came to before, from which the titles and words are taken
     */
    public static Assessment all(List<Given> given, List<Assessment> earlier) {
        return new Assessment(given.stream().map(each -> line(each, earlier)).toList(), List.of());
    }

    private static Assessment.Line line(Given given, List<Assessment> earlier) {
        Optional<Assessment.Line> known = lines(earlier)
                .filter(line ->
                        line.plan().equals(given.plan()) && line.clause().equals(given.clause()))
                .findFirst();
        List<String> events = lines(earlier)
                .filter(line -> line.event().equals(given.event()) && line.on().equals(given.on()))
                .map(Assessment.Line::events)
                .findFirst()
                .orElse(List.of());
        return new Assessment.Line(
                given.plan(),
                given.version(),
                known.map(Assessment.Line::planTitle).orElse(given.plan()),
                given.clause(),
                known.map(Assessment.Line::clauseTitle).orElse(given.clause()),
                known.map(Assessment.Line::wording).orElse(""),
                given.on(),
                given.insured(),
                given.relative(),
                given.event(),
                events,
                Money.ZERO,
                given.sum(),
                Money.ZERO.minus(given.sum()),
                List.of("已给付 " + given.sum() + "，现决定不予给付，全部收回"),
                false);
    }

    private static Stream<Assessment.Line> lines(List<Assessment> earlier) {
        return earlier.reversed().stream().flatMap(each -> each.lines().stream());
    }
}
