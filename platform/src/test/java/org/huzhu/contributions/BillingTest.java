package org.huzhu.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.huzhu.contributions.Town.APRIL;
import static org.huzhu.contributions.Town.ILLNESS;
import static org.huzhu.contributions.Town.PUBLIC;
import static org.huzhu.contributions.Town.WOMEN;
import static org.huzhu.contributions.Town.as;
import static org.huzhu.contributions.Town.caller;
import static org.huzhu.contributions.Town.doAs;
import static org.huzhu.contributions.Town.people;
import static org.huzhu.contributions.Town.refuses;

import java.time.LocalDate;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.contributions.Split.By;
import org.huzhu.contributions.Split.Part;
import org.huzhu.contributions.Split.PerHead;
import org.huzhu.contributions.Split.Rest;
import org.huzhu.contributions.Split.Share;
import org.huzhu.contributions.SubsidyDesk.Grant;
import org.huzhu.contributions.SubsidyDesk.Subsidy;
import org.huzhu.contributions.Town.Covers;
import org.huzhu.contributions.Town.Place;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Funding;
import org.huzhu.plan.Enrolment.Payer;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What is due for a batch, and who pays which part of it. */
@RoomTest
@Import({Town.class, Town.Surroundings.class})
class BillingTest {

    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

    private final Town town;
    private final ContributionDesk desk;
    private final SplitDesk splits;
    private final SubsidyDesk subsidies;
    private final FakeDues dues;
    private final SetClock clock;
    private final Place place;

    @Autowired
    BillingTest(
            Town town, ContributionDesk desk, SplitDesk splits, SubsidyDesk subsidies, FakeDues dues, SetClock clock) {
        this.town = town;
        this.desk = desk;
        this.splits = splits;
        this.subsidies = subsidies;
        this.dues = dues;
        this.clock = clock;
        this.place = town.place();
    }

    @AfterEach
    void the_books_agree() {
        assertThat(town.flaws()).isEmpty();
    }

    private List<Bill> bills(UUID batch) {
        Caller maker = place.maker();
        return as(maker, () -> desk.bills(maker, batch));
    }

    private UUID granted(long perHead, long budget) {
        Caller agency = caller(Role.AGENCY_HANDLER, place.agency().path());
        return as(
                agency,
                () -> subsidies.grant(
                        agency,
                        new Grant(
                                place.agency().id(),
                                Optional.empty(),
                                Money.ofYuan(perHead),
                                Money.ofYuan(budget),
                                YEAR,
                                YEAR.plusYears(1))));
    }

    private Subsidy subsidy(UUID id) {
        Caller agency = caller(Role.AGENCY_HANDLER, place.agency().path());
        return as(agency, () -> subsidies.subsidies(agency)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_union_of_the_unit_pays_where_nothing_else_is_said() {
        UUID batch = town.confirmed(place.mill(), Covers.of(ILLNESS, 12, 50), Covers.of(WOMEN, 5, 40));

        assertThat(bills(batch))
                .extracting(bill -> bill.by().payer(), Bill::payerName, Bill::due, Bill::open, Bill::startsOn)
                .containsExactly(
                        tuple(Payer.UNIT_UNION, place.mill().name(), Money.ofYuan(800), Money.ofYuan(800), APRIL));
        assertThat(town.balance(place.office(), "1121", "CONTRIBUTION"))
                .as("owed")
                .isEqualTo(80_000);
        assertThat(town.balance(place.office(), "2203", "CONTRIBUTION"))
                .as("received in advance")
                .isEqualTo(-80_000);
    }

    @Test
    void a_bill_is_seen_by_its_unit_and_those_above_and_by_nobody_else() {
        UUID batch = town.confirmed(place.mill(), Covers.of(ILLNESS, 1, 50));
        Bill bill = bills(batch).getFirst();
        Caller own = place.handler(place.mill());
        Caller other = place.handler(place.school());

        assertThat(as(own, () -> desk.bill(own, bill.reference().toLowerCase(java.util.Locale.ROOT))))
                .isEqualTo(bill);
        assertThat(as(own, () -> desk.ofUnit(own, place.mill().id(), 9))).containsExactly(bill);
        refuses(Reason.ABSENT, () -> as(other, () -> desk.bill(other, bill.id())));
        assertThat(as(other, () -> desk.bills(other, batch))).isEmpty();
        Caller integrator = caller(Role.INTEGRATOR, place.office().path());
        assertThatThrownBy(() -> as(integrator, () -> desk.bill(integrator, bill.id())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void of_95_yuan_a_head_the_unit_pays_60_and_its_members_the_rest() {
        Caller handler = place.handler(place.mill());
        Split split = new Split(List.of(
                new Share(By.unit(Payer.UNIT_UNION), new PerHead(Money.ofYuan(60))),
                new Share(By.unit(Payer.MEMBER), new Rest())));
        doAs(handler, () -> splits.set(handler, place.mill().id(), Optional.empty(), split, YEAR));

        UUID batch = town.confirmed(place.mill(), Covers.of(ILLNESS, 10, 95));

        assertThat(bills(batch))
                .extracting(bill -> bill.by().payer(), Bill::due)
                .containsExactlyInAnyOrder(
                        tuple(Payer.UNIT_UNION, Money.ofYuan(600)), tuple(Payer.MEMBER, Money.ofYuan(350)));
        assertThat(as(handler, () -> splits.at(handler, place.mill().id(), Optional.empty(), APRIL)))
                .contains(split);
    }

    @Test
    void who_pays_holds_for_covers_that_start_on_the_day_or_later() {
        Caller handler = place.handler(place.mill());
        UUID mill = place.mill().id();
        Split firm = Split.allBy(By.unit(Payer.EMPLOYER));
        doAs(handler, () -> splits.set(handler, mill, Optional.of(ILLNESS), firm, APRIL));

        refuses(
                Reason.SET_LATER,
                () -> as(handler, () -> {
                    splits.set(handler, mill, Optional.of(ILLNESS), firm, APRIL);
                    return true;
                }));
        refuses(
                Reason.PAYER_NOT_ALLOWED,
                () -> as(handler, () -> {
                    splits.set(
                            handler,
                            mill,
                            Optional.of(PUBLIC),
                            Split.allBy(By.unit(Payer.MEMBER)),
                            LocalDate.of(2026, 5, 1));
                    return true;
                }));
        assertThat(bills(town.confirmed(place.mill(), APRIL.minusMonths(1), Covers.of(ILLNESS, 1, 50))))
                .extracting(bill -> bill.by().payer())
                .containsExactly(Payer.UNIT_UNION);
        assertThat(bills(town.confirmed(place.mill(), Covers.of(ILLNESS, 1, 50), Covers.of(WOMEN, 1, 40))))
                .extracting(bill -> bill.by().payer())
                .containsExactlyInAnyOrder(Payer.EMPLOYER, Payer.UNIT_UNION);
    }

    @Test
    void what_was_said_is_ended_and_then_the_union_of_the_unit_pays_again() {
        Caller handler = place.handler(place.mill());
        UUID mill = place.mill().id();
        Split firm = Split.allBy(By.unit(Payer.EMPLOYER));
        Optional<String> plan = Optional.of(ILLNESS);
        doAs(handler, () -> splits.set(handler, mill, plan, firm, YEAR));

        doAs(handler, () -> splits.end(handler, mill, plan, APRIL));

        assertThat(as(handler, () -> splits.said(handler, mill, YEAR)))
                .containsExactly(new SplitDesk.Said(plan, firm, YEAR, Optional.of(APRIL)));
        assertThat(as(handler, () -> splits.said(handler, mill, APRIL))).isEmpty();
        assertThat(as(handler, () -> splits.effective(handler, mill, ILLNESS, APRIL.minusDays(1))))
                .isEqualTo(firm);
        assertThat(as(handler, () -> splits.effective(handler, mill, ILLNESS, APRIL)))
                .isEqualTo(Split.allBy(By.unit(Payer.UNIT_UNION)));
    }

    @Test
    void nobody_pledges_the_money_of_a_union_where_he_has_no_say() {
        Caller handler = place.handler(place.mill());
        Split agencyPays = new Split(List.of(
                new Share(By.unit(Payer.UNIT_UNION), new Part(4_000)),
                new Share(By.other(Payer.UPPER_UNION, place.agency().id()), new Part(6_000))));
        Optional<String> plan = Optional.of(WOMEN);

        refuses(
                Reason.ABSENT,
                () -> as(handler, () -> {
                    splits.set(handler, place.mill().id(), plan, agencyPays, YEAR);
                    return true;
                }));
        Caller agency = caller(Role.AGENCY_HANDLER, place.agency().path());
        refuses(
                Reason.NOT_ABOVE,
                () -> as(agency, () -> {
                    Split beside = Split.allBy(
                            By.other(Payer.UPPER_UNION, place.school().id()));
                    splits.set(agency, place.mill().id(), plan, beside, YEAR);
                    return true;
                }));
        doAs(agency, () -> splits.set(agency, place.mill().id(), plan, agencyPays, YEAR));

        assertThat(bills(town.confirmed(place.mill(), Covers.of(WOMEN, 3, 40))))
                .extracting(Bill::payerName, Bill::due)
                .containsExactlyInAnyOrder(
                        tuple(place.mill().name(), Money.ofYuan(48)),
                        tuple(place.agency().name(), Money.ofYuan(72)));
    }

    @Test
    void plans_of_each_kind_are_billed_into_a_fund_of_their_own() {
        Covers gift = new Covers("冬奥服务保障", Funding.GIFT, people(2), Money.ofYuan(30));
        Covers forAll = new Covers(PUBLIC, Funding.PUBLIC_BENEFIT, people(2), Money.ofYuan(20));

        List<Bill> bills = bills(town.confirmed(place.mill(), Covers.of(ILLNESS, 2, 50), forAll, gift));

        assertThat(bills).extracting(Bill::fund).doesNotHaveDuplicates().hasSize(3);
        assertThat(town.balance(place.office(), "2203", "CONTRIBUTION")).isEqualTo(-10_000);
        assertThat(town.balance(place.office(), "2203", "PUBLIC")).isEqualTo(-4_000);
        assertThat(town.balance(place.office(), "2203", "SPONSORED")).isEqualTo(-6_000);
    }

    @Test
    void of_200_yuan_a_head_and_year_a_second_plan_gets_what_the_first_left() {
        UUID subsidy = granted(200, 100_000);
        List<UUID> workers = people(10);

        List<Bill> first = bills(
                town.confirmed(place.mill(), new Covers(ILLNESS, Funding.CONTRIBUTION, workers, Money.ofYuan(150))));
        List<Bill> second = bills(
                town.confirmed(place.school(), new Covers(WOMEN, Funding.CONTRIBUTION, workers, Money.ofYuan(80))));
        List<Bill> nextYear = bills(town.confirmed(
                place.mill(),
                YEAR.plusYears(1).minusDays(1),
                new Covers(ILLNESS, Funding.CONTRIBUTION, workers, Money.ofYuan(1))));

        assertThat(first)
                .extracting(bill -> bill.by().payer(), Bill::payerName, Bill::due)
                .containsExactly(tuple(Payer.SPONSOR, place.agency().name(), Money.ofYuan(1_500)));
        assertThat(second)
                .extracting(bill -> bill.by().payer(), Bill::due)
                .containsExactlyInAnyOrder(
                        tuple(Payer.SPONSOR, Money.ofYuan(500)), tuple(Payer.UNIT_UNION, Money.ofYuan(300)));
        assertThat(nextYear).extracting(bill -> bill.by().payer()).containsExactly(Payer.UNIT_UNION);
        assertThat(subsidy(subsidy).used()).isEqualTo(Money.ofYuan(2_000));
        assertThat(town.balance(place.office(), "1122", "CONTRIBUTION"))
                .as("owed by the sponsor")
                .isEqualTo(200_000);
    }

    @Test
    void a_budget_is_used_to_its_end_and_no_further_also_by_many_at_once() {
        UUID subsidy = granted(200, 1_000);
        Deque<org.huzhu.unions.Organisation> units =
                new ConcurrentLinkedDeque<>(List.of(place.mill(), place.school(), place.mill(), place.school()));

        List<UUID> batches =
                Together.all(4, () -> town.confirmed(Objects.requireNonNull(units.poll()), Covers.of(ILLNESS, 4, 95)));

        Money sponsored = Money.sum(batches.stream()
                .flatMap(batch -> bills(batch).stream())
                .filter(bill -> bill.by().payer() == Payer.SPONSOR)
                .map(Bill::due)
                .toList());
        assertThat(sponsored).isEqualTo(Money.ofYuan(1_000));
        assertThat(subsidy(subsidy).left()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_costs_nothing_has_no_bill_and_is_paid_at_once() {
        UUID batch = town.confirmed(place.mill(), new Covers(PUBLIC, Funding.PUBLIC_BENEFIT, people(3), Money.ZERO));

        assertThat(bills(batch)).isEmpty();
        assertThat(dues.paid(batch))
                .containsExactly(new FakeDues.Paid(batch, LocalDate.ofInstant(clock.instant(), clock.getZone())));
    }

    @Test
    void a_batch_that_is_taken_back_leaves_no_bill_and_gives_budgets_back() {
        UUID subsidy = granted(100, 1_000);
        UUID batch = town.confirmed(place.mill(), Covers.of(ILLNESS, 5, 150));

        town.takeBack(place.mill(), batch);

        assertThat(bills(batch))
                .hasSize(2)
                .allMatch(Bill::isCancelled)
                .allMatch(bill -> bill.open().fen() == 0);
        assertThat(subsidy(subsidy).used()).isEqualTo(Money.ZERO);
        assertThat(town.balance(place.office(), "2203", "CONTRIBUTION")).isZero();
        assertThat(town.balance(place.office(), "1121", "CONTRIBUTION")).isZero();
    }

    @Test
    void a_subsidy_is_granted_by_whoever_pays_it_and_can_be_ended() {
        Caller handler = place.handler(place.mill());
        Grant grant = new Grant(
                place.mill().id(), Optional.empty(), Money.ofYuan(1), Money.ofYuan(1), YEAR, YEAR.plusYears(1));
        assertThatThrownBy(() -> as(handler, () -> subsidies.grant(handler, grant)))
                .isInstanceOf(Refused.class);
        UUID id = granted(100, 1_000);
        Caller agency = caller(Role.AGENCY_HANDLER, place.agency().path());
        doAs(agency, () -> subsidies.end(agency, id, APRIL));

        assertThat(bills(town.confirmed(place.mill(), Covers.of(ILLNESS, 1, 50))))
                .extracting(bill -> bill.by().payer())
                .containsExactly(Payer.UNIT_UNION);
    }
}
