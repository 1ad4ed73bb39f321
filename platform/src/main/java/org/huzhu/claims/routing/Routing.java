package org.huzhu.claims.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.claims.Claim.Channel;
import org.huzhu.claims.ReviewStep;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Require;

/**
 * How claims go that are handed in from a day on (审核规则).
 *
 * @param from the first day; it holds until another one begins
 * @param own the steps of what a member files himself, or somebody whom he let
 * @param paper the steps of what a handler enters
 * @param secondFrom from this sum on a second person of the office approves too, where that step is among them
 * @param fast what the machine may approve; empty where it approves nothing
 */
public record Routing(
        LocalDate from, List<ReviewStep> own, List<ReviewStep> paper, Money secondFrom, Optional<Fast> fast) {

    /** What holds where an office has said nothing. */
    public static final Routing STANDARD = new Routing(
            LocalDate.of(2000, 1, 1),
            List.of(ReviewStep.AGENCY, ReviewStep.OFFICE, ReviewStep.OFFICE_SECOND),
            List.of(ReviewStep.values()),
            Money.ofYuan(20_000),
            Optional.empty());

    public Routing {
        own = own.stream().sorted().distinct().toList();
        paper = paper.stream().sorted().distinct().toList();
        Require.that(
                own.contains(ReviewStep.OFFICE) && paper.contains(ReviewStep.OFFICE),
                "The office has its say on every claim: the steps are %s and %s",
                own,
                paper);
        Require.that(secondFrom.isPositive(), "Two approve from a sum above zero on, not from %s", secondFrom);
    }

    /**
     * What the machine may approve.
     *
     * @param limit up to this sum, with it
     * @param plans the short names of the plans that it may approve under
     * @param samplePermille of a thousand that it approves, so many are looked at afterwards, by chance
     */
    public record Fast(Money limit, List<String> plans, int samplePermille) {

        private static final int ALL = 1000;

        public Fast {
            plans = List.copyOf(plans);
            Require.that(limit.isPositive(), "The machine approves up to a sum above zero, not %s", limit);
            Require.that(
                    samplePermille > 0 && samplePermille <= ALL,
                    "Of a thousand 1 to 1000 are looked at afterwards, not %d",
                    samplePermille);
        }
    }

    /** Who looks at what came this way and comes to the sum, in order. */
    List<ReviewStep> steps(Channel channel, Money due) {
        List<ReviewStep> steps = channel == Channel.HANDLER ? paper : own;
        return steps.stream()
                .filter(step -> step != ReviewStep.OFFICE_SECOND || due.compareTo(secondFrom) >= 0)
                .toList();
    }
}
