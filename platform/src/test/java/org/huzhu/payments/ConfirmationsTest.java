package org.huzhu.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.payments.Till.as;
import static org.huzhu.payments.Till.doAs;
import static org.huzhu.payments.Till.refuses;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.payments.ConfirmationDesk.Wish;
import org.huzhu.payments.PaymentRefused.Reason;
import org.huzhu.payments.Standing.State;
import org.huzhu.payments.Till.Office;
import org.huzhu.payments.bank.AnswerLine.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What one asks for and another confirms: another card, a payable taken back, an order that was never answered. */
@RoomTest
@Import({Till.class, Till.Tools.class})
class ConfirmationsTest {

    private final Till till;
    private final PaymentDesk desk;
    private final ConfirmationDesk confirmations;
    private final Overdue overdue;
    private final SetClock clock;
    private final Office office;

    @Autowired
    ConfirmationsTest(Till till, PaymentDesk desk, ConfirmationDesk confirmations, Overdue overdue, SetClock clock) {
        this.till = till;
        this.desk = desk;
        this.confirmations = confirmations;
        this.overdue = overdue;
        this.clock = clock;
        this.office = till.office();
    }

    @AfterEach
    void the_books_agree() {
        assertThat(till.flaws()).isEmpty();
    }

    private Wish wish() {
        return as(office.checker(), () -> confirmations.open(office.checker(), 9))
                .getFirst();
    }

    private boolean confirm(Caller by) {
        Wish wish = wish();
        doAs(by, () -> confirmations.confirm(by, wish.id()));
        return true;
    }

    @Test
    void what_came_back_is_paid_by_another_card_once_a_second_person_has_confirmed_it() {
        String key = till.owe(office, 1).getFirst();
        till.released(office);
        till.take(office, till.line(office, key, Outcome.RETURNED));
        assertThat(till.standing(office, key).bankReason()).contains("AC04");
        assertThat(till.balances(office)).containsExactly(-100L, 0L, 0L, 100L);
        refuses(Reason.NOTHING_WAITS, () -> till.assemble(office));

        till.redirect(office, key);
        assertThat(till.state(office, key)).isEqualTo(State.REDIRECTED);
        refuses(Reason.NOTHING_WAITS, () -> till.assemble(office));
        Wish first = wish();
        till.redirect(office, key);
        refuses(Reason.ABSENT, () -> {
            doAs(office.checker(), () -> confirmations.confirm(office.checker(), first.id()));
            return true;
        });
        confirm(office.checker());
        assertThat(till.standing(office, key).attempt()).isEqualTo(2);

        till.released(office);
        till.take(office, till.line(office, key, Outcome.PAID));
        assertThat(till.state(office, key)).isEqualTo(State.PAID);
        assertThat(till.balances(office)).containsExactly(0L, 0L, -100L, 100L);
    }

    @Test
    void nobody_confirms_what_he_asked_for() {
        String key = till.owe(office, 1).getFirst();
        Caller both = new Caller(
                office.reviewer().account(),
                Role.FINANCE_CHECKER,
                Optional.of(office.fund().path()),
                Optional.empty());
        till.askToCancel(office, key);

        refuses(Reason.BY_THE_SAME, () -> confirm(both));
        assertThatThrownBy(() -> confirm(office.maker())).isInstanceOf(Refused.class);
    }

    @Test
    void a_declined_card_leaves_what_came_back_as_it_was() {
        String key = till.owe(office, 1).getFirst();
        till.released(office);
        till.take(office, till.line(office, key, Outcome.RETURNED));
        till.redirect(office, key);

        Wish wish = wish();
        doAs(office.checker(), () -> confirmations.decline(office.checker(), wish.id(), "卡号存疑"));

        assertThat(till.state(office, key)).isEqualTo(State.RETURNED);
        assertThat(till.standing(office, key).bankReason()).contains("AC04");
        till.redirect(office, key);
        assertThat(till.standing(office, key).attempt()).isEqualTo(3);
    }

    @Test
    void two_people_take_back_what_is_not_paid_out_and_it_is_never_paid() {
        String waiting = till.owe(office, 1).getFirst();
        till.askToCancel(office, waiting);
        refuses(Reason.NOTHING_WAITS, () -> till.assemble(office));
        refuses(Reason.ASKED_ALREADY, () -> {
            till.askToCancel(office, waiting);
            return true;
        });

        confirm(office.checker());

        assertThat(till.state(office, waiting)).isEqualTo(State.CANCELLED);
        assertThat(till.balances(office)).containsExactly(0L, 0L, 0L, 0L);
        refuses(Reason.NOTHING_WAITS, () -> till.assemble(office));
        refuses(Reason.OTHER_STATE, () -> {
            till.redirect(office, waiting);
            return true;
        });
    }

    @Test
    void what_is_on_its_way_or_paid_is_not_taken_back() {
        String key = till.owe(office, 1).getFirst();
        till.released(office);

        refuses(Reason.OTHER_STATE, () -> {
            till.askToCancel(office, key);
            return true;
        });
        till.take(office, till.line(office, key, Outcome.PAID));
        refuses(Reason.OTHER_STATE, () -> {
            till.askToCancel(office, key);
            return true;
        });
    }

    @Test
    void what_the_bank_never_answered_is_unknown_and_never_tried_again_until_two_people_settle_it() {
        List<String> keys = till.owe(office, 2);
        till.released(office);
        Object _ = overdue.look();
        assertThat(till.state(office, keys.getFirst())).isEqualTo(State.RELEASED);
        clock.advance(Duration.ofDays(4));
        assertThat(overdue.look()).isGreaterThanOrEqualTo(2);
        assertThat(till.state(office, keys.getFirst())).isEqualTo(State.UNKNOWN);
        refuses(Reason.NOTHING_WAITS, () -> till.assemble(office));
        assertThat(till.balance(office, "1009")).isEqualTo(-200);

        settle(true);
        settle(false);

        assertThat(till.standing(office, keys).values())
                .extracting(Standing::state)
                .containsExactlyInAnyOrder(State.PAID, State.RETURNED);
        assertThat(till.balances(office)).containsExactly(-100L, 0L, -100L, 200L);
        assertThat(till.news()).hasSize(2);
    }

    private void settle(boolean isPaid) {
        PaymentDesk.Order unknown = as(office.maker(), () -> desk.unsettled(office.maker(), 9)).stream()
                .filter(order -> order.state() == State.UNKNOWN)
                .findFirst()
                .orElseThrow();
        doAs(
                office.maker(),
                () -> confirmations.askToSettle(office.maker(), unknown.id(), isPaid, till.today(), "对账单"));
        confirm(office.checker());
    }
}
