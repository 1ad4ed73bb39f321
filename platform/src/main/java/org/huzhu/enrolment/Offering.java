package org.huzhu.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.enrolment.Batch.Pinned;
import org.huzhu.enrolment.EnrolmentDesk.Choice;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.Look.Finding;
import org.huzhu.enrolment.Look.PlanSum;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.plan.Enrolment.Contribution;
import org.huzhu.plan.Enrolment.GateBase;
import org.huzhu.plan.Enrolment.Participation;
import org.huzhu.plan.Enrolment.Window;
import org.huzhu.plan.Plan;
import org.huzhu.unions.UnionTree;
import org.huzhu.unions.UnitFacts;
import org.springframework.stereotype.Component;

/** What can be enrolled in, from which day, and what a plan asks of a batch as a whole. */
@Component
class Offering {

    private static final int MONTH = 100;
    private static final int AHEAD_MONTHS = 12;

    private final PlanCatalogue catalogue;
    private final JdbcCovers covers;
    private final UnionTree tree;

    Offering(PlanCatalogue catalogue, JdbcCovers covers, UnionTree tree) {
        this.catalogue = catalogue;
        this.covers = covers;
        this.tree = tree;
    }

    /** The plans that are offered to a unit. */
    List<Choice> choices(UUID unit, String path, LocalDate today) {
        return catalogue.offered(path, today).stream()
                .flatMap(name -> choice(name, unit, path, today).stream())
                .toList();
    }

    private Optional<Choice> choice(String name, UUID unit, String path, LocalDate today) {
        LocalDate start = earliest(name, path, today);
        return governing(name, start)
                .map(plan -> new Choice(
                        name,
                        plan.title(),
                        tiers(plan),
                        start,
                        covers.heads(path, name, today).getOrDefault(unit, 0),
                        covers.ending(unit, name, start, JdbcPeople.RENEWAL_DAYS)));
    }

    private static List<String> tiers(Plan plan) {
        return plan.enrolment().contributions().stream()
                .map(Contribution::tier)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The first day on which cover can start if all is complete today. */
    private LocalDate earliest(String plan, String path, LocalDate today) {
        return catalogue
                .offer(plan, path, today)
                .orElseThrow(() -> new EnrolmentRefused(Reason.NOT_OFFERED))
                .starts()
                .firstDay(today);
    }

    /**
     * The first day on which cover can start once all is complete on the day, by the offer that held when it was
     * agreed.
     */
    LocalDate firstDay(String plan, String path, LocalDate agreed, LocalDate ready) {
        return catalogue
                .offer(plan, path, agreed)
                .map(offer -> offer.starts().firstDay(ready))
                .orElse(ready.plusDays(1));
    }

    Optional<Plan> governing(String plan, LocalDate start) {
        return catalogue.rulebook().library().governing(plan, start, start);
    }

    /** The plan in the version that a batch is pinned to. */
    Plan plan(Pinned pinned) {
        return catalogue.rulebook().library().versions(pinned.plan()).stream()
                .filter(plan -> plan.id().version().equals(pinned.version()))
                .findFirst()
                .orElseThrow();
    }

    /** The plans of the batch, each ready to judge people. */
    List<PlanCheck> checks(Batch batch, LocalDate today) {
        return batch.plans().stream()
                .map(pinned -> new PlanCheck(
                        plan(pinned),
                        pinned.tier(),
                        new PlanCheck.Setting(
                                batch.startsOn(),
                                today,
                                covers.running(batch.unit(), pinned.plan(), batch.startsOn()),
                                notWith(pinned.plan(), batch.startsOn()))))
                .toList();
    }

    /** The plans that nobody holds beside this one on the same days; it is enough that one of the two says so. */
    Set<String> notWith(String plan, LocalDate day) {
        Set<String> names = new HashSet<>();
        for (Plan published : catalogue.rulebook().library().plans()) {
            String other = published.id().plan();
            if (excludes(plan, other, day) || excludes(other, plan, day)) {
                names.add(other);
            }
        }
        return names;
    }

    private boolean excludes(String plan, String other, LocalDate day) {
        return governing(plan, day)
                .filter(it -> it.enrolment().notWith().contains(other))
                .isPresent();
    }

    /** The versions that hold from the first day on. */
    List<Pinned> pinned(Order order, String path, LocalDate today) {
        Set<String> names = new HashSet<>();
        List<Pinned> pinned = new ArrayList<>();
        for (Wanted wanted : order.plans()) {
            if (!names.add(wanted.plan())) {
                throw new EnrolmentRefused(Reason.PLANS_WRONG);
            }
            boolean tooSoon = order.startsOn().isBefore(earliest(wanted.plan(), path, today));
            if (tooSoon || order.startsOn().isAfter(today.plusMonths(AHEAD_MONTHS))) {
                throw new EnrolmentRefused(Reason.DAY_NOT_POSSIBLE);
            }
            Plan plan = governing(wanted.plan(), order.startsOn())
                    .orElseThrow(() -> new EnrolmentRefused(Reason.NOT_OFFERED));
            boolean hasTier = tiers(plan).isEmpty()
                    ? wanted.tier().isEmpty()
                    : wanted.tier().filter(tiers(plan)::contains).isPresent();
            if (!hasTier) {
                throw new EnrolmentRefused(Reason.PLANS_WRONG);
            }
            pinned.add(new Pinned(wanted.plan(), plan.id().version(), wanted.tier()));
        }
        boolean cannotGoTogether = names.stream()
                .anyMatch(name -> notWith(name, order.startsOn()).stream().anyMatch(names::contains));
        if (pinned.isEmpty() || cannotGoTogether) {
            throw new EnrolmentRefused(pinned.isEmpty() ? Reason.PLANS_WRONG : Reason.PLANS_EXCLUDE);
        }
        return pinned;
    }

    /** What the plans say of the batch as a whole. */
    List<Finding> findings(Batch batch, List<PlanSum> sums, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        for (Pinned pinned : batch.plans()) {
            Optional<Plan> plan = governing(pinned.plan(), batch.startsOn());
            if (plan.map(it -> !it.id().version().equals(pinned.version())).orElse(true)) {
                findings.add(new Finding(true, pinned.plan() + "有了新版本，请重新核对这一批"));
                continue;
            }
            if (!isOpen(plan.get().enrolment().windows(), today)) {
                findings.add(new Finding(true, pinned.plan() + "现在不在投保时间内"));
            }
            int heads = sums.stream()
                    .filter(sum -> sum.plan().equals(pinned.plan()))
                    .mapToInt(PlanSum::heads)
                    .sum();
            if (batch.channel() != Batch.Channel.GIFT) {
                plan.get()
                        .enrolment()
                        .participation()
                        .ifPresent(gate -> findings.addAll(gate(gate, batch, pinned.plan(), heads)));
            }
        }
        return findings;
    }

    private static boolean isOpen(List<Window> windows, LocalDate today) {
        int day = today.getMonthValue() * MONTH + today.getDayOfMonth();
        return windows.isEmpty()
                || windows.stream()
                        .anyMatch(window -> window.from() <= window.to()
                                ? window.from() <= day && day <= window.to()
                                : window.from() <= day || day <= window.to());
    }

    /** The gate: those of the unit who are covered on the first day already count. */
    private List<Finding> gate(Participation gate, Batch batch, String plan, int heads) {
        Optional<UnitFacts> facts = tree.factsOn(batch.unit(), batch.startsOn());
        String who = gate.base() == GateBase.WOMEN ? "女职工" : "职工";
        int base = facts.map(it -> gate.base() == GateBase.WOMEN ? it.women() : it.staff())
                .orElse(0);
        if (base == 0) {
            return List.of(new Finding(false, "单位没有登记%s人数，%s的参保率没有核对".formatted(who, plan)));
        }
        int covered = covers.heads(batch.path(), plan, batch.startsOn()).getOrDefault(batch.unit(), 0);
        int needed = gate.needed(base);
        if (heads + covered >= needed) {
            return List.of();
        }
        return List.of(new Finding(
                true,
                "%s要求至少 %,d 人参保（单位登记有%s %,d 人），现在是 %,d 人，还差 %,d 人。请补齐名册，或者请代办处更正单位人数"
                        .formatted(plan, needed, who, base, heads + covered, needed - heads - covered)));
    }
}
