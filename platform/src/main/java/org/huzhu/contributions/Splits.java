package org.huzhu.contributions;

import static org.huzhu.contributions.ContributionRefused.require;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.contributions.Split.By;
import org.huzhu.contributions.Split.Share;
import org.huzhu.database.BeyondReach;
import org.huzhu.plan.Enrolment.Payer;
import org.huzhu.plan.Plan;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who pays, and says it to whoever bills. */
@Service
@Transactional
class Splits implements SplitDesk {

    /** Who pays where nothing is said: the first of these that the plan lets. */
    private static final List<Payer> USUALLY =
            List.of(Payer.UNIT_UNION, Payer.EMPLOYER, Payer.UPPER_UNION, Payer.MEMBER, Payer.SPONSOR);

    private final JdbcSplits splits;
    private final PlanCatalogue catalogue;
    private final UnionTree tree;
    private final BeyondReach beyond;
    private final Desk desk;

    Splits(JdbcSplits splits, PlanCatalogue catalogue, UnionTree tree, BeyondReach beyond, Desk desk) {
        this.splits = splits;
        this.catalogue = catalogue;
        this.tree = tree;
        this.beyond = beyond;
        this.desk = desk;
    }

    @Override
    public void set(Caller caller, UUID id, Optional<String> plan, Split split, LocalDate from) {
        Organisation unit = desk.within(caller, Operation.CONTRIBUTION_SPLIT, id);
        for (Share share : split.shares()) {
            share.by().organisation().ifPresent(payer -> requireMayPledge(caller, unit, share.by(), payer));
        }
        if (plan.isPresent()) {
            require(payers(plan.get(), from).containsAll(payersOf(split)), Reason.PAYER_NOT_ALLOWED);
        }
        require(!splits.isSaidLater(id, plan.orElse(""), from), Reason.SET_LATER);
        UUID said = desk.freshId();
        splits.set(
                new JdbcSplits.Deed(said, id, unit.path(), plan.orElse(""), from, Desk.actor(), desk.moment()), split);
        desk.done(Operation.CONTRIBUTION_SPLIT.title(), "split", said, unit.path(), plan);
    }

    /** Nobody pledges what is another's: who says that a union above pays must have a say there. */
    private void requireMayPledge(Caller caller, Organisation unit, By by, UUID payer) {
        Organisation other = desk.within(caller, Operation.CONTRIBUTION_SPLIT, payer);
        boolean isAbove = unit.path().startsWith(other.path() + ".");
        require(isAbove || by.payer() != Payer.UPPER_UNION, Reason.NOT_ABOVE);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Split> at(Caller caller, UUID unit, Optional<String> plan, LocalDate day) {
        desk.within(caller, Operation.CONTRIBUTION_VIEW, unit);
        return splits.at(unit, plan.orElse(""), day);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Said> said(Caller caller, UUID unit, LocalDate day) {
        desk.within(caller, Operation.CONTRIBUTION_VIEW, unit);
        return splits.said(unit, day);
    }

    @Override
    @Transactional(readOnly = true)
    public Split effective(Caller caller, UUID unit, String plan, LocalDate day) {
        desk.within(caller, Operation.CONTRIBUTION_VIEW, unit);
        return of(unit, plan, day);
    }

    @Override
    public void end(Caller caller, UUID id, Optional<String> plan, LocalDate until) {
        Organisation unit = desk.within(caller, Operation.CONTRIBUTION_SPLIT, id);
        require(splits.end(id, plan.orElse(""), until), Reason.NOT_POSSIBLE);
        desk.done("split.end", "organisation", id, unit.path(), plan);
    }

    /**
     * Who pays for covers of a plan that start on the day; what was said for all plans holds where the plan lets it.
     */
    Split of(UUID unit, String plan, LocalDate day) {
        Set<Payer> allowed = payers(plan, day);
        return splits.at(unit, plan, day)
                .or(() -> splits.at(unit, "", day).filter(split -> allowed.containsAll(payersOf(split))))
                .orElseGet(() -> Split.allBy(usual(unit, allowed)));
    }

    private By usual(UUID unit, Set<Payer> allowed) {
        Payer payer = USUALLY.stream().filter(allowed::contains).findFirst().orElse(Payer.UNIT_UNION);
        return switch (payer) {
            case MEMBER, UNIT_UNION, EMPLOYER -> By.unit(payer);
            case UPPER_UNION, SPONSOR -> By.other(payer, above(unit));
        };
    }

    private UUID above(UUID unit) {
        return beyond.call(() -> tree.above(unit).stream()
                .reduce((_, lower) -> lower)
                .map(Organisation::id)
                .orElseThrow(() -> new ContributionRefused(Reason.ABSENT)));
    }

    private static Set<Payer> payersOf(Split split) {
        EnumSet<Payer> payers = EnumSet.noneOf(Payer.class);
        split.shares().forEach(share -> payers.add(share.by().payer()));
        return payers;
    }

    /** Those that the version lets pay that holds for covers that start on the day. */
    private Set<Payer> payers(String plan, LocalDate day) {
        return catalogue
                .rulebook()
                .library()
                .governing(plan, day, day)
                .map(Plan::enrolment)
                .map(enrolment -> enrolment.payers())
                .orElse(Set.of());
    }
}
