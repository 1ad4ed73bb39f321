package org.huzhu.contributions;

import static org.huzhu.contributions.ContributionRefused.require;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.contributions.JdbcTargets.Month;
import org.huzhu.contributions.JdbcTargets.Said;
import org.huzhu.contributions.JdbcTargets.Standing;
import org.huzhu.contributions.JdbcTargets.Which;
import org.huzhu.enrolment.Dues;
import org.huzhu.kernel.Money;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps targets, and adds up what was collected. */
@Service
@Transactional
class TargetDeskService implements TargetDesk {

    private static final String KIND = "target";
    private static final int MONTHS = 12;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;

    private final Dues dues;
    private final JdbcTargets targets;
    private final JdbcPaths paths;
    private final Desk desk;

    TargetDeskService(@Lazy Dues dues, JdbcTargets targets, JdbcPaths paths, Desk desk) {
        this.dues = dues;
        this.targets = targets;
        this.paths = paths;
        this.desk = desk;
    }

    @Override
    public void set(Caller caller, UUID id, Optional<String> plan, int year, Money target) {
        Organisation agency = desk.within(caller, Operation.TARGET_SET, id);
        require(target.isPositive() && year >= FIRST_YEAR && year <= LAST_YEAR, Reason.NOT_POSSIBLE);
        targets.set(said(agency, plan.orElse(""), year), target);
        desk.done(Operation.TARGET_SET.title(), KIND, id, agency.path(), Optional.of("%d %s".formatted(year, target)));
    }

    @Override
    public void carry(Caller caller, UUID id, String plan, YearMonth month, Money collected, int personTimes) {
        Organisation agency = desk.within(caller, Operation.TARGET_SET, id);
        boolean isPast = month.isBefore(YearMonth.from(desk.today())) && month.getYear() >= FIRST_YEAR;
        require(isPast && !collected.isNegative() && personTimes >= 0, Reason.NOT_POSSIBLE);
        targets.carry(said(agency, plan, month.getYear()), month.getMonthValue(), collected, personTimes);
        desk.done("target.carry", KIND, id, agency.path(), Optional.of("%s %s".formatted(month, collected)));
    }

    private Said said(Organisation agency, String plan, int year) {
        return new Said(agency.id(), new Which(agency.path(), plan, year), Desk.actor(), desk.moment());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Progress> progress(Caller caller, UUID id, int year) {
        Organisation above = desk.within(caller, Operation.TARGET_VIEW, id);
        return targets.targets(above.path(), year).stream()
                .map(standing -> progress(standing, year))
                .toList();
    }

    private Progress progress(Standing standing, int year) {
        Which which = new Which(standing.path(), standing.plan(), year);
        Optional<String> plan = Optional.of(standing.plan()).filter(name -> !name.isEmpty());
        List<Month> months = targets.collected(which);
        List<Month> before = targets.collected(new Which(standing.path(), standing.plan(), year - 1));
        return new Progress(
                standing.organisation(),
                plan,
                year,
                standing.target(),
                byMonth(months),
                byMonth(before),
                months.stream().anyMatch(Month::isCarried) || before.stream().anyMatch(Month::isCarried),
                dues.persons(targets.paid(which), plan),
                targets.personTimes(which)
                        + months.stream().mapToLong(Month::personTimes).sum());
    }

    private static List<Money> byMonth(List<Month> months) {
        List<Money> all = new ArrayList<>(Collections.nCopies(MONTHS, Money.ZERO));
        months.forEach(month -> all.set(month.month() - 1, month.money()));
        return all;
    }

    /** All of this room follows an organisation, within the transaction that moves it. */
    @EventListener
    void on(OrganisationMoved news) {
        paths.follow(news.from(), news.to());
    }
}
