package org.huzhu.portal.quarters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.checks.Check;
import org.huzhu.quarters.checks.QuarterChecks.Part;
import org.huzhu.quarters.checks.QuarterChecks.Paying;

/**
 * What a union has to check, and what quarters paid there, as its page shows it.
 *
 * @param run the quarter that is added up
 * @param part what it comes to there
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record OwnChecksView(
        List<Check> waiting, List<Paying> paying, Optional<UUID> run, Optional<Part> part, String trouble) {

    /** Those of one quarter, who are answered together. */
    public record Group(UUID run, List<Check> checks) {

        public String title() {
            Check first = checks.getFirst();
            return QuarterView.title(new Quarter(first.plan(), first.year(), first.quarter()));
        }

        /** Of the form by which they are answered together. */
        public String form() {
            return "fit-" + run;
        }
    }

    public List<Group> groups() {
        return waiting.stream()
                .collect(Collectors.groupingBy(Check::run, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> new Group(each.getKey(), each.getValue()))
                .toList();
    }

    public static String title(Paying paying) {
        return QuarterView.title(paying.quarter());
    }

    /** What a quarter comes to there, if it is the one that is added up. */
    public Optional<Part> part(Paying paying) {
        return part.filter(_ -> run.filter(paying.run()::equals).isPresent());
    }
}
