package org.huzhu.contributions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.huzhu.contributions.Town.APRIL;
import static org.huzhu.contributions.Town.ILLNESS;
import static org.huzhu.contributions.Town.as;
import static org.huzhu.contributions.Town.refuses;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.contributions.Town.Covers;
import org.huzhu.contributions.Town.Place;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What becomes of a bill from the day it is written to the day cover starts. */
@RoomTest
@Import({Town.class, Town.Surroundings.class})
class CoverStartsTest {

    private static final AtomicInteger SERIALS = new AtomicInteger(9000);

    @TempDir
    private Path folder = Path.of("");

    private final Town town;
    private final BankReceipts receipts;
    private final ContributionDesk desk;
    private final FakeDues dues;
    private final SetClock clock;
    private final Completion completion;

    @Autowired
    CoverStartsTest(
            Town town,
            BankReceipts receipts,
            ContributionDesk desk,
            FakeDues dues,
            SetClock clock,
            Completion completion) {
        this.town = town;
        this.receipts = receipts;
        this.desk = desk;
        this.dues = dues;
        this.clock = clock;
        this.completion = completion;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private Bill billed(Place place, int heads, LocalDate startsOn) {
        UUID batch = town.confirmed(place.mill(), startsOn, Covers.of(ILLNESS, heads, 50));
        Caller maker = place.maker();
        return as(maker, () -> desk.bills(maker, batch)).getFirst();
    }

    private void pay(Place place, Bill bill, LocalDate day) {
        Caller maker = place.maker();
        List<String> line = List.of(
                "C" + SERIALS.incrementAndGet(),
                day.toString(),
                Long.toString(bill.due().fen() / 100),
                "某厂",
                bill.reference());
        Path file = town.file(folder, UTF_8, List.of(line));
        as(maker, () -> receipts.take(maker, place.office().id(), Fund.Kind.CONTRIBUTION, file));
    }

    @Test
    void what_was_paid_in_advance_is_income_from_the_day_on_which_cover_starts() {
        Place place = town.place();
        Bill bill = billed(place, 10, today().plusDays(10));
        pay(place, bill, today());
        completion.earn();
        assertThat(town.balance(place.office(), "4201", "CONTRIBUTION")).isZero();

        clock.advance(Duration.ofDays(10));
        assertThat(completion.earn()).isPositive();
        assertThat(completion.earn()).as("once").isZero();

        assertThat(town.balance(place.office(), "4201", "CONTRIBUTION")).isEqualTo(-50_000);
        assertThat(town.balance(place.office(), "2203", "CONTRIBUTION")).isZero();
        assertThat(town.flaws()).isEmpty();
    }

    @Test
    void what_is_open_when_cover_could_have_started_is_in_arrears_until_it_is_paid() {
        Place place = town.place();
        Caller maker = place.maker();
        Bill late = billed(place, 10, today().plusDays(1));
        Bill later = billed(place, 10, today().plusDays(5));
        billed(place, 10, today().plusDays(30));
        clock.advance(Duration.ofDays(8));

        assertThat(as(maker, () -> desk.arrears(maker, today(), 9)))
                .extracting(arrear -> arrear.bill().id(), Bill.Arrear::days)
                .containsExactly(tuple(late.id(), 7L), tuple(later.id(), 3L));

        pay(place, late, today());
        assertThat(as(maker, () -> desk.arrears(maker, today(), 9))).hasSize(1);
        assertThat(dues.paid(late.batch())).containsExactly(new FakeDues.Paid(late.batch(), today()));
        assertThat(town.flaws()).isEmpty();
    }

    @Test
    void a_payer_has_a_receipt_once_his_bill_is_paid_and_no_number_is_left_out() {
        Place place = town.place();
        Caller handler = place.handler(place.mill());
        Bill first = billed(place, 24, today().plusDays(20));
        Bill second = billed(place, 3, today().plusDays(20));
        refuses(Reason.NOT_PAID, () -> as(handler, () -> desk.receipt(handler, first.id())));

        pay(place, first, today());
        pay(place, second, today());

        Bill.Receipt receipt = as(handler, () -> desk.receipt(handler, first.id()));
        assertThat(receipt)
                .isEqualTo(new Bill.Receipt(
                        today().getYear() + "-000001",
                        today(),
                        place.mill().name(),
                        first.reference(),
                        Money.ofYuan(1_200),
                        "壹仟贰佰元整"));
        assertThat(as(handler, () -> desk.receipt(handler, second.id())).number())
                .endsWith("-000002");
        assertThat(town.flaws()).isEmpty();
    }

    @Test
    void money_of_a_month_that_is_closed_is_posted_to_the_first_day_that_is_open(
            @Autowired org.huzhu.ledger.FundDesk funds) {
        Place place = town.place();
        Bill bill = billed(place, 1, today().plusDays(20));
        Caller checker = place.checker();
        Fund fund = as(checker, () -> funds.fund(checker, bill.fund()));
        java.time.YearMonth month = java.time.YearMonth.from(fund.openedOn());
        as(checker, () -> funds.close(checker, fund.id(), month));

        pay(place, bill, month.atDay(15));

        assertThat(town.number("select count(*) from ledger.transaction where fund = '%s' and day = '%s'"
                        .formatted(fund.id(), month.plusMonths(1).atDay(1))))
                .isPositive();
        assertThat(town.flaws()).isEmpty();
    }

    @Test
    void all_of_it_follows_a_unit_that_moves(@Autowired Founding founding) {
        Place place = town.place();
        Place other = town.place();
        Bill bill = billed(place, 4, APRIL.plusYears(1));

        Organisation moved = Scope.ofSystem()
                .call(() -> founding.move(place.mill().id(), other.agency().id(), new Occasion(today(), "划转")));

        Caller there = other.maker();
        assertThat(as(there, () -> desk.bill(there, bill.id())).path()).isEqualTo(moved.path());
        Caller here = place.maker();
        refuses(Reason.ABSENT, () -> as(here, () -> desk.bill(here, bill.id())));
        assertThat(town.flaws()).isEmpty();
    }
}
