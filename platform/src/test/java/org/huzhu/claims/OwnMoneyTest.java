package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.claims.Claimants.EXPENSE;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.util.List;
import java.util.Objects;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.money.OwnMoney;
import org.huzhu.claims.money.OwnMoney.Payment;
import org.huzhu.claims.money.OwnPhone;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.CardNumber;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberRefused;
import org.huzhu.members.Wishes;
import org.huzhu.members.phones.Phones;
import org.huzhu.payments.Payables;
import org.huzhu.payments.Standing.State;
import org.huzhu.staff.MemberSignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A member changes the card that he is paid on. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class})
class OwnMoneyTest {

    @Autowired
    private Claimants people;

    @Autowired
    private OwnMoney money;

    @Autowired
    private OwnPhone phones;

    @Autowired
    private Phones register;

    @Autowired
    private MemberSignIn signIn;

    @Autowired
    private Wishes wishes;

    @Autowired
    private Payables payables;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transactions;

    private Claimant givenBack() {
        Claimant member = people.covered(EXPENSE);
        Claim claim = people.filed(member, people.stay(20, 13, 5_440));
        people.approve(member, claim);
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(
                        _ -> database.sql("""
                                update payments.payment set state = 'RETURNED', bank_reason = 'AC04'
                                where payable in (select id from payments.payable where reference = :claim)
                                """).param("claim", claim.id()).update()));
        return member;
    }

    private void agree(Claimant member) {
        doAs(member.self(), () -> wishes.consent(member.self(), member.member(), Purpose.BANK, "1", "同意"));
    }

    private List<Payment> payments(Claimant member) {
        return as(member.self(), () -> money.payments(member.self()));
    }

    private boolean change(Claimant member, CardNumber card) {
        OwnPhone.Proof proof = people.proof(member);
        return as(member.self(), () -> money.changeCard(member.self(), card, proof));
    }

    private static String end(CardNumber card) {
        return card.digits().substring(card.digits().length() - 4);
    }

    @Test
    void what_the_bank_gave_back_goes_to_another_card_and_waits_for_a_second_person() {
        Claimant member = givenBack();
        assertThat(payments(member)).singleElement().matches(Payment::isBack);
        agree(member);
        CardNumber card = Claimants.card();

        assertThat(change(member, card)).isTrue();
        assertThat(change(member, card)).isTrue();

        String end = end(card);
        assertThat(as(member.self(), () -> money.cardEnd(member.self()))).contains(end);
        assertThat(payments(member)).singleElement().satisfies(payment -> {
            assertThat(payment.standing().state()).isEqualTo(State.REDIRECTED);
            assertThat(payment.standing().cardEnd()).contains(end);
        });
    }

    @Test
    void who_changes_again_while_the_first_card_waits_is_paid_on_the_second() {
        Claimant member = givenBack();
        agree(member);
        assertThat(change(member, Claimants.card())).isTrue();
        CardNumber second = Claimants.card();

        assertThat(change(member, second)).isTrue();

        assertThat(payments(member)).singleElement().satisfies(payment -> {
            assertThat(payment.standing().state()).isEqualTo(State.REDIRECTED);
            assertThat(payment.standing().attempt()).isEqualTo(2);
            assertThat(payment.standing().cardEnd()).contains(end(second));
        });
    }

    @Test
    void what_staff_asks_to_take_back_stays_and_the_card_is_changed_all_the_same() {
        Claimant member = givenBack();
        agree(member);
        Caller agent = people.agent(member);
        String key = Scope.ofSystem()
                .call(() -> Objects.requireNonNull(transactions.execute(
                        _ -> database.sql("select p.key from payments.payable p where p.member = :member")
                                .param("member", member.member())
                                .query(String.class)
                                .single())));
        doAs(agent, () -> transactions.executeWithoutResult(_ -> payables.askToCancel(key, "病历有误")));
        CardNumber card = Claimants.card();

        assertThat(change(member, card)).isFalse();

        assertThat(as(member.self(), () -> money.cardEnd(member.self()))).contains(end(card));
        assertThat(payments(member)).singleElement().matches(Payment::isBack);
    }

    @Test
    void the_card_is_changed_by_who_holds_his_own_phone_and_by_a_code_that_was_sent_for_that() {
        Claimant member = givenBack();
        Claimant other = people.covered(EXPENSE);
        agree(member);
        OwnPhone.Proof another = people.proof(other);
        OwnPhone.Proof _ = people.proof(member);
        String used = people.lastCode();
        String phone = phone(member);

        assertThat(as(member.self(), () -> phones.prove(member.self(), used))).isEmpty();
        people.later(MemberSignIn.CODE_PAUSE);
        signIn.ask(phone, "192.0.2.1");
        String toEnter = people.lastCode();
        assertThat(as(member.self(), () -> phones.prove(member.self(), toEnter)))
                .as("a code to come in with")
                .isEmpty();
        assertThatThrownBy(() -> as(member.self(), () -> money.changeCard(member.self(), Claimants.card(), another)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(payments(member)).singleElement().matches(Payment::isBack);
    }

    @Test
    void who_has_no_phone_in_the_register_is_sent_no_code() {
        Claimant member = people.covered(EXPENSE);

        assertThat(as(member.self(), () -> phones.ask(member.self(), "192.0.2.1")))
                .isEmpty();
        assertThat(as(member.self(), () -> phones.prove(member.self(), "000000")))
                .isEmpty();
    }

    private String phone(Claimant member) {
        return Scope.ofSystem()
                .call(() -> Objects.requireNonNull(transactions.execute(
                                _ -> register.of(List.of(member.member())).get(member.member())))
                        .digits());
    }

    @Test
    void a_bank_card_is_kept_only_of_who_agreed() {
        Claimant member = givenBack();

        assertThatThrownBy(() -> change(member, Claimants.card())).isInstanceOf(MemberRefused.class);

        assertThat(payments(member)).singleElement().matches(Payment::isBack);
    }
}
