package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.ClaimDesk.Telling;
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

/** What is done at the same moment is done as if one had come after the other. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class, Cashier.class})
class ClaimRacesTest {

    private static final int ROUNDS = Integer.getInteger("huzhu.claims.rounds", 3);
    private static final int MANY = 50;

    /** Of whom there are only so many under cover. */
    private static final int MEMBERS = 5;

    private static final Money CAP = Money.ofYuan(7_200);
    private static final Ground GROUND = new Ground(CASH, "第五条");

    @Autowired
    private Claimants people;

    @Autowired
    private Cashier cashier;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private ReviewDesk review;

    @Autowired
    private MemberFile file;

    @Autowired
    private SetClock clock;

    @Autowired
    private TransactionOperations transactions;

    private Telling telling(Claimant member) {
        return new Telling(member.member(), ClaimKind.STAY, Optional.empty(), Facts.of(people.stay(20, 13, 0)));
    }

    /** What each came to: nothing where it was done, the reason where it was refused. */
    @SafeVarargs
    private static List<Optional<Reason>> atOnce(Callable<Boolean>... works) {
        AtomicInteger next = new AtomicInteger();
        return Together.all(works.length, () -> outcome(works[next.getAndIncrement()]));
    }

    private static Optional<Reason> outcome(Callable<Boolean> work) throws Exception {
        try {
            work.call();
            return Optional.empty();
        } catch (ClaimRefused refused) {
            return Optional.of(refused.reason());
        }
    }

    private static Callable<Boolean> by(Caller caller, Runnable work) {
        return () -> {
            doAs(caller, work);
            return true;
        };
    }

    private static void assertOneCame(List<Optional<Reason>> came) {
        assertThat(came.stream().filter(Optional::isEmpty))
                .as("who came through: %s", came)
                .hasSize(1);
    }

    @Test
    void of_many_who_begin_with_one_key_one_begins_and_all_have_that_one() {
        Claimant member = people.covered(CASH);
        Caller self = member.self();
        for (int round = 1; round <= ROUNDS; round++) {
            UUID key = UUID.randomUUID();
            List<Claim> begun = Together.all(MANY, () -> as(self, () -> desk.begin(self, key, telling(member))));
            assertThat(begun.stream().map(Claim::number).distinct()).hasSize(1);
            assertThat(as(self, () -> desk.of(self, member.member()))).hasSize(round);
        }
    }

    @Test
    void with_the_key_of_another_nobody_has_his_claim() {
        Claimant one = people.covered(CASH);
        Claimant other = people.covered(CASH);
        Claim claim = people.begin(one, people.stay(20, 13, 0));
        List<Optional<Reason>> came = Together.all(
                MANY, () -> outcome(by(other.self(), () -> desk.begin(other.self(), claim.id(), telling(other)))));
        assertThat(came).containsOnly(Optional.of(Reason.ABSENT));
        assertThat(as(other.self(), () -> desk.of(other.self(), other.member())))
                .isEmpty();

        Caller handler = Town.at(Role.AGENCY_HANDLER, one.agency());
        UUID key = UUID.randomUUID();
        Claim _ = as(handler, () -> desk.begin(handler, key, telling(one)));
        Claimants.assertRefused(() -> doAs(handler, () -> desk.begin(handler, key, telling(other))), Reason.ABSENT);
    }

    @Test
    void of_many_equal_hand_ins_one_has_effect() {
        Claimant member = people.covered(CASH);
        Claim claim = people.begin(member, people.stay(20, 13, 0));
        people.bring(member, claim, PaperKind.RECEIPT, PaperKind.DISCHARGE);
        int version = people.own(member, claim).claim().version();
        Caller self = member.self();
        List<Optional<Reason>> came =
                Together.all(MANY, () -> outcome(by(self, () -> desk.file(self, claim.id(), version))));
        assertThat(came).containsOnly(Optional.empty());
        assertThat(people.own(member, claim).steps()).hasSize(1);
    }

    @Test
    void of_approving_refusing_and_withdrawing_at_once_one_is_done() {
        Claimant member = people.covered(CASH);
        for (int round = 1; round <= ROUNDS; round++) {
            Claim claim = people.filed(member, people.stay(20, 13, 0));
            people.pass(people.agent(member), claim);
            Caller one = people.office();
            Caller other = people.office();
            Caller self = member.self();
            Seen seen = people.seen(one, claim);
            assertOneCame(atOnce(
                    by(one, () -> review.pass(one, claim.id(), seen)),
                    by(other, () -> review.refuse(other, claim.id(), seen, GROUND, "不在保障之内")),
                    by(self, () -> desk.withdraw(self, claim.id(), seen.version(), ""))));
            if (people.own(member, claim).claim().state() instanceof ClaimState.Approved) {
                break; // what the stay gave is given: it is judged once
            }
        }
    }

    @Test
    void of_approving_and_refusing_at_once_one_is_done_however_often_it_is_taken_up_again() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        people.pass(people.agent(member), claim);
        for (int round = 1; round <= 4 * ROUNDS; round++) {
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
    }

    @Test
    void what_is_let_pass_while_the_facts_change_is_what_was_seen() {
        Claimant member = people.covered(CASH);
        for (int round = 1; round <= ROUNDS; round++) {
            Claim claim = people.filed(member, people.stay(20, 13, 0));
            Caller one = people.agent(member);
            Caller other = people.agent(member);
            Seen seen = people.seen(one, claim);
            Facts changed = Facts.of(people.stay(20, 13, 1)); // that comes to the same sum
            assertOneCame(atOnce(
                    by(one, () -> review.pass(one, claim.id(), seen)),
                    by(other, () -> review.establish(other, claim.id(), seen.version(), changed))));
        }
    }

    @Test
    void a_paper_and_a_hand_in_at_once_leave_no_paper_that_nobody_saw() {
        Claimant member = people.covered(CASH);
        Caller self = member.self();
        for (int round = 1; round <= ROUNDS; round++) {
            Claim claim = people.begin(member, people.stay(20, 13, 0));
            people.bring(member, claim, PaperKind.RECEIPT, PaperKind.DISCHARGE);
            int version = people.own(member, claim).claim().version();
            List<Optional<Reason>> came = atOnce(
                    by(self, () -> desk.file(self, claim.id(), version)),
                    by(self, () -> people.bring(member, claim, PaperKind.DIAGNOSIS)));
            CaseFile after = people.own(member, claim);
            boolean isFiled = after.claim().state() instanceof ClaimState.InReview;
            assertThat(after.papers()).as("%s", came).hasSize(isFiled ? 2 : 3);
        }
    }

    @Test
    void an_order_carries_the_card_that_was_approved() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        String card = people.own(member, claim).cardEnd().orElseThrow();
        people.approve(member, claim);
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
    }

    @Test
    void two_claims_near_a_cap_that_are_approved_at_once_keep_to_it() {
        LocalDate late = Town.START.plusDays(150);
        while (people.today().isBefore(late)) {
            clock.advance(Duration.ofDays(1));
        }
        for (int round = 1; round <= Math.min(ROUNDS, MEMBERS); round++) {
            Claimant member = people.covered(CASH);
            Claim one = people.filed(member, people.stay(115, 103, 0));
            Claim other = people.filed(member, people.stay(5, 103, 0));
            Stream.of(one, other).forEach(claim -> people.pass(people.agent(member), claim));
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
