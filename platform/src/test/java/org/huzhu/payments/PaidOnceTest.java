package org.huzhu.payments;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.payments.Till.as;
import static org.huzhu.payments.Till.doAs;
import static org.huzhu.payments.Till.refuses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.ProofNeeded;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentRefused.Reason;
import org.huzhu.payments.Standing.State;
import org.huzhu.payments.Till.Office;
import org.huzhu.payments.bank.AnswerLine.Outcome;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Each step of a payment, and that none is taken twice. */
@RoomTest
@Import({Till.class, Till.Tools.class})
class PaidOnceTest {

    private static final int ROUNDS = Integer.getInteger("huzhu.claims.rounds", 200);

    private final Till till;
    private final PaymentDesk desk;
    private final Office office;

    @Autowired
    PaidOnceTest(Till till, PaymentDesk desk) {
        this.till = till;
        this.desk = desk;
        this.office = till.office();
    }

    @AfterEach
    void the_books_agree() {
        assertThat(till.flaws()).isEmpty();
    }

    @Test
    void what_is_owed_is_assembled_filed_released_and_paid_and_each_step_is_posted() {
        String key = till.owe(office, 1).getFirst();
        assertThat(till.state(office, key)).isEqualTo(State.PAYABLE);
        assertThat(till.balances(office)).containsExactly(-100L, 0L, 0L, 100L);

        Batch batch = till.assemble(office);
        assertThat(till.state(office, key)).isEqualTo(State.BATCHED);
        as(office.maker(), () -> desk.file(office.maker(), batch.id()));
        assertThat(till.state(office, key)).isEqualTo(State.FILED);
        till.release(office, batch);
        assertThat(till.state(office, key)).isEqualTo(State.RELEASED);
        assertThat(till.balances(office)).containsExactly(0L, -100L, 0L, 100L);

        till.take(office, till.line(office, key, Outcome.PAID));
        assertThat(till.state(office, key)).isEqualTo(State.PAID);
        assertThat(till.balances(office)).containsExactly(0L, 0L, -100L, 100L);
        assertThat(till.news())
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentNews.Paid.class,
                        paid -> assertThat(paid.items())
                                .extracting(PaymentNews.Item::key)
                                .containsExactly(key));
    }

    @Test
    void the_same_key_twice_is_owed_once_and_says_the_same() {
        Owing owing = till.owing(office, "CLM:1:1:A" + office.fund().code(), 50);

        assertThat(till.owe(office, owing)).isEqualTo(till.owe(office, owing));
        refuses(Reason.KEY_TAKEN, () -> till.owe(office, till.owing(office, owing.key(), 51)));
        assertThat(till.balance(office, "5101")).isEqualTo(50);
    }

    @Test
    void many_owed_at_once_are_owed_once_each_and_posted_together(@Autowired Payables payables) {
        List<Owing> many = Stream.iterate(1, i -> i + 1)
                .limit(30)
                .map(i -> till.owing(office, "Q:%s:%d".formatted(office.fund().code(), i), i))
                .toList();
        till.owe(office, many.getFirst());

        for (int i = 0; i < 2; i++) {
            till.within(office.reviewer(), () -> {
                payables.owe(many);
                return true;
            });
        }

        assertThat(till.balance(office, "5101")).isEqualTo(465);
        assertThat(till.number("select count(*) from ledger.transaction where fund = '%s'"
                        .formatted(office.fund().id())))
                .isEqualTo(2);
        assertThat(till.assemble(office).orders()).isEqualTo(30);
    }

    /** Many in the first round, and two in all others, which show the same at less cost. */
    private static int threads(int round) {
        return round == 0 ? 4 : 2;
    }

    @Test
    void what_is_assembled_by_many_at_once_stands_in_one_batch() {
        for (int round = 0; round < ROUNDS; round++) {
            till.owe(office, 3);
            List<Integer> orders = Together.all(threads(round), () -> {
                try {
                    Caller maker = office.another();
                    return as(maker, () -> desk.assemble(maker, office.fund().id()))
                            .orders();
                } catch (PaymentRefused refused) {
                    assertThat(refused.reason()).isEqualTo(Reason.NOTHING_WAITS);
                    return 0;
                }
            });
            assertThat(orders).containsOnlyOnce(3).containsOnly(0, 3);
        }
    }

    @Test
    void a_batch_is_released_once_however_many_try() {
        for (int round = 0; round < ROUNDS; round++) {
            till.owe(office, 1);
            Batch batch = till.filed(office);
            List<Boolean> released = Together.all(threads(round), () -> {
                try {
                    Caller checker = Till.caller(
                                    Role.FINANCE_CHECKER, office.fund().path())
                            .fresh();
                    as(checker, () -> desk.release(checker, batch.id()));
                    return true;
                } catch (PaymentRefused refused) {
                    return false;
                }
            });
            assertThat(released).containsOnlyOnce(true);
        }
        assertThat(till.balance(office, "1009")).isEqualTo(-100L * ROUNDS);
    }

    @Test
    void nobody_releases_what_he_assembled_or_filed_or_without_a_new_proof_or_as_a_maker() {
        till.owe(office, 1);
        Batch batch = till.filed(office);
        Caller sameAsChecker = new Caller(
                        office.maker().account(),
                        Role.FINANCE_CHECKER,
                        office.maker().path(),
                        Optional.empty())
                .fresh();
        Caller tired = Till.caller(Role.FINANCE_CHECKER, office.fund().path());

        refuses(Reason.BY_THE_SAME, () -> as(sameAsChecker, () -> desk.release(sameAsChecker, batch.id())));
        assertThatThrownBy(() -> as(tired, () -> desk.release(tired, batch.id())))
                .isInstanceOf(ProofNeeded.class);
        assertThatThrownBy(() -> as(office.another(), () -> desk.release(office.another(), batch.id())))
                .isInstanceOf(Refused.class);
        assertThat(till.state(
                        office,
                        till.query("select key from payments.payable where fund = '%s'"
                                        .formatted(office.fund().id()))
                                .getFirst()))
                .isEqualTo(State.FILED);
    }

    @Test
    void a_batch_is_not_released_before_it_is_filed_nor_filed_or_released_twice() {
        till.owe(office, 1);
        Batch batch = till.assemble(office);

        refuses(Reason.OTHER_STATE, () -> till.release(office, batch));
        as(office.maker(), () -> desk.file(office.maker(), batch.id()));
        refuses(Reason.OTHER_STATE, () -> as(office.maker(), () -> desk.file(office.maker(), batch.id())));
        till.release(office, batch);
        refuses(Reason.OTHER_STATE, () -> till.release(office, batch));
        refuses(Reason.OTHER_STATE, () -> {
            doAs(office.maker(), () -> desk.drop(office.maker(), batch.id(), "作废"));
            return true;
        });
    }

    @Test
    void what_a_dropped_batch_held_waits_again_and_its_number_is_not_used_again() {
        String key = till.owe(office, 1).getFirst();
        Batch dropped = till.filed(office);

        doAs(office.maker(), () -> desk.drop(office.maker(), dropped.id(), "金额有误"));

        assertThat(till.state(office, key)).isEqualTo(State.PAYABLE);
        refuses(Reason.OTHER_STATE, () -> till.file(office, dropped));
        assertThat(till.assemble(office).number()).isNotEqualTo(dropped.number());
    }

    @Test
    void a_file_has_the_same_bytes_each_time_and_one_that_was_changed_is_refused() throws IOException {
        till.owe(office, 5);
        Batch batch = till.filed(office);
        Path file = till.file(office, batch);
        byte[] first = Files.readAllBytes(file);

        Files.delete(file);
        assertThat(Files.readAllBytes(till.file(office, batch))).isEqualTo(first);
        Files.writeString(file, "<!-- -->", APPEND);
        refuses(Reason.FILE_CHANGED, () -> till.file(office, batch));
    }

    @Test
    void a_batch_has_several_files_where_one_would_be_too_large() {
        Office small = till.office("workbook");
        String many = "select count(*) from payments.file f join payments.batch b on b.id = f.batch where b.fund = '%s'"
                .formatted(small.fund().id());
        till.owe(small, 3);
        till.filed(small);

        assertThat(till.number(many)).isEqualTo(1);
    }
}
