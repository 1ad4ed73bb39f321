package org.huzhu.operations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.Townspeople;
import org.huzhu.contributions.BankReceipts;
import org.huzhu.contributions.RefundDesk;
import org.huzhu.contributions.Split;
import org.huzhu.contributions.Split.By;
import org.huzhu.contributions.Split.Part;
import org.huzhu.contributions.Split.Rest;
import org.huzhu.contributions.Split.Share;
import org.huzhu.contributions.SplitDesk;
import org.huzhu.contributions.SubsidyDesk;
import org.huzhu.contributions.SubsidyDesk.Grant;
import org.huzhu.demonstration.Demonstration.Filled;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.demonstration.Worker;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.Order;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.kernel.Money;
import org.huzhu.operations.payments.FirstPayments;
import org.huzhu.plan.Enrolment.Payer;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.context.ApplicationContext;

/**
 * Enrolments of the demonstration: some units under cover for five years, some under cover from next month on and paid,
 * others on each step of the way; what agencies were to collect, and what they collected in earlier years. All through
 * the doors that people use. The clock of the society is let go once the years that are over are filed.
 */
public final class FirstEnrolments {

    private static final long SEED = 20260101;
    private static final int PEOPLE_FROM = 200_000;
    private static final int UNITS = 10;
    private static final int STAFF_MAX = 90;
    private static final int LARGER_STAFF_MAX = 120;
    private static final List<String> PLANS = List.of("住院津贴", "住院医疗");

    private final Filled filled;
    private final Doors doors;
    private final FirstPayments payments;
    private final Townspeople people = new Townspeople(SEED, 2026);
    private int next = PEOPLE_FROM;

    public FirstEnrolments(ApplicationContext society, Filled filled) {
        this.filled = filled;
        this.payments = new FirstPayments(society, filled);
        this.doors = new Doors(society, filled.posts().getFirst().organisation());
    }

    /** Files them all; what Dongcheng collected from 2014 to 2018 is brought over from a former system. */
    public void file() {
        file(_ -> {});
    }

    /**
     * The same.
     *
     * @param then what else happens in days that are over, at the units under cover
     */
    void file(Consumer<List<Organisation>> then) {
        dongcheng().ifPresent(agency -> new FirstTargets(doors, agency).carryOver());
        fileRest(then);
    }

    /** Files them all, with the district of Dongcheng from 2014 to 2018 at full size. */
    void fileDistrict(Consumer<String> progress, Consumer<List<Organisation>> then) {
        dongcheng().ifPresent(agency -> new District(doors, agency, people, 1, progress).file());
        fileRest(then);
    }

    private void fileRest(Consumer<List<Organisation>> then) {
        TurnedClock clock = doors.get(TurnedClock.class);
        clock.turnToPresent();
        List<Organisation> open = open();
        List<Organisation> units = sized(open, 1, STAFF_MAX, UNITS);
        List<Organisation> covered = new ArrayList<>(units.subList(0, Math.min(1, units.size())));
        covered.addAll(sized(open, STAFF_MAX + 1, LARGER_STAFF_MAX, FormerCover.units() - 1));
        new FormerCover(doors, filled.workers(), people).file(covered);
        then.accept(covered);
        clock.letGo();
        fileNow(units);
        dongcheng().ifPresent(agency -> new FirstTargets(doors, agency).setRecent());
        payments.pay();
    }

    private Optional<Organisation> dongcheng() {
        UnionTree tree = doors.get(UnionTree.class);
        return doors
                .as(
                        doors.official(Role.OFFICE_REVIEWER),
                        () -> tree.below(doors.office().id()))
                .stream()
                .filter(each -> each.name().startsWith("东城区"))
                .findFirst();
    }

    private void fileNow(List<Organisation> units) {
        List<UUID> paid = new ArrayList<>();
        share(units);
        for (int i = 0; i < units.size(); i++) {
            // The last ones stay on the way: one is only looked at, one waits for review, one for its contribution.
            int left = units.size() - i;
            Channel channel = left == 2 ? Channel.AGENCY : Channel.DIRECT;
            UUID batch = bring(units.get(i), channel);
            if (left > 1) {
                doors.confirm(units.get(i), batch);
            }
            if (left > 3) {
                paid.add(batch);
            }
        }
        pay(paid);
    }

    /** The union of the second unit pays a part, its members the rest; the union above the third grants a subsidy. */
    private void share(List<Organisation> units) {
        if (units.size() < 3) {
            return;
        }
        Caller leader = doors.official(Role.OFFICE_REVIEWER);
        LocalDate year = doors.today().withDayOfYear(1);
        Split parts = new Split(List.of(
                new Share(By.unit(Payer.UNIT_UNION), new Part(6_000)), new Share(By.unit(Payer.MEMBER), new Rest())));
        Optional<String> plan = Optional.of(PLANS.getLast());
        leader.scope().run(() -> {
            doors.get(SplitDesk.class).set(leader, units.get(1).id(), plan, parts, year);
            units.get(2)
                    .parent()
                    .ifPresent(above -> doors.get(SubsidyDesk.class)
                            .grant(
                                    leader,
                                    new Grant(
                                            above,
                                            plan,
                                            Money.ofYuan(20),
                                            Money.ofYuan(2_000),
                                            year,
                                            year.plusYears(1))));
        });
    }

    /** The units that have workers and are open still: some have moved since, or were closed. */
    private List<Organisation> open() {
        UnionTree tree = doors.get(UnionTree.class);
        List<UUID> ids = filled.workers().stream()
                .map(worker -> worker.unit().id())
                .distinct()
                .toList();
        return doors.as(
                doors.official(Role.OFFICE_REVIEWER),
                () -> ids.stream()
                        .flatMap(id -> tree.find(id).stream())
                        .filter(unit -> unit.closedOn().isEmpty())
                        .toList());
    }

    private List<Organisation> sized(List<Organisation> units, int min, int max, int count) {
        return units.stream()
                .filter(unit -> doors.staff(unit) >= min && doors.staff(unit) <= max)
                .limit(count)
                .toList();
    }

    private UUID bring(Organisation unit, Channel channel) {
        List<Wanted> plans =
                PLANS.stream().map(plan -> new Wanted(plan, Optional.empty())).toList();
        LocalDate start = doors.today().withDayOfMonth(1).plusMonths(1);
        return doors.bring(unit, new Order(unit.id(), plans, start, 1, channel), roster(unit));
    }

    /** Those who work there, and as many more as make up its staff. */
    private List<String> roster(Organisation unit) {
        List<String> rows = filled.workers().stream()
                .filter(worker -> worker.unit().id().equals(unit.id()))
                .map(FirstEnrolments::row)
                .collect(Collectors.toCollection(ArrayList::new));
        int staff = doors.staff(unit);
        int year = doors.today().getYear();
        while (rows.size() < staff) {
            Townspeople.Townsman person = people.person(next++);
            int born = person.id().birthDate().getYear();
            if (born > year - 55 && born < year - 18) {
                rows.add(Doors.row(person.name(), person.id(), LocalDate.of(2024, 3, 1)));
            }
        }
        return rows;
    }

    private static String row(Worker worker) {
        return Doors.row(worker.name(), worker.id(), worker.since());
    }

    /** The bank's file: each of the bills, and one transfer that says nothing of what it is for. */
    private void pay(List<UUID> batches) {
        LocalDate today = doors.today();
        List<String> transfers = Doors.transfers(doors.bills(batches), today);
        transfers.add(Doors.transfer("D900001", today, Money.ofFen(123_450), "某某联合工会", "会费"));
        transfers.add(Doors.transfer("D900002", today, Money.ofYuan(88), "某某商贸公司", "货款"));
        doors.take(transfers);
        Caller maker = doors.official(Role.FINANCE_MAKER);
        maker.scope().run(() -> giveBack(maker));
    }

    /** Somebody sent what was meant for somebody else: one has asked to give it back. */
    private void giveBack(Caller maker) {
        doors.get(BankReceipts.class).waiting(maker, UNITS).stream()
                .map(BankReceipts.Waiting::deposit)
                .filter(deposit -> deposit.remark().equals("货款"))
                .forEach(deposit -> doors.get(RefundDesk.class).ask(maker, deposit.id(), deposit.left(), "汇错了，不是会费"));
    }
}
