package org.huzhu.contributions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.contributions.Town.ILLNESS;
import static org.huzhu.contributions.Town.as;
import static org.huzhu.contributions.Town.doAs;
import static org.huzhu.contributions.Town.refuses;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.ProofNeeded;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.contributions.BankReceipts.Allocation;
import org.huzhu.contributions.BankReceipts.Deposit;
import org.huzhu.contributions.BankReceipts.Part;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.contributions.RefundDesk.Refund;
import org.huzhu.contributions.Town.Covers;
import org.huzhu.contributions.Town.Place;
import org.huzhu.enrolment.EnrolmentRefused;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What was allocated and is taken back, and money that is given back. */
@RoomTest
@Import({Town.class, Town.Surroundings.class})
class RefundsTest {

    private static final String CHILDREN = "子女意外";
    private static final AtomicInteger SERIALS = new AtomicInteger(5000);

    @TempDir
    private Path folder = Path.of("");

    private final Town town;
    private final BankReceipts receipts;
    private final RefundDesk refunds;
    private final ContributionDesk desk;
    private final Place place;
    private final Caller maker;
    private final Caller checker;

    @Autowired
    RefundsTest(Town town, BankReceipts receipts, RefundDesk refunds, ContributionDesk desk) {
        this.town = town;
        this.receipts = receipts;
        this.refunds = refunds;
        this.desk = desk;
        this.place = town.place();
        this.maker = place.maker();
        this.checker = place.checker();
    }

    @AfterEach
    void the_books_agree() {
        assertThat(town.flaws()).isEmpty();
    }

    private Deposit came(String yuan, String remark) {
        String serial = "R" + SERIALS.incrementAndGet();
        Path file = town.file(folder, UTF_8, List.of(List.of(serial, "2026-03-01", yuan, "某厂", remark)));
        as(maker, () -> receipts.take(maker, place.office().id(), Fund.Kind.CONTRIBUTION, file));
        return as(maker, () -> receipts.waiting(maker, 9)).stream()
                .map(BankReceipts.Waiting::deposit)
                .filter(deposit -> deposit.serial().equals(serial))
                .findFirst()
                .orElseThrow();
    }

    private Refund asked(Deposit deposit, long yuan) {
        return as(maker, () -> refunds.ask(maker, deposit.id(), Money.ofYuan(yuan), "多缴"));
    }

    private Deposit now(Deposit deposit) {
        return as(maker, () -> receipts.deposit(maker, deposit.id()));
    }

    private boolean released(Caller by, Refund refund) {
        doAs(by, () -> refunds.release(by, refund.id()));
        return true;
    }

    private Bill billed(String plan, int heads, long yuan) {
        UUID batch = town.confirmed(place.mill(), Covers.of(plan, heads, yuan));
        return as(maker, () -> desk.bills(maker, batch)).getFirst();
    }

    private Bill now(Bill bill) {
        return as(maker, () -> desk.bill(maker, bill.id()));
    }

    private List<Allocation> allocate(Deposit deposit, Part... parts) {
        return as(maker, () -> receipts.allocate(maker, deposit.id(), List.of(parts)));
    }

    private static Part part(Bill bill, long yuan) {
        return new Part(bill.id(), Money.ofYuan(yuan));
    }

    private Bill paidFor(String plan, int heads, long yuan) {
        Bill bill = billed(plan, heads, yuan);
        allocate(came(Long.toString(heads * yuan), ""), part(bill, heads * yuan));
        return bill;
    }

    @Test
    void what_is_left_of_a_deposit_is_asked_back_by_one_and_released_by_another() {
        Deposit deposit = came("100", "多转了");

        Refund refund = asked(deposit, 60);
        assertThat(now(deposit).left()).as("held, so that nobody else has it").isEqualTo(Money.ofYuan(40));
        refuses(Reason.NOT_SO_MUCH_LEFT, () -> asked(deposit, 41));
        assertThat(as(checker, () -> refunds.open(checker))).containsExactly(refund);
        released(checker, refund);

        assertThat(now(deposit).refunded()).isEqualTo(Money.ofYuan(60));
        assertThat(town.balance(place.office(), "2205", "CONTRIBUTION")).isEqualTo(-6_000);
        assertThat(town.balance(place.office(), "2206", "CONTRIBUTION")).isEqualTo(-4_000);
        refuses(Reason.DECIDED, () -> released(checker, refund));
    }

    @Test
    void nobody_releases_what_he_asked_for_or_without_a_new_proof_or_as_the_one_who_asks() {
        Refund refund = asked(came("100", ""), 10);
        Caller same = new Caller(maker.account(), Role.FINANCE_CHECKER, maker.path(), maker.member(), true);
        Caller stale = Town.caller(Role.FINANCE_CHECKER, place.office().path());

        refuses(Reason.BY_THE_SAME, () -> released(same, refund));
        assertThatThrownBy(() -> released(stale, refund)).isInstanceOf(ProofNeeded.class);
        assertThatThrownBy(() -> released(place.maker(), refund)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as(checker, () -> refunds.ask(checker, UUID.randomUUID(), Money.ofYuan(1), "多缴")))
                .isInstanceOf(ContributionRefused.class);
    }

    @Test
    void what_is_declined_waits_again() {
        Deposit deposit = came("100", "");
        Refund refund = asked(deposit, 100);

        refuses(Reason.REASON_MISSING, () -> {
            doAs(checker, () -> refunds.decline(checker, refund.id(), ""));
            return true;
        });
        doAs(checker, () -> refunds.decline(checker, refund.id(), "对方要求抵作会费"));

        assertThat(now(deposit).left()).isEqualTo(Money.ofYuan(100));
        assertThat(town.balance(place.office(), "2205", "CONTRIBUTION")).isZero();
    }

    @Test
    void of_many_who_release_one_refund_at_once_one_does() {
        Refund refund = asked(came("100", ""), 100);

        List<Boolean> done = Together.all(6, () -> {
            Caller one = place.checker();
            try {
                return released(one, refund);
            } catch (ContributionRefused e) {
                return false;
            }
        });

        assertThat(done).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(town.balance(place.office(), "2205", "CONTRIBUTION")).isEqualTo(-10_000);
    }

    @Test
    void a_void_second_enrolment_is_given_back_where_the_plan_says_so_and_is_no_income() {
        Bill bill = paidFor(CHILDREN, 4, 50);
        Refund refund = as(maker, () -> refunds.ask(maker, bill.id(), CHILDREN, Money.ofYuan(50), "两位家长重复参保"));
        refuses(
                Reason.NOT_SO_MUCH_LEFT,
                () -> as(maker, () -> refunds.ask(maker, bill.id(), CHILDREN, Money.ofYuan(151), "重复参保")));

        released(checker, refund);

        assertThat(town.balance(place.office(), "2203", "CONTRIBUTION")).isEqualTo(-15_000);
        assertThat(town.balance(place.office(), "2205", "CONTRIBUTION")).isEqualTo(-5_000);
    }

    @Test
    void nothing_is_given_back_under_a_plan_that_gives_nothing_back_or_before_it_is_paid() {
        Bill bill = paidFor(ILLNESS, 1, 50);
        refuses(
                Reason.NO_REFUND,
                () -> as(maker, () -> refunds.ask(maker, bill.id(), ILLNESS, Money.ofYuan(50), "重复参保")));
        UUID batch = town.confirmed(place.mill(), LocalDate.of(2026, 5, 1), Covers.of(CHILDREN, 1, 50));
        Bill open = as(maker, () -> desk.bills(maker, batch)).getFirst();
        refuses(
                Reason.NO_REFUND,
                () -> as(maker, () -> refunds.ask(maker, open.id(), CHILDREN, Money.ofYuan(50), "重复参保")));
    }

    @Test
    void an_allocation_is_undone_by_reversal_but_not_once_the_batch_is_paid() {
        Bill bill = billed(ILLNESS, 4, 50);
        Deposit deposit = came("150", "");
        Allocation wrong = allocate(deposit, part(bill, 150)).getFirst();

        refuses(Reason.REASON_MISSING, () -> undone(wrong, " "));
        undone(wrong, "认错了");
        refuses(Reason.DECIDED, () -> undone(wrong, "再撤"));
        assertThat(now(bill).open()).isEqualTo(Money.ofYuan(200));
        assertThat(town.balance(place.office(), "1121", "CONTRIBUTION")).isEqualTo(20_000);
        assertThat(as(maker, () -> receipts.allocations(maker, bill.id())))
                .extracting(each -> each.undone().orElse(""))
                .containsExactly("认错了");

        allocate(deposit, part(bill, 150));
        Allocation last = allocate(came("50", ""), part(bill, 50)).getFirst();
        refuses(Reason.COVER_AGREED, () -> undone(last, "认错了"));
    }

    private boolean undone(Allocation allocation, String reason) {
        doAs(maker, () -> receipts.undo(maker, allocation.id(), reason));
        return true;
    }

    @Test
    void a_batch_for_which_money_came_is_not_taken_back() {
        Bill bill = billed(ILLNESS, 4, 50);
        allocate(came("10", ""), part(bill, 10));

        assertThatThrownBy(() -> town.takeBack(place.mill(), bill.batch()))
                .isInstanceOfSatisfying(
                        EnrolmentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(EnrolmentRefused.Reason.DEPENDED_ON));
        assertThat(now(bill).isCancelled()).isFalse();
    }
}
