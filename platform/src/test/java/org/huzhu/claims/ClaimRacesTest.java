package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.claims.Races.DAYS;
import static org.huzhu.claims.Races.ROUNDS;
import static org.huzhu.claims.Races.TURNS;
import static org.huzhu.claims.Races.assertOneCame;
import static org.huzhu.claims.Races.atOnce;
import static org.huzhu.claims.Races.by;
import static org.huzhu.enrolment.Town.doAs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.ReviewDesk.Ground;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.judged.Facts;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberDetail.CardKind;
import org.huzhu.members.MemberFile;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.Standing;
import org.huzhu.payments.Standing.State;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** What is decided at the same moment is decided as if one had come after the other. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class, Cashier.class, Races.class, Races.Rows.class})
class ClaimRacesTest {

    private static final Money CAP = Money.ofYuan(7_200);
    private static final Ground GROUND = new Ground(CASH, "第五条");

    @Autowired
    private Claimants people;

    @Autowired
    private Races races;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private ReviewDesk review;

    @Autowired
    private Cashier cashier;

    @Autowired
    private MemberFile file;

    @Autowired
    private SetClock clock;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void of_approving_refusing_and_withdrawing_at_once_one_is_done() {
        races.stays((member, daysAgo) -> {
            Claim claim = races.beforeOffice(member, people.stay(daysAgo, DAYS, 0));
            Caller one = people.office();
            Caller other = people.office();
            Caller self = member.self();
            Seen seen = people.seen(one, claim);
            assertOneCame(atOnce(
                    by(one, () -> review.pass(one, claim.id(), seen)),
                    by(other, () -> review.refuse(other, claim.id(), seen, GROUND, "不在保障之内")),
                    by(self, () -> desk.withdraw(self, claim.id(), seen.version(), ""))));
        });
    }

    @Test
    void of_approving_and_refusing_at_once_one_is_done_however_often_it_is_taken_up_again() {
        for (int round = 0; round < ROUNDS / TURNS; round++) {
            Claimant member = people.covered(CASH);
            Claim claim = races.beforeOffice(member, people.stay(20, 13, 0));
            for (int turn = 0; turn < TURNS; turn++) {
                approvedOrRefused(member, claim);
            }
        }
    }

    private void approvedOrRefused(Claimant member, Claim claim) {
        Caller one = people.office();
        Caller other = people.office();
        Seen seen = people.seen(one, claim);
        assertOneCame(atOnce(
                by(one, () -> review.pass(one, claim.id(), seen)),
                by(other, () -> review.refuse(other, claim.id(), seen, GROUND, "不在保障之内"))));
        CaseFile decided = people.own(member, claim);
        Money waits = Money.sum(decided.payments().values().stream()
                .filter(standing -> standing.state() == State.PAYABLE)
                .map(Standing::sum)
                .toList());
        boolean isApproved = decided.claim().state() instanceof ClaimState.Approved;
        assertThat(waits).isEqualTo(isApproved ? Money.ofYuan(480) : Money.ZERO);
        Caller self = member.self();
        doAs(self, () -> desk.askAgain(self, claim.id(), decided.claim().version(), "请再看"));
    }

    @Test
    void what_is_let_pass_while_the_facts_change_is_what_was_seen() {
        races.stays((member, daysAgo) -> {
            Claim claim = races.beforeOffice(member, people.stay(daysAgo, DAYS, 0));
            Caller one = people.office();
            Caller other = people.office();
            Seen seen = people.seen(one, claim);
            Facts changed = Facts.of(people.stay(daysAgo, DAYS, 1)); // that comes to the same sum
            assertOneCame(atOnce(
                    by(one, () -> review.pass(one, claim.id(), seen)),
                    by(other, () -> review.establish(other, claim.id(), seen.version(), changed))));
        });
    }

    @Test
    void an_order_carries_the_card_that_was_approved() {
        races.stays((member, daysAgo) -> {
            Claim claim = races.beforeOffice(member, people.stay(daysAgo, DAYS, 0));
            String card = people.own(member, claim).cardEnd().orElseThrow();
            people.pass(people.office(), claim);
            clock.advance(Duration.ofSeconds(1));
            Caller handler = people.agent(member);
            AtomicInteger next = new AtomicInteger();
            List<List<Batch>> batches = Together.all(2, () -> {
                if (next.getAndIncrement() == 0) {
                    return cashier.assembled();
                }
                doAs(handler, () -> file.giveCard(handler, member.member(), CardKind.UNION, Claimants.card()));
                return List.of();
            });
            assertThat(people.own(member, claim).cardEnd()).isNotEqualTo(Optional.of(card));
            assertThat(cashier.cards(batches.stream().flatMap(List::stream).toList(), claim))
                    .containsExactly(card);
        });
    }

    @Test
    void two_claims_near_a_cap_that_are_approved_at_once_keep_to_it() {
        LocalDate late = Town.START.plusDays(150);
        Claimant first = people.covered(CASH);
        while (people.today().isBefore(late)) {
            clock.advance(Duration.ofDays(1));
        }
        nearCap(first);
        for (int round = 1; round < ROUNDS; round++) {
            nearCap(people.covered(CASH));
        }
    }

    private void nearCap(Claimant member) {
        Claim one = races.beforeOffice(member, people.stay(115, 103, 0));
        Claim other = races.beforeOffice(member, people.stay(5, 103, 0));
        Caller first = people.office();
        Caller second = people.office();
        Seen seenOne = people.seen(first, one);
        Seen seenOther = people.seen(second, other);
        assertThat(seenOne.due().plus(seenOther.due())).isGreaterThan(CAP);
        List<Optional<Reason>> came = atOnce(
                by(first, () -> review.pass(first, one.id(), seenOne)),
                by(second, () -> review.pass(second, other.id(), seenOther)));
        assertThat(Set.copyOf(came)).containsExactlyInAnyOrder(Optional.empty(), Optional.of(Reason.SUM_CHANGED));

        Stream.of(one, other)
                .filter(claim -> people.own(member, claim).claim().state() instanceof ClaimState.InReview)
                .forEach(claim -> people.pass(people.office(), claim));
        Money all = Money.sum(Stream.of(one, other)
                .flatMap(claim -> people.own(member, claim).payments().values().stream())
                .map(Standing::sum)
                .toList());
        assertThat(all).isEqualTo(CAP);
    }

    @Test
    void what_breaks_while_it_is_approved_leaves_nothing() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        people.pass(people.agent(member), claim);
        CaseFile before = people.own(member, claim);
        Caller office = people.office();
        Seen seen = people.seen(office, claim);
        assertThatThrownBy(() -> doAs(
                        office,
                        () -> transactions.executeWithoutResult(_ -> {
                            review.pass(office, claim.id(), seen);
                            throw new IllegalStateException("the power failed");
                        })))
                .hasMessage("the power failed");

        CaseFile after = people.own(member, claim);
        assertThat(after.claim()).isEqualTo(before.claim());
        assertThat(after.steps()).isEqualTo(before.steps());
        assertThat(after.payments()).isEmpty();
        people.pass(people.office(), claim);
        assertThat(people.own(member, claim).payments()).hasSize(1);
    }
}
