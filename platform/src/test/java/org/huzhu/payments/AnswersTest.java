package org.huzhu.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.payments.Till.as;
import static org.huzhu.payments.Till.doAs;
import static org.huzhu.payments.Till.refuses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.kernel.Money;
import org.huzhu.payments.AnswerDesk.Taken;
import org.huzhu.payments.AnswerDesk.Why;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentRefused.Reason;
import org.huzhu.payments.Standing.State;
import org.huzhu.payments.Till.Office;
import org.huzhu.payments.bank.AnswerHead;
import org.huzhu.payments.bank.AnswerLine;
import org.huzhu.payments.bank.AnswerLine.Outcome;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a bank says counts once, and what contradicts it changes nothing. */
@RoomTest
@Import({Till.class, Till.Tools.class})
class AnswersTest {

    private final Till till;
    private final AnswerDesk answers;
    private final SetClock clock;
    private final Office office;

    @Autowired
    AnswersTest(Till till, AnswerDesk answers, SetClock clock) {
        this.till = till;
        this.answers = answers;
        this.clock = clock;
        this.office = till.office();
    }

    @AfterEach
    void the_books_agree() {
        assertThat(till.flaws()).isEmpty();
    }

    private AnswerLine paid(String key) {
        return till.line(office, key, Outcome.PAID);
    }

    private AnswerLine returned(String key) {
        return till.line(office, key, Outcome.RETURNED);
    }

    private List<String> released(int count) {
        List<String> keys = till.owe(office, count);
        till.released(office);
        return keys;
    }

    private static AnswerLine with(AnswerLine line, String serial, Optional<Money> sum, Optional<String> name) {
        return new AnswerLine(
                line.row(), serial, line.reference(), line.outcome(), line.reason(), sum, name, line.day());
    }

    @Test
    void the_same_file_is_taken_once_also_by_many_at_once() {
        String key = released(1).getFirst();
        Path file = till.answer(paid(key));

        List<Taken> taken = Together.all(3, () -> till.take(office, file));

        assertThat(taken).extracting(Taken::paid).containsOnly(1);
        assertThat(taken).filteredOn(each -> !each.isKnown()).hasSize(1);
        assertThat(till.balance(office, "1002")).isEqualTo(-100);
    }

    @Test
    void the_same_lines_in_a_new_file_change_nothing() {
        List<String> keys = released(2);
        AnswerLine[] lines = {paid(keys.get(0)), returned(keys.get(1))};
        till.take(office, lines);

        Taken again = till.take(office, lines[1], lines[0]);

        assertThat(again.repeated()).isEqualTo(2);
        assertThat(again.paid() + again.returned() + again.different()).isZero();
        assertThat(till.differences(office)).isEmpty();
    }

    @Test
    void a_line_that_says_something_else_under_a_known_serial_is_a_difference() {
        String key = released(1).getFirst();
        AnswerLine line = paid(key);
        till.take(office, line);

        till.take(office, with(line, line.serial(), Optional.of(Money.ofYuan(90)), line.name()));

        assertThat(till.differences(office)).containsExactly(Why.SERIAL_CLASHES);
        assertThat(till.state(office, key)).isEqualTo(State.PAID);
    }

    @Test
    void what_a_partial_file_does_not_say_waits() {
        List<String> keys = released(3);

        till.take(office, paid(keys.getFirst()));

        assertThat(till.standing(office, keys).values())
                .extracting(Standing::state)
                .containsExactlyInAnyOrder(State.PAID, State.RELEASED, State.RELEASED);
    }

    @Test
    void a_file_that_is_cut_off_is_refused_and_nothing_of_it_is_taken() throws IOException {
        String key = released(1).getFirst();
        Path file = till.answer(paid(key));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 30));

        refuses(Reason.FILE_UNREADABLE, () -> till.take(office, file));

        assertThat(till.state(office, key)).isEqualTo(State.RELEASED);
        assertThat(till.number("select count(*) from payments.answer where fund = '%s'"
                        .formatted(office.fund().id())))
                .isZero();
    }

    @Test
    void lines_out_of_order_and_twice_in_one_file_count_once() {
        List<String> keys = released(2);

        Taken taken = till.take(
                office,
                paid(keys.get(1)),
                paid(keys.get(0)),
                with(paid(keys.get(1)), "S-2", Optional.empty(), Optional.empty()));

        assertThat(taken.paid()).isEqualTo(2);
        assertThat(till.differences(office)).containsExactly(Why.PAID_ALREADY);
    }

    @Test
    void a_wrong_total_applies_nothing_of_the_file() {
        List<String> keys = till.owe(office, 2);
        Batch batch = till.released(office);
        AnswerHead head = new AnswerHead(
                Optional.of(batch.number() + "-1"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(3L),
                Optional.of(batch.sum()),
                till.today());

        Taken taken = till.take(office, till.answer(head, paid(keys.getFirst())));

        assertThat(taken.paid()).isZero();
        assertThat(till.state(office, keys.getFirst())).isEqualTo(State.RELEASED);
        assertThat(till.differences(office)).containsExactly(Why.WRONG_TOTAL);
    }

    @Test
    void an_unknown_order_another_sum_and_another_name_are_differences() {
        String key = released(1).getFirst();
        AnswerLine line = paid(key);
        AnswerLine unknown = new AnswerLine(
                1, "X", "0".repeat(32) + "1", Outcome.PAID, Optional.empty(), line.sum(), line.name(), line.day());

        till.take(
                office,
                unknown,
                with(line, "A", Optional.of(Money.ofYuan(99)), line.name()),
                with(line, "B", line.sum(), Optional.of("李四")));

        assertThat(till.differences(office))
                .containsExactlyInAnyOrder(Why.UNKNOWN_ORDER, Why.OTHER_SUM, Why.OTHER_NAME);
        assertThat(till.state(office, key)).isEqualTo(State.RELEASED);
    }

    @Test
    void what_was_paid_and_comes_back_after_three_days_is_payable_again_on_that_day() {
        String key = released(1).getFirst();
        till.take(office, paid(key));
        clock.advance(Duration.ofDays(3));

        till.take(office, returned(key));

        assertThat(till.state(office, key)).isEqualTo(State.RETURNED);
        assertThat(till.standing(office, key).since()).isEqualTo(till.today());
        assertThat(till.balances(office)).containsExactly(-100L, 0L, 0L, 100L);
        assertThat(till.news()).hasSize(2).last().isInstanceOf(PaymentNews.Returned.class);
    }

    @Test
    void what_comes_back_after_more_than_thirty_days_is_a_difference() {
        String key = released(1).getFirst();
        till.take(office, paid(key));
        clock.advance(Duration.ofDays(31));

        till.take(office, returned(key));

        assertThat(till.differences(office)).containsExactly(Why.TOO_LATE);
        assertThat(till.state(office, key)).isEqualTo(State.PAID);
    }

    @Test
    void what_the_bank_says_before_we_released_it_is_a_difference() {
        String key = till.owe(office, 1).getFirst();
        till.filed(office);

        till.take(office, returned(key));

        assertThat(till.differences(office)).containsExactly(Why.NOT_RELEASED);
        assertThat(till.state(office, key)).isEqualTo(State.FILED);
    }

    @Test
    void nothing_is_paid_again_while_the_bank_has_not_decided() {
        String key = released(1).getFirst();

        Taken taken = till.take(office, till.line(office, key, Outcome.PENDING));

        assertThat(taken.pending()).isEqualTo(1);
        assertThat(till.state(office, key)).isEqualTo(State.RELEASED);
        refuses(Reason.NOTHING_WAITS, () -> till.assemble(office));
        assertThat(till.take(office, paid(key)).paid()).isEqualTo(1);
    }

    @Test
    void what_a_report_that_accepts_does_not_list_is_accepted_by_inference() {
        List<String> keys = till.owe(office, 3);
        Batch batch = till.released(office);
        AnswerHead head = till.head(Optional.of(batch.number() + "-1"), Optional.of(Outcome.PAID));

        Taken taken = till.take(office, till.answer(head, returned(keys.getFirst())));

        assertThat(taken.paid()).isEqualTo(2);
        assertThat(taken.returned()).isEqualTo(1);
        assertThat(till.balances(office)).containsExactly(-100L, 0L, -200L, 300L);
    }

    @Test
    void a_report_that_rejects_all_gives_all_back() {
        List<String> keys = till.owe(office, 2);
        Batch batch = till.released(office);
        AnswerHead head = new AnswerHead(
                Optional.of(batch.number() + "-1"),
                Optional.of(Outcome.RETURNED),
                Optional.of("AM04"),
                Optional.empty(),
                Optional.empty(),
                till.today());

        assertThat(till.take(office, till.answer(head)).returned()).isEqualTo(2);
        assertThat(till.standing(office, keys.getFirst()).bankReason()).contains("AM04");
    }

    @Test
    void a_difference_is_resolved_once_with_a_reason_and_what_is_known_stays() {
        String key = released(1).getFirst();
        till.take(office, with(paid(key), "A", Optional.of(Money.ofYuan(1)), Optional.empty()));
        AnswerDesk.Difference difference =
                as(office.maker(), () -> answers.differences(office.maker(), 9)).getFirst();

        doAs(office.maker(), () -> answers.resolve(office.maker(), difference.id(), "银行更正"));

        assertThat(till.differences(office)).isEmpty();
        assertThat(till.state(office, key)).isEqualTo(State.RELEASED);
        assertThatThrownBy(() -> doAs(office.maker(), () -> answers.resolve(office.maker(), difference.id(), "再来一次")))
                .isInstanceOf(PaymentRefused.class);
    }

    @Test
    void a_document_type_an_entity_and_another_document_are_refused() throws IOException {
        for (String text : List.of(
                "<!DOCTYPE Document [<!ENTITY a 'b'>]><Document>&a;</Document>",
                "<Document xmlns='urn:x'/>",
                "no xml",
                "<a>".repeat(60))) {
            Path file = Files.writeString(Files.createTempFile("huzhu-", ".xml"), text, UTF_8);
            refuses(Reason.FILE_UNREADABLE, () -> till.take(office, file));
        }
    }
}
