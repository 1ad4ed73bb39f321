package org.huzhu.contributions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.huzhu.contributions.Town.APRIL;
import static org.huzhu.contributions.Town.ILLNESS;
import static org.huzhu.contributions.Town.as;
import static org.huzhu.contributions.Town.doAs;
import static org.huzhu.contributions.Town.people;
import static org.huzhu.contributions.Town.refuses;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.contributions.BankReceipts.Allocation;
import org.huzhu.contributions.BankReceipts.Deposit;
import org.huzhu.contributions.BankReceipts.Found;
import org.huzhu.contributions.BankReceipts.Part;
import org.huzhu.contributions.BankReceipts.Taken;
import org.huzhu.contributions.BankReceipts.Waiting;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.contributions.Town.Covers;
import org.huzhu.contributions.Town.Place;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.plan.Enrolment.Funding;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What came into the bank, and what it is for. */
@RoomTest
@Import({Town.class, Town.Surroundings.class})
class BankReceiptsTest {

    private static final AtomicInteger SERIALS = new AtomicInteger(1000);

    @TempDir
    private Path folder = Path.of("");

    private final Town town;
    private final BankReceipts receipts;
    private final ContributionDesk desk;
    private final FakeDues dues;
    private final Place place;
    private final Caller maker;

    @Autowired
    BankReceiptsTest(Town town, BankReceipts receipts, ContributionDesk desk, FakeDues dues) {
        this.town = town;
        this.receipts = receipts;
        this.desk = desk;
        this.dues = dues;
        this.place = town.place();
        this.maker = place.maker();
    }

    @AfterEach
    void the_books_agree() {
        assertThat(town.flaws()).isEmpty();
    }

    private Bill billed(int heads) {
        return bill(town.confirmed(place.mill(), Covers.of(ILLNESS, heads, 50)));
    }

    private Bill bill(UUID batch) {
        return as(maker, () -> desk.bills(maker, batch)).getFirst();
    }

    private Bill now(Bill bill) {
        return as(maker, () -> desk.bill(maker, bill.id()));
    }

    private static Row line(String yuan, String payer, String remark) {
        return Row.of("S" + SERIALS.incrementAndGet(), "2026-03-01", yuan, payer, remark);
    }

    private Taken take(Path file) {
        return as(maker, () -> receipts.take(maker, place.office().id(), Fund.Kind.CONTRIBUTION, file));
    }

    /** A line of a file. */
    private record Row(List<String> cells) {
        static Row of(String... cells) {
            return new Row(List.of(cells));
        }
    }

    private Taken take(Row... lines) {
        return take(file(UTF_8, List.of(lines)));
    }

    private Path file(Charset charset, List<Row> lines) {
        return town.file(folder, charset, lines.stream().map(Row::cells).toList());
    }

    private List<Waiting> waiting() {
        return as(maker, () -> receipts.waiting(maker, 99));
    }

    private Deposit waits(String yuan) {
        Row line = line(yuan, "不认识的单位", "会费");
        take(line);
        return waiting().stream()
                .map(Waiting::deposit)
                .filter(deposit -> deposit.serial().equals(line.cells().getFirst()))
                .findFirst()
                .orElseThrow();
    }

    private List<Allocation> allocate(Deposit deposit, Part... parts) {
        return as(maker, () -> receipts.allocate(maker, deposit.id(), List.of(parts)));
    }

    private static Part part(Bill bill, long yuan) {
        return new Part(bill.id(), Money.ofYuan(yuan));
    }

    @Test
    void a_transfer_with_the_reference_and_the_sum_pays_the_bill_and_lets_cover_start() {
        Bill bill = billed(12);

        Taken taken = take(line("600.00", "某会计师事务所", "付会费" + bill.reference()), line("1.00", "某厂", "不详"));

        assertThat(taken).isEqualTo(new Taken(2, 0, 1, 0));
        assertThat(now(bill).open()).isEqualTo(Money.ZERO);
        assertThat(dues.paid(bill.batch()))
                .containsExactly(new FakeDues.Paid(bill.batch(), java.time.LocalDate.of(2026, 3, 1)));
        assertThat(town.balance(place.office(), "1002", "CONTRIBUTION")).isEqualTo(60_100);
        assertThat(town.balance(place.office(), "2206", "CONTRIBUTION")).isEqualTo(-100);
        assertThat(town.balance(place.office(), "1121", "CONTRIBUTION")).isZero();
        assertThat(as(maker, () -> receipts.allocations(maker, bill.id())))
                .extracting(Allocation::money, Allocation::found)
                .containsExactly(tuple(Money.ofYuan(600), Found.REFERENCE));
    }

    @Test
    void one_transfer_pays_many_bills_and_many_pay_one() {
        Bill first = billed(2);
        Bill second = bill(town.confirmed(place.school(), Covers.of(ILLNESS, 3, 50)));
        Bill third = billed(4);

        Taken taken = take(line("250.00", "某区教育工会", first.reference() + "，" + second.reference()));
        Deposit half = waits("150");
        Deposit rest = waits("50");
        allocate(half, part(third, 150));
        assertThat(dues.paid(third.batch())).as("a part holds cover back").isEmpty();
        allocate(rest, part(third, 50));

        assertThat(taken.matched()).isEqualTo(1);
        assertThat(dues.paid(first.batch())).hasSize(1);
        assertThat(dues.paid(second.batch())).hasSize(1);
        assertThat(dues.paid(third.batch())).hasSize(1);
    }

    @Test
    void without_a_reference_the_name_of_the_payer_and_the_sum_tell_the_bills() {
        Bill first = billed(2);
        Bill second = billed(3);

        assertThat(take(line("150", place.mill().name(), "会费")).matched()).isEqualTo(1);
        assertThat(now(second).open()).isEqualTo(Money.ZERO);
        billed(4);
        assertThat(take(line("300", place.mill().name(), "会费")).matched())
                .as("all that is open together")
                .isEqualTo(1);
        assertThat(now(first).open()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_is_in_doubt_waits_with_the_bills_that_it_may_be_for() {
        Bill first = billed(2);
        Bill same = billed(2);
        Bill other = billed(5);

        Taken taken = take(
                line("100", place.mill().name(), "会费"), line("90", "某厂", first.reference()), line("250", "别的名字", ""));

        assertThat(taken.matched()).isZero();
        assertThat(waiting())
                .extracting(each -> each.deposit().sum(), each -> List.copyOf(each.candidates()))
                .satisfiesExactlyInAnyOrder(
                        each -> assertThat(each.toList().getLast())
                                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                                .contains(first, same),
                        each -> assertThat(each.toList().getLast()).isEqualTo(List.of(first)),
                        each -> assertThat(each.toList().getLast()).isEqualTo(List.of(other)));
    }

    @Test
    void a_file_that_comes_twice_changes_nothing_in_whatever_way_it_is_written() {
        Bill bill = billed(12);
        List<Row> lines =
                List.of(line("1,600.00", "某厂", "会费"), line("600", "某厂", bill.reference()), line("", "某厂", "手续费"));

        Taken first = take(file(Charset.forName("GB18030"), lines));
        Taken again = take(file(UTF_8, lines));

        assertThat(first).isEqualTo(new Taken(2, 0, 1, 0));
        assertThat(again).isEqualTo(new Taken(2, 2, 0, 0));
        assertThat(town.balance(place.office(), "1002", "CONTRIBUTION")).isEqualTo(220_000);
    }

    @Test
    void a_file_is_taken_as_a_whole_or_not_at_all() throws Exception {
        Row known = line("100", "某厂", "会费");
        take(known);
        Row clash = Row.of(known.cells().getFirst(), "2026-03-01", "200", "某厂", "会费");

        assertThatThrownBy(() -> take(line("5", "某厂", ""), clash))
                .isInstanceOfSatisfying(ContributionRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.SERIAL_CLASHES);
                    assertThat(refused.place()).isEqualTo("第 4 行");
                });
        refuses(Reason.ROW_WRONG, () -> take(line("5", "某厂", ""), line("十元", "某厂", "")));
        refuses(Reason.ROW_WRONG, () -> take(Row.of("1.2E+17", "2026-03-01", "5", "", "")));
        refuses(Reason.ROW_WRONG, () -> take(Row.of("X1", "2026-02-30", "5", "", "")));
        refuses(Reason.NOT_POSSIBLE, () -> take(Row.of("X2", "2199-03-03", "5", "", "")));
        refuses(Reason.NO_HEADER, () -> take(Files.writeString(folder.resolve("a.csv"), "姓名,身份证\n")));
        refuses(Reason.FILE_UNREADABLE, () -> take(Files.write(folder.resolve("b.csv"), new byte[] {0, 1, 2})));
        assertThat(town.balance(place.office(), "1002", "CONTRIBUTION")).isEqualTo(10_000);
    }

    @Test
    void a_transfer_from_a_person_is_marked_and_belongs_to_nothing_while_it_is() {
        Bill bill = billed(2);
        assertThat(take(line("100", "张三丰", bill.reference())).personal()).isEqualTo(1);
        Deposit deposit = waiting().getFirst().deposit();

        assertThat(deposit.isPersonal()).isTrue();
        refuses(Reason.PERSONAL, () -> allocate(deposit, part(bill, 100)));
        doAs(maker, () -> receipts.mark(maker, deposit.id(), false, "是个体工商户"));
        allocate(deposit, part(bill, 100));
        assertThat(now(bill).open()).isEqualTo(Money.ZERO);
    }

    @Test
    void more_than_is_due_leaves_a_rest_for_another_bill_and_never_pays_one_beyond_its_sum() {
        Bill first = billed(2);
        Bill second = billed(4);
        Deposit deposit = waits("150");

        refuses(Reason.NOT_SO_MUCH_OPEN, () -> allocate(deposit, part(first, 150)));
        refuses(Reason.NOT_SO_MUCH_LEFT, () -> allocate(deposit, part(second, 151)));
        refuses(Reason.NOT_POSSIBLE, () -> allocate(deposit, part(second, 0)));
        allocate(deposit, part(first, 100));

        assertThat(as(maker, () -> receipts.deposit(maker, deposit.id())).left())
                .isEqualTo(Money.ofYuan(50));
        allocate(deposit, part(second, 50));
        assertThat(now(second).open()).isEqualTo(Money.ofYuan(150));
    }

    @Test
    void of_many_who_allocate_one_deposit_at_once_it_is_used_once() {
        Bill bill = billed(100);
        Deposit deposit = waits("300");

        List<Boolean> done = Together.all(8, () -> {
            try {
                allocate(deposit, part(bill, 100));
                return true;
            } catch (ContributionRefused e) {
                return false;
            }
        });

        assertThat(done).filteredOn(Boolean::booleanValue).hasSize(3);
        assertThat(now(bill).allocated()).isEqualTo(Money.ofYuan(300));
        assertThat(as(maker, () -> receipts.allocations(maker, deposit.id()))).hasSize(3);
    }

    @Test
    void where_the_last_bills_of_a_batch_are_paid_at_once_enrolment_is_told_once() {
        for (int round = 0; round < 20; round++) {
            Covers forAll = new Covers(Town.PUBLIC, Funding.PUBLIC_BENEFIT, people(2), Money.ofYuan(50));
            UUID batch = town.confirmed(place.mill(), Covers.of(ILLNESS, 2, 50), forAll);
            List<Bill> bills = as(maker, () -> desk.bills(maker, batch));
            Deposit one = waits("100");
            Deposit two = waits("100");
            AtomicInteger next = new AtomicInteger();

            Together.all(2, () -> {
                int mine = next.getAndIncrement();
                return allocate(mine == 0 ? one : two, part(bills.get(mine), 100));
            });

            assertThat(dues.paid(batch)).hasSize(1);
        }
    }

    @Test
    void money_that_lies_in_the_account_of_another_fund_is_owed_between_the_funds() {
        Covers forAll = new Covers(Town.PUBLIC, Funding.PUBLIC_BENEFIT, people(2), Money.ofYuan(20));
        Bill bill = bill(town.confirmed(place.mill(), forAll));

        take(line("40", "某厂", bill.reference()));

        assertThat(now(bill).open()).isEqualTo(Money.ZERO);
        assertThat(town.balance(place.office(), "1131", "CONTRIBUTION")).isEqualTo(-4_000);
        assertThat(town.balance(place.office(), "1131", "PUBLIC")).isEqualTo(4_000);
        assertThat(town.balance(place.office(), "1121", "PUBLIC")).isZero();
    }

    @Test
    void only_finance_of_the_office_takes_files_and_allocates() {
        Bill bill = billed(4);
        Deposit deposit = waits("10");
        Caller handler = place.handler(place.mill());
        Caller checker = place.checker();

        assertThatThrownBy(() -> as(checker, () -> receipts.allocate(checker, deposit.id(), List.of(part(bill, 10)))))
                .isInstanceOf(Refused.class);
        refuses(
                Reason.ABSENT,
                () -> as(handler, () -> receipts.allocate(handler, deposit.id(), List.of(part(bill, 10)))));
        assertThat(as(handler, () -> receipts.waiting(handler, 9))).isEmpty();
        Caller elsewhere = town.place().maker();
        refuses(
                Reason.ABSENT,
                () -> as(
                        elsewhere,
                        () -> receipts.take(
                                elsewhere, place.office().id(), Fund.Kind.CONTRIBUTION, folder.resolve("x"))));
        assertThat(APRIL).isEqualTo(bill.startsOn());
    }
}
