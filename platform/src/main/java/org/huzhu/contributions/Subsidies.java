package org.huzhu.contributions;

import static org.huzhu.contributions.ContributionRefused.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.contributions.JdbcSubsidies.Standing;
import org.huzhu.contributions.JdbcSubsidies.Use;
import org.huzhu.database.BeyondReach;
import org.huzhu.enrolment.Dues.Due;
import org.huzhu.enrolment.Dues.Line;
import org.huzhu.kernel.Money;
import org.huzhu.unions.Organisation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps subsidies, and uses them for whoever bills. */
@Service
@Transactional
class Subsidies implements SubsidyDesk {

    private static final String KIND = "subsidy";

    private final JdbcSubsidies subsidies;
    private final BeyondReach beyond;
    private final Desk desk;

    Subsidies(JdbcSubsidies subsidies, BeyondReach beyond, Desk desk) {
        this.subsidies = subsidies;
        this.beyond = beyond;
        this.desk = desk;
    }

    @Override
    public UUID grant(Caller caller, Grant grant) {
        Organisation sponsor = desk.within(caller, Operation.SUBSIDY_GRANT, grant.organisation());
        require(grant.from().isBefore(grant.until()), Reason.NOT_POSSIBLE);
        require(grant.perHead().isPositive() && grant.budget().isPositive(), Reason.NOT_POSSIBLE);
        UUID id = desk.freshId();
        Subsidy subsidy = new Subsidy(id, grant, Money.ZERO);
        subsidies.add(new Standing(subsidy, sponsor.path(), sponsor.name()), Desk.actor(), desk.moment());
        desk.done(Operation.SUBSIDY_GRANT.title(), KIND, id, sponsor.path(), grant.plan());
        return id;
    }

    @Override
    public void end(Caller caller, UUID id, LocalDate until) {
        Standing found = subsidies.find(id).orElseThrow(() -> new ContributionRefused(Reason.ABSENT));
        desk.require(caller, Operation.SUBSIDY_GRANT, found.path());
        require(subsidies.end(id, until), Reason.NOT_POSSIBLE);
        desk.done("subsidy.end", KIND, id, found.path(), Optional.empty());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Subsidy> subsidies(Caller caller) {
        desk.require(caller, Operation.SUBSIDY_GRANT);
        return subsidies.all().stream().map(Standing::subsidy).toList();
    }

    /**
     * What sponsors pay of a batch.
     *
     * @param plans what of each plan, in the order of the roster
     */
    record Pledge(UUID organisation, String sponsor, Map<String, Money> plans) {}

    /**
     * Uses what subsidies there are for a batch: the oldest first, person by person in the order of the roster, until a
     * person has had his share of the year, or the budget is used up.
     */
    List<Pledge> use(Due due, List<Line> lines) {
        return beyond.call(() -> {
            List<Money> open = new ArrayList<>();
            lines.forEach(line -> open.add(line.contribution()));
            List<Pledge> pledges = new ArrayList<>();
            for (Standing standing : subsidies.forUnit(due.path(), due.startsOn())) {
                Map<String, Money> plans = use(standing.subsidy(), due, lines, open);
                if (!plans.isEmpty()) {
                    pledges.add(new Pledge(standing.subsidy().grant().organisation(), standing.sponsor(), plans));
                }
            }
            return pledges;
        });
    }

    private Map<String, Money> use(Subsidy subsidy, Due due, List<Line> lines, List<Money> open) {
        int year = due.startsOn().getYear();
        Grant grant = subsidy.grant();
        Map<UUID, Money> had = new HashMap<>(subsidies.had(
                subsidy.id(), year, lines.stream().map(Line::person).distinct().toList()));
        Map<String, Map<UUID, Money>> uses = new LinkedHashMap<>();
        Money left = subsidy.left();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (grant.plan().filter(plan -> !plan.equals(line.plan())).isPresent()) {
                continue;
            }
            Money mine = grant.perHead().minus(had.getOrDefault(line.person(), Money.ZERO));
            Money used = open.get(i).atMost(mine).atMost(left).atLeast(Money.ZERO);
            if (used.isPositive()) {
                open.set(i, open.get(i).minus(used));
                had.merge(line.person(), used, Money::plus);
                left = left.minus(used);
                uses.computeIfAbsent(line.plan(), _ -> new LinkedHashMap<>()).merge(line.person(), used, Money::plus);
            }
        }
        return keep(subsidy, due, year, uses);
    }

    private Map<String, Money> keep(Subsidy subsidy, Due due, int year, Map<String, Map<UUID, Money>> uses) {
        Map<String, Money> plans = new LinkedHashMap<>();
        uses.forEach((plan, persons) -> {
            plans.put(plan, Money.sum(persons.values()));
            List<Use> each = persons.entrySet().stream()
                    .map(use -> new Use(use.getKey(), use.getValue()))
                    .toList();
            subsidies.add(subsidy.id(), due.batch(), due.path(), plan, year, each);
        });
        if (!plans.isEmpty() && !subsidies.use(subsidy.id(), Money.sum(plans.values()))) {
            throw new IllegalStateException("The budget of subsidy %s is used up".formatted(subsidy.id()));
        }
        return plans;
    }

    /** Gives back what a batch used. */
    void giveBack(UUID batch) {
        beyond.run(() -> subsidies.giveBack(batch));
    }
}
