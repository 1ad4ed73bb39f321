package org.huzhu.portal.quarters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huzhu.kernel.Money;
import org.huzhu.portal.Texts;
import org.huzhu.quarters.Comparison;
import org.huzhu.quarters.Comparison.Change;
import org.huzhu.quarters.Comparison.Share;
import org.huzhu.quarters.QuarterLine;
import org.huzhu.quarters.Trial.Come;

/**
 * A trial beside earlier quarters, in rows and bars.
 *
 * @param columns the trial, the quarter before, the same of the year before
 * @param bars how many get how much
 * @param rejected how many rows for each reason, in words
 */
public record ComparisonView(
        List<Column> columns,
        List<Change> changes,
        List<Bar> bars,
        List<QuarterLine> largest,
        Map<String, Long> rejected,
        Come now) {

    private static final int CHANGES = 15;
    private static final int WIDTH = 1000;

    /** What a quarter came to; empty where it was not settled here. */
    public record Column(String title, Optional<Come> come) {}

    /**
     * So many get so much.
     *
     * @param width of the bar, of 1,000
     */
    public record Bar(String title, int persons, Money sum, int width) {}

    static ComparisonView of(Comparison comparison, boolean isYearly) {
        int most = comparison.sizes().stream().mapToInt(Share::persons).max().orElse(1);
        Map<String, Long> rejected = new TreeMap<>();
        comparison.now().rejected().forEach((reason, count) -> rejected.put(Texts.say("FeedReason." + reason), count));
        return new ComparisonView(
                List.of(
                        new Column(Texts.say("quarters.now"), Optional.of(comparison.now())),
                        new Column(
                                Texts.say(isYearly ? "quarters.year.before" : "quarters.before"), comparison.before()),
                        new Column(
                                Texts.say(isYearly ? "quarters.year.last" : "quarters.year"), comparison.yearBefore())),
                comparison.changes().stream().limit(CHANGES).toList(),
                comparison.sizes().stream()
                        .map(share -> new Bar(
                                Texts.say("quarters.size." + share.name()),
                                share.persons(),
                                share.sum(),
                                Math.max(1, WIDTH * share.persons() / most)))
                        .toList(),
                comparison.largest(),
                rejected,
                comparison.now());
    }
}
