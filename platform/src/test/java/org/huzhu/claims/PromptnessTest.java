package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.looking.Lookers;
import org.huzhu.claims.promptness.PromptnessDesk;
import org.huzhu.claims.promptness.Reminder;
import org.huzhu.claims.promptness.Reminding;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.WorkCalendar;
import org.huzhu.payments.PaymentDesk;
import org.huzhu.payments.PaymentDesk.Account;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever has a claim is told before its day, the next tier once it is past; and who looks at once is told too. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class})
class PromptnessTest {

    private static final int MANY = 1_000;
    private static final int TEN = 10;

    @Autowired
    private Claimants people;

    @Autowired
    private PromptnessDesk desk;

    @Autowired
    private Reminding reminding;

    @Autowired
    private Lookers lookers;

    @Autowired
    private WorkCalendar calendar;

    @Autowired
    private SetClock clock;

    @Autowired
    private Town town;

    @Autowired
    private PaymentDesk payments;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transactions;

    private List<Reminder> told(Caller caller, Claim claim) {
        return as(caller, () -> desk.reminders(caller, MANY)).stream()
                .filter(each -> each.claim().equals(claim.id()))
                .toList();
    }

    private void goOnTo(LocalDate day) {
        while (people.today().isBefore(day)) {
            clock.advance(Duration.ofDays(1));
        }
    }

    @Test
    void whoever_has_it_is_told_two_days_before_and_the_next_tier_once_the_day_is_past() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        LocalDate filed = people.today();
        LocalDate due = calendar.after(filed, 10);
        Caller agent = people.agent(member);
        Caller office = people.office();

        int _ = reminding.look();
        assertThat(told(agent, claim)).isEmpty();

        goOnTo(calendar.after(filed, 8));
        int _ = reminding.look();
        assertThat(told(agent, claim))
                .containsExactly(new Reminder(claim.id(), claim.number(), ReviewStep.AGENCY, due, false));
        assertThat(told(office, claim)).isEmpty();

        goOnTo(due.plusDays(1));
        int _ = reminding.look();
        assertThat(reminding.look()).as("told anew").isZero();
        assertThat(told(office, claim))
                .containsExactly(new Reminder(claim.id(), claim.number(), ReviewStep.AGENCY, due, true));
        assertThat(as(agent, () -> desk.look(agent)).ages())
                .filteredOn(age -> age.step() == ReviewStep.AGENCY)
                .singleElement()
                .satisfies(age -> assertThat(age.due() + age.late()).isPositive());

        people.approve(member, claim);
        assertThat(told(agent, claim)).isEmpty();
        assertThat(told(office, claim)).isEmpty();
    }

    /** Has all that waits be assembled, and says that it was on the card on the day. */
    private void paid(Claim claim, LocalDate on) {
        Caller maker = Town.at(Role.FINANCE_MAKER, town.office());
        as(maker, () -> payments.waiting(maker)).stream()
                .map(waiting -> waiting.fund().id())
                .distinct()
                .forEach(fund -> doAs(maker, () -> {
                    payments.setAccount(maker, fund, new Account("某市职工互助会", "0109000012345", "iso20022"));
                    Object _ = payments.assemble(maker, fund);
                }));
        int orders = Scope.ofSystem()
                .call(() -> transactions.execute(_ -> database.sql("""
                        update payments.payment set state = 'PAID', since = :on
                        where payable in (select id from payments.payable where reference = :claim)
                        """)
                        .param("on", on)
                        .param("claim", claim.id())
                        .update()));
        assertThat(orders).isOne();
    }

    @Test
    void half_and_nine_of_ten_of_what_was_paid_took_no_longer_than_is_said() {
        Claimant first = people.covered(CASH);
        List<Claim> claims = IntStream.rangeClosed(1, TEN)
                .mapToObj(number -> people.filed(first, people.stay(6 + 3 * number, 2, 0)))
                .toList();
        LocalDate whole = people.today();
        claims.forEach(claim -> people.approve(first, claim));
        // The tenth waits still: of nine, the fifth took five days, and the ninth is no more than twelve.
        int[] days = {9, 1, 2, 3, 12, 4, 5, 6, 7};
        for (int number = 0; number < days.length; number++) {
            paid(claims.get(number), calendar.after(whole, days[number]));
        }
        Caller agent = people.agent(first);
        assertThat(as(agent, () -> desk.look(agent)).speeds())
                .filteredOn(speed -> first.agency().path().startsWith(speed.agency()))
                .singleElement()
                .satisfies(speed -> {
                    assertThat(speed.claims()).isEqualTo(days.length);
                    assertThat(speed.half()).isEqualTo(5);
                    assertThat(speed.most()).isEqualTo(12);
                    assertThat(speed.isKept()).isFalse();
                });
        paid(claims.getLast(), calendar.after(whole, 8));
        assertThat(as(agent, () -> desk.look(agent)).speeds())
                .filteredOn(speed -> first.agency().path().startsWith(speed.agency()))
                .singleElement()
                .satisfies(speed -> {
                    assertThat(speed.claims()).isEqualTo(TEN);
                    assertThat(speed.half()).isEqualTo(5);
                    assertThat(speed.most()).isEqualTo(9);
                    assertThat(speed.isKept()).isTrue();
                });
    }

    @Test
    void who_opened_it_in_the_last_five_minutes_is_told_to_others_and_not_to_himself() {
        Claimant member = people.covered(CASH);
        UUID claim = people.filed(member, people.stay(20, 13, 0)).id();
        Caller one = people.agent(member);
        Caller other = people.agent(member);

        assertThat(as(one, () -> lookers.arrive(one, claim))).isEmpty();
        assertThat(as(one, () -> lookers.arrive(one, claim))).isEmpty();
        assertThat(as(other, () -> lookers.arrive(other, claim)))
                .extracting(Lookers.Looker::since)
                .containsExactly(clock.instant());
        clock.advance(Duration.ofMinutes(6));
        assertThat(as(other, () -> lookers.arrive(other, claim))).isEmpty();
    }
}
