package org.huzhu.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.huzhu.columns.Day;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Words;
import org.huzhu.kernel.Require;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Applicability;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Cap;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Exclusion;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Relation;
import org.huzhu.plan.Waiting;

/** Compiles one plan in all its versions. */
final class PlanCompiler {

    private final Library library;
    private final Words words;
    private final String name;
    private final int place;
    private final Map<Integer, Long> bits = new HashMap<>();
    private int clauses;

    PlanCompiler(Library library, Words words, String name, int place) {
        this.library = library;
        this.words = words;
        this.name = name;
        this.place = place;
    }

    PlanRules rules() {
        List<Plan> plans = library.versions(name);
        for (Plan plan : plans) {
            for (Clause clause : plan.clauses()) {
                bits.computeIfAbsent(words.number(clause.number()), unused -> 1L << bits.size());
            }
        }
        Require.that(bits.size() < Long.SIZE, "The plan %s has %d clauses, 63 are allowed", name, bits.size());
        List<VersionRules> versions = new ArrayList<>();
        for (Plan plan : plans) {
            versions.add(version(plan, versions.size()));
        }
        List<ClauseRules> ofAll =
                versions.stream().flatMap(version -> version.clauses().stream()).toList();
        int kinds = ofAll.stream().mapToInt(ClauseRules::kinds).reduce(0, (one, other) -> one | other);
        boolean isPinned = versions.stream().noneMatch(it -> it.followsEvent() || it.reachesInForce());
        int gapDaysMax = versions.stream()
                .map(VersionRules::waiting)
                .filter(Objects::nonNull)
                .mapToInt(WaitingRules::gapDaysMax)
                .reduce(0, Math::max);
        return new PlanRules(place, name, words.number(name), versions, ofAll, kinds, isPinned, gapDaysMax, bits);
    }

    private VersionRules version(Plan plan, int index) {
        List<ClauseRules> ofVersion = new ArrayList<>();
        for (Clause clause : plan.clauses()) {
            ofVersion.add(clause(plan, index, ofVersion.size(), clause));
        }
        Applicability when = plan.applicability();
        return new VersionRules(
                plan,
                Day.of(when.from()),
                when.by() == Applicability.By.EVENT,
                when.reach() == Applicability.Reach.IN_FORCE,
                plan.enrolment().units().max(),
                words.number(plan.office()),
                plan.waiting().map(this::waiting).orElse(null),
                ofVersion,
                Stream.of(EventKind.values())
                        .map(kind -> ofVersion.stream()
                                .filter(clause -> (clause.kinds() & kind.bit()) != 0)
                                .toList())
                        .toList(),
                plan.relations().stream()
                        .filter(relation -> relation.manner() != Relation.Manner.BOTH)
                        .map(this::relation)
                        .toList(),
                !plan.caps().isEmpty());
    }

    private ClauseRules clause(Plan plan, int version, int index, Clause clause) {
        int number = words.number(clause.number());
        Pricing pricing = pricing(plan, clause.benefit());
        return new ClauseRules(
                place,
                version,
                index,
                clauses++,
                clause,
                number,
                bits.getOrDefault(number, 0L),
                kinds(clause.benefit()),
                pricing,
                ClauseRules.Traits.of(clause, pricing),
                plan.exclusions().stream()
                        .filter(each -> each.clauses().contains(clause.number()))
                        .map(PlanCompiler::exclusion)
                        .toList(),
                plan.capsOn(clause.number()).stream()
                        .map(this::cap)
                        .sorted(Comparator.comparingInt(cap -> cap.max() == null ? 0 : 1))
                        .toList());
    }

    private static int kinds(Benefit benefit) {
        return switch (benefit) {
            case Benefit.DiseaseSum unused -> EventKind.DIAGNOSIS.bit();
            case Benefit.DailyAllowance daily ->
                daily.days() == Benefit.DayKind.HOSPITAL ? EventKind.STAY.bit() : EventKind.ACCIDENT.bit();
            case Benefit.CostShare unused -> EventKind.STAY.bit();
            case Benefit.YearlyShare unused -> EventKind.VISIT.bit() | EventKind.STAY.bit();
            case Benefit.BandedShare unused -> EventKind.VISIT.bit() | EventKind.STAY.bit();
            case Benefit.DisabilityShare unused -> EventKind.ACCIDENT.bit();
            case Benefit.InjuryConsolation unused -> EventKind.ACCIDENT.bit();
            case Benefit.DeathSum unused -> EventKind.DEATH.bit();
            case Benefit.PropertyLoss unused -> EventKind.LOSS.bit();
            case Benefit.MaturityReturn unused -> EventKind.MATURITY.bit();
        };
    }

    private Pricing pricing(Plan plan, Benefit benefit) {
        return switch (benefit) {
            case Benefit.DiseaseSum sum ->
                new Pricing.Disease(
                        sum,
                        new ListedClasses(library, plan.id(), sum.list(), words),
                        amounts(sum.full()),
                        sum.reduced().map(this::amounts).orElse(null),
                        bits(sum.ends()),
                        sum.timesPerTerm().orElse(Pricing.UNLIMITED));
            case Benefit.DailyAllowance daily -> new Pricing.Allowance(daily, amounts(daily.perDay()));
            case Benefit.CostShare share ->
                new Pricing.Share(share, share.paymentsMax().orElse(Pricing.UNLIMITED));
            case Benefit.YearlyShare share -> new Pricing.Yearly(share, YearlyShareRule.of(share, Long.MAX_VALUE));
            case Benefit.BandedShare share ->
                new Pricing.Banded(share, share.lessOthers().stream().sorted().toList(), share.rounding());
            case Benefit.DisabilityShare share -> new Pricing.Disability(share, amounts(share.sum()));
            case Benefit.InjuryConsolation consolation -> new Pricing.Injury(consolation, amounts(consolation.sum()));
            case Benefit.DeathSum death -> new Pricing.Death(death, amounts(death.sum()));
            case Benefit.PropertyLoss loss -> new Pricing.Property(loss);
            case Benefit.MaturityReturn maturity -> new Pricing.Maturity(maturity);
        };
    }

    private TierAmounts amounts(Amounts amounts) {
        return new TierAmounts(amounts, words);
    }

    private static ExclusionRules exclusion(Exclusion exclusion) {
        int circumstances =
                exclusion.circumstances().stream().mapToInt(FactColumns::bit).reduce(0, (one, other) -> one | other);
        return new ExclusionRules(exclusion, circumstances);
    }

    private CapRules cap(Cap cap) {
        return switch (cap.limit()) {
            case Cap.Limit.OfDays(int max) -> new CapRules(cap, bits(cap.clauses()), cap.per(), max, null);
            case Cap.Limit.OfMoney(var max) -> new CapRules(cap, bits(cap.clauses()), cap.per(), 0, amounts(max));
        };
    }

    private RelationRules relation(Relation relation) {
        return new RelationRules(
                relation,
                bits(Set.copyOf(relation.clauses())),
                bits(Set.of(relation.clauses().getFirst())));
    }

    /** Numbers that no version has are left out: nothing is drafted or paid under them. */
    private long bits(Set<String> numbers) {
        return numbers.stream()
                .mapToLong(number -> bits.getOrDefault(words.find(number), 0L))
                .reduce(0, (one, other) -> one | other);
    }

    private WaitingRules waiting(Waiting waiting) {
        return new WaitingRules(
                waiting,
                waiting.firstDay().offset(),
                waiting.exempt().contains(Cause.ILLNESS),
                waiting.exempt().contains(Cause.ACCIDENT),
                waiting.renewal().map(Waiting.Renewal::gapDaysMax).orElse(-1),
                waiting.renewal().map(Waiting.Renewal::extraUnitsWait).orElse(true),
                waiting.renewal().map(Waiting.Renewal::gapCovered).orElse(false),
                waiting.waiver().isPresent(),
                waiting.waiver()
                        .map(waiver -> Set.copyOf(waiver.plansNotCounted().stream()
                                .map(words::number)
                                .toList()))
                        .orElse(Set.of()));
    }
}
