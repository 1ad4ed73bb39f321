package org.huzhu.quarters;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.Comparison.Share;
import org.huzhu.quarters.Trial.Come;
import org.huzhu.quarters.Warning.Kind;
import org.huzhu.quarters.working.YearlyRules;
import org.springframework.stereotype.Component;

/** Holds a trial against the quarter before and that of a year ago. */
@Component
class Comparing {

    /**
     * What a person got on average, in all quarters that are known: 122 to 137 yuan, with some room (东城区代办处, 2020). Of
     * plans for designated people no quarters are known.
     */
    private static final Money AVERAGE_LEAST = Money.ofYuan(100);

    private static final Money AVERAGE_MOST = Money.ofYuan(150);
    private static final double SUM_APART = 0.2;
    private static final double AGENCY_APART = 0.5;
    private static final double REJECTED_MOST = 0.01;

    /** Below it an agency of few people is not worth a warning. */
    private static final Money AGENCY_LEAST = Money.ofYuan(10_000);

    /** By what a person gets, in fen: up to 50, 100, 200, 500, 1,000, 5,000 yuan, and more. */
    private static final List<Long> LIMITS = List.of(0L, 50_01L, 100_01L, 200_01L, 500_01L, 1_000_01L, 5_000_01L);

    private static final int LARGEST = 20;

    private final JdbcRuns runs;
    private final JdbcTrials trials;
    private final JdbcLines lines;
    private final YearlyRules rules;

    Comparing(JdbcRuns runs, JdbcTrials trials, JdbcLines lines, YearlyRules rules) {
        this.rules = rules;
        this.runs = runs;
        this.trials = trials;
        this.lines = lines;
    }

    Comparison of(Run run, Come come) {
        Optional<Run> before = settled(run, run.quarter().before());
        return new Comparison(
                come,
                before.flatMap(this::come),
                settled(run, run.quarter().yearBefore()).flatMap(this::come),
                changes(run, before),
                lines.bySize(run.id(), run.trial(), LIMITS),
                lines.largest(run.id(), run.trial(), LARGEST));
    }

    private Optional<Run> settled(Run run, Quarter quarter) {
        return runs.of(run.path(), quarter).filter(other -> other.state().isSettled());
    }

    private Optional<Come> come(Run run) {
        return trials.one(run.id(), run.trial()).flatMap(kept -> kept.trial().come());
    }

    /** The agencies whose sums differ most first. */
    private List<Comparison.Change> changes(Run run, Optional<Run> before) {
        Map<String, Share> then = before.map(other -> byName(other)).orElseGet(Map::of);
        Map<String, Share> now = byName(run);
        Map<String, Comparison.Change> changes = new TreeMap<>();
        now.forEach((agency, share) -> changes.put(
                agency, new Comparison.Change(agency, Optional.of(share), Optional.ofNullable(then.get(agency)))));
        then.forEach((agency, share) ->
                changes.putIfAbsent(agency, new Comparison.Change(agency, Optional.empty(), Optional.of(share))));
        return changes.values().stream()
                .sorted(Comparator.comparingLong((Comparison.Change change) ->
                                Math.abs(change.difference().fen()))
                        .reversed()
                        .thenComparing(Comparison.Change::agency))
                .toList();
    }

    private Map<String, Share> byName(Run run) {
        return lines.byAgency(run.id(), run.trial()).stream().collect(toMap(Share::name, share -> share));
    }

    /** What somebody should have seen before it is confirmed. */
    List<Warning> warnings(Run run, Come come) {
        List<Warning> warnings = new ArrayList<>();
        Comparison compared = of(run, come);
        if (come.persons() > 0
                && !run.quarter().isYearly()
                && rules.designation(run.quarter().plan()).isEmpty()
                && (come.average().compareTo(AVERAGE_LEAST) < 0
                        || come.average().compareTo(AVERAGE_MOST) > 0)) {
            warnings.add(warning(Kind.AVERAGE, yuan(come.average()), yuan(AVERAGE_LEAST), yuan(AVERAGE_MOST)));
        }
        compared.before()
                .filter(before -> apart(come.due(), before.due()) > SUM_APART)
                .ifPresent(before -> warnings.add(warning(Kind.SUM_CHANGED, yuan(come.due()), yuan(before.due()))));
        List<String> changed = compared.before().isEmpty()
                ? List.of()
                : compared.changes().stream()
                        .filter(Comparing::isMuch)
                        .map(Comparison.Change::agency)
                        .toList();
        if (!changed.isEmpty()) {
            warnings.add(warning(Kind.AGENCY_CHANGED, String.valueOf(changed.size()), changed.getFirst()));
        }
        if (come.rowsRejected() > come.rows() * REJECTED_MOST) {
            warnings.add(warning(Kind.REJECTED, String.valueOf(come.rowsRejected()), String.valueOf(come.rows())));
        }
        if (come.carried() > 0) {
            warnings.add(warning(Kind.CARRIED, String.valueOf(come.carried()), yuan(come.carriedSum())));
        }
        long unpayable = lines.unpayable(run.id(), run.trial());
        if (unpayable > 0) {
            warnings.add(warning(Kind.UNPAYABLE, String.valueOf(unpayable)));
        }
        if (runs.ofYear(run.path(), run.quarter()).size() < run.quarter().quarter()) {
            warnings.add(warning(Kind.GAP));
        }
        return warnings;
    }

    private static boolean isMuch(Comparison.Change change) {
        Money now = change.now().map(Share::sum).orElse(Money.ZERO);
        Money then = change.before().map(Share::sum).orElse(Money.ZERO);
        return Math.max(now.fen(), then.fen()) >= AGENCY_LEAST.fen() && apart(now, then) > AGENCY_APART;
    }

    /** By which part of the earlier sum the later one differs. */
    private static double apart(Money now, Money then) {
        return Math.abs(now.fen() - then.fen()) / (double) Math.max(1, then.fen());
    }

    private static Warning warning(Kind kind, String... words) {
        return new Warning(kind, List.of(words), false);
    }

    private static String yuan(Money sum) {
        return "%,d.%02d".formatted(sum.fen() / 100, Math.abs(sum.fen() % 100));
    }
}
