package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.Townspeople;
import org.huzhu.contributions.BankReceipts;
import org.huzhu.contributions.Bill;
import org.huzhu.contributions.ContributionDesk;
import org.huzhu.contributions.RefundDesk;
import org.huzhu.contributions.Split;
import org.huzhu.contributions.Split.By;
import org.huzhu.contributions.Split.Part;
import org.huzhu.contributions.Split.Rest;
import org.huzhu.contributions.Split.Share;
import org.huzhu.contributions.SplitDesk;
import org.huzhu.contributions.SubsidyDesk;
import org.huzhu.contributions.SubsidyDesk.Grant;
import org.huzhu.contributions.TargetDesk;
import org.huzhu.demonstration.Demonstration.Filled;
import org.huzhu.demonstration.Worker;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.EnrolmentDesk;
import org.huzhu.enrolment.Order;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.plan.Enrolment.Payer;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.huzhu.unions.UnitFacts;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enrolments of the demonstration: some units under cover and paid, others on each step of the way; what agencies were
 * to collect, and what they collected in five years of a former system. All through the doors that people use.
 */
public final class FirstEnrolments {

    private static final long SEED = 20260101;
    private static final int PEOPLE_FROM = 200_000;
    private static final int UNITS = 10;
    private static final int STAFF_MAX = 90;
    private static final List<String> PLANS = List.of("住院津贴", "住院医疗");

    private final ApplicationContext society;
    private final Filled filled;
    private final EnrolmentDesk desk;
    private final Organisation office;
    private final Townspeople people = new Townspeople(SEED, 2026);
    private int next = PEOPLE_FROM;

    public FirstEnrolments(ApplicationContext society, Filled filled) {
        this.society = society;
        this.filled = filled;
        this.desk = society.getBean(EnrolmentDesk.class);
        this.office = filled.posts().getFirst().organisation();
    }

    private static Caller caller(Role role, String path) {
        return new Caller(new UUID(0, 0), role, Optional.of(path), Optional.empty());
    }

    /** Files them all. */
    public void file() {
        List<Organisation> units = units();
        List<UUID> paid = new ArrayList<>();
        share(units);
        for (int i = 0; i < units.size(); i++) {
            // The last ones stay on the way: one is only looked at, one waits for review, one for its contribution.
            int left = units.size() - i;
            Channel channel = left == 2 ? Channel.AGENCY : Channel.DIRECT;
            UUID batch = bring(units.get(i), channel);
            if (left > 1) {
                confirm(units.get(i), batch);
            }
            if (left > 3) {
                paid.add(batch);
            }
        }
        pay(paid);
        setTargets();
    }

    /** The union of the second unit pays a part, its members the rest; the union above the third grants a subsidy. */
    private void share(List<Organisation> units) {
        if (units.size() < 3) {
            return;
        }
        Caller leader = caller(Role.OFFICE_REVIEWER, office.path());
        LocalDate year = today().withDayOfYear(1);
        Split parts = new Split(List.of(
                new Share(By.unit(Payer.UNIT_UNION), new Part(6_000)), new Share(By.unit(Payer.MEMBER), new Rest())));
        Optional<String> plan = Optional.of(PLANS.getLast());
        leader.scope().run(() -> {
            society.getBean(SplitDesk.class).set(leader, units.get(1).id(), plan, parts, year);
            units.get(2)
                    .parent()
                    .ifPresent(above -> society.getBean(SubsidyDesk.class)
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

    /** Small units, of which all can be enrolled. */
    private List<Organisation> units() {
        UnionTree tree = society.getBean(UnionTree.class);
        List<UUID> ids = filled.workers().stream()
                .map(worker -> worker.unit().id())
                .distinct()
                .toList();
        // Some have moved since, or were closed.
        return as(
                        caller(Role.OFFICE_REVIEWER, office.path()),
                        () -> ids.stream()
                                .flatMap(id -> tree.find(id).stream())
                                .filter(unit -> unit.closedOn().isEmpty())
                                .toList())
                .stream()
                .filter(unit -> staff(unit) > 0 && staff(unit) <= STAFF_MAX)
                .limit(UNITS)
                .toList();
    }

    private int staff(Organisation unit) {
        return as(
                caller(Role.UNIT_HANDLER, unit.path()),
                () -> society.getBean(UnionTree.class)
                        .factsOn(unit.id(), today())
                        .map(UnitFacts::staff)
                        .orElse(0));
    }

    private LocalDate today() {
        return LocalDate.now(society.getBean(Clock.class));
    }

    private <T> T as(Caller caller, java.util.function.Supplier<T> work) {
        TransactionTemplate transaction = new TransactionTemplate(society.getBean(PlatformTransactionManager.class));
        return caller.scope().call(() -> transaction.execute(_ -> work.get()));
    }

    private UUID bring(Organisation unit, Channel channel) {
        Caller handler = caller(Role.UNIT_HANDLER, unit.path());
        List<Wanted> plans =
                PLANS.stream().map(plan -> new Wanted(plan, Optional.empty())).toList();
        LocalDate start = today().withDayOfMonth(1).plusMonths(1);
        Order order = new Order(unit.id(), plans, start, 1, channel);
        byte[] roster = roster(unit).getBytes(UTF_8);
        return handler.scope().call(() -> {
            UUID batch = desk.bring(handler, order, "在职名单.csv", new ByteArrayInputStream(roster));
            desk.await(handler, batch);
            return batch;
        });
    }

    /** Those who work there, and as many more as make up its staff. */
    private String roster(Organisation unit) {
        List<String> rows = filled.workers().stream()
                .filter(worker -> worker.unit().id().equals(unit.id()))
                .map(FirstEnrolments::row)
                .collect(Collectors.toCollection(ArrayList::new));
        while (rows.size() < staff(unit)) {
            Townspeople.Townsman person = people.person(next++);
            int born = person.id().birthDate().getYear();
            if (born > today().getYear() - 55 && born < today().getYear() - 18) {
                rows.add("%s,%s,2024-03-01".formatted(person.name(), person.id().text()));
            }
        }
        return "姓名,身份证号,入职日期\n" + String.join("\n", rows) + "\n";
    }

    private static String row(Worker worker) {
        return "%s,%s,%s".formatted(worker.name(), worker.id().text(), worker.since());
    }

    private void confirm(Organisation unit, UUID batch) {
        Caller handler = caller(Role.UNIT_HANDLER, unit.path());
        handler.scope().run(() -> {
            if (desk.look(handler, batch).isReady()) {
                desk.confirm(handler, batch);
            }
        });
    }

    /** The bank's file: each of the bills, and one transfer that says nothing of what it is for. */
    private void pay(List<UUID> batches) {
        Caller maker = caller(Role.FINANCE_MAKER, office.path());
        ContributionDesk contributions = society.getBean(ContributionDesk.class);
        List<Bill> bills = maker.scope()
                .call(() -> batches.stream()
                        .flatMap(batch -> contributions.bills(maker, batch).stream())
                        .toList());
        List<String> rows = new ArrayList<>(List.of("交易流水号,交易日期,贷方金额,对方户名,附言"));
        for (int i = 0; i < bills.size(); i++) {
            rows.add("D%06d,%s,%s,%s,%s"
                    .formatted(
                            i,
                            today(),
                            plain(bills.get(i).due()),
                            bills.get(i).payerName(),
                            bills.get(i).reference()));
        }
        rows.add("D900001,%s,1234.50,某某联合工会,会费".formatted(today()));
        rows.add("D900002,%s,88.00,某某商贸公司,货款".formatted(today()));
        try {
            Path file = Files.createTempFile("huzhu-bank-", ".csv");
            Files.write(file, rows, UTF_8);
            maker.scope()
                    .run(() ->
                            society.getBean(BankReceipts.class).take(maker, office.id(), Fund.Kind.CONTRIBUTION, file));
            Files.delete(file);
            maker.scope().run(() -> giveBack(maker));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody sent what was meant for somebody else: one has asked to give it back. */
    private void giveBack(Caller maker) {
        society.getBean(BankReceipts.class).waiting(maker, UNITS).stream()
                .map(BankReceipts.Waiting::deposit)
                .filter(deposit -> deposit.remark().equals("货款"))
                .forEach(deposit ->
                        society.getBean(RefundDesk.class).ask(maker, deposit.id(), deposit.left(), "汇错了，不是会费"));
    }

    private static String plain(Money money) {
        return java.math.BigDecimal.valueOf(money.fen(), 2).toPlainString();
    }

    /**
     * The targets of Dongcheng: in 2018 it was to collect 6,370,000 yuan and collected 6,922,000, 15 % more than the
     * year before; the other years, the months and the plans are made up so that they come to that.
     */
    private void setTargets() {
        UnionTree tree = society.getBean(UnionTree.class);
        Caller leader = caller(Role.OFFICE_REVIEWER, office.path());
        Optional<Organisation> dongcheng = as(leader, () -> tree.below(office.id())).stream()
                .filter(each -> each.name().startsWith("东城区"))
                .findFirst();
        dongcheng.ifPresent(agency -> {
            TargetDesk targets = society.getBean(TargetDesk.class);
            leader.scope().run(() -> {
                targets.set(leader, agency.id(), Optional.empty(), today().getYear(), Money.ofYuan(60_000));
                FormerYear.ALL.forEach(year -> bringOver(targets, leader, agency, year));
            });
        });
    }

    /**
     * A year of a former system.
     *
     * @param target and {@code collected} in yuan
     */
    private record FormerYear(int year, long target, long collected, int personTimes) {

        static final List<FormerYear> ALL = List.of(
                new FormerYear(2014, 4_000_000, 4_112_000, 92_000),
                new FormerYear(2015, 4_400_000, 4_587_000, 103_000),
                new FormerYear(2016, 4_900_000, 5_228_000, 118_000),
                new FormerYear(2017, 5_500_000, 6_019_000, 136_000),
                new FormerYear(2018, 6_370_000, 6_922_000, 157_000));
    }

    private static void bringOver(TargetDesk targets, Caller leader, Organisation agency, FormerYear year) {
        targets.set(leader, agency.id(), Optional.empty(), year.year(), Money.ofYuan(year.target()));
        List<Long> months = List.of(6L, 5L, 12L, 10L, 9L, 8L, 7L, 7L, 9L, 9L, 9L, 9L);
        List<Money> shares = Money.ofYuan(year.collected()).shareOut(months);
        IntStream.range(0, months.size())
                .forEach(month -> targets.carry(
                        leader, agency.id(), "综合", YearMonth.of(year.year(), month + 1), shares.get(month), (int)
                                (year.personTimes() * months.get(month) / 100)));
    }
}
