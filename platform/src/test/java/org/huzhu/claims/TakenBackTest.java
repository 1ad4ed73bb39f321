package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.claims.Claimants.EXPENSE;
import static org.huzhu.claims.Claimants.assertRefused;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.ReviewDesk.Ground;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.recovery.Recovery;
import org.huzhu.claims.recovery.RecoveryDesk;
import org.huzhu.claims.recovery.RecoveryDesk.Receiving;
import org.huzhu.claims.recovery.RecoveryDesk.Source;
import org.huzhu.claims.recovery.RecoveryRefused;
import org.huzhu.database.Scope;
import org.huzhu.documents.Documents;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.StandardAccount;
import org.huzhu.payments.Standing;
import org.huzhu.payments.Standing.State;
import org.huzhu.receipts.MedicalReceipt;
import org.huzhu.receipts.Part;
import org.huzhu.receipts.Written;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What was decided too high is held back where it has not gone out, and claimed back where it has. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class, Cashier.class})
class TakenBackTest {

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
    private RecoveryDesk recoveries;

    @Autowired
    private Documents documents;

    private Claim approved(Claimant member) {
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        people.approve(member, claim);
        return claim;
    }

    private void reopen(Claim claim) {
        Caller office = people.office();
        int version = people.caseFile(office, claim).claim().version();
        doAs(office, () -> review.reopen(office, claim.id(), version, "病历更正"));
    }

    private void establish(Claimant member, Claim claim, int days) {
        Caller agent = people.agent(member);
        int version = people.caseFile(agent, claim).claim().version();
        doAs(agent, () -> review.establish(agent, claim.id(), version, Facts.of(people.stay(20, days, 0))));
    }

    private void refuse(Claimant member, Claim claim) {
        Caller agent = people.agent(member);
        Seen seen = people.seen(agent, claim);
        doAs(agent, () -> review.refuse(agent, claim.id(), seen, GROUND, "不在保障之内"));
    }

    private List<Standing> payments(Claimant member, Claim claim) {
        return List.copyOf(people.own(member, claim).payments().values());
    }

    @Test
    void what_comes_to_less_and_has_not_gone_out_goes_out_at_the_lower_sum() {
        Claimant member = people.covered(CASH);
        Claim claim = approved(member);
        reopen(claim);
        establish(member, claim, 10);
        people.approve(member, claim);

        assertThat(payments(member, claim))
                .extracting(Standing::state, Standing::sum)
                .containsExactlyInAnyOrder(
                        tuple(State.CANCELLED, Money.ofYuan(480)), tuple(State.PAYABLE, Money.ofYuan(360)));
        assertThat(cashier.recoveries(claim)).isEmpty();
    }

    @Test
    void what_is_refused_after_all_and_has_not_gone_out_stays_here() {
        Claimant member = people.covered(CASH);
        Claim claim = approved(member);
        reopen(claim);
        refuse(member, claim);

        assertThat(payments(member, claim)).extracting(Standing::state).containsExactly(State.CANCELLED);
        assertThat(cashier.recoveries(claim)).isEmpty();
    }

    @Test
    void what_was_paid_and_is_refused_after_all_is_claimed_back_whole() {
        Claimant member = people.covered(CASH);
        Claim claim = approved(member);
        assertThat(cashier.assembled()).isNotEmpty();
        reopen(claim);
        refuse(member, claim);

        assertThat(cashier.recoveries(claim))
                .singleElement()
                .satisfies(recovery -> assertThat(recovery.open()).isEqualTo(Money.ofYuan(480)));
        assertThat(people.own(member, claim).earlier().getLast().due()).isEqualTo(Money.ofYuan(-480));
    }

    @Test
    void what_a_refusal_took_back_is_given_again_when_a_person_decides_so() {
        Claimant member = people.covered(EXPENSE);
        Claim claim = people.filed(member, people.stay(20, 13, 1_000));
        people.approve(member, claim);
        reopen(claim);
        Caller agent = people.agent(member);
        Seen seen = people.seen(agent, claim);
        doAs(agent, () -> review.refuse(agent, claim.id(), seen, new Ground(EXPENSE, "第五条"), "不在保障之内"));
        int version = people.own(member, claim).claim().version();
        doAs(member.self(), () -> desk.askAgain(member.self(), claim.id(), version, "请再看"));
        people.pass(people.office(), claim);

        assertThat(payments(member, claim))
                .extracting(Standing::state, Standing::sum)
                .containsExactlyInAnyOrder(
                        tuple(State.CANCELLED, Money.ofYuan(700)), tuple(State.PAYABLE, Money.ofYuan(700)));
    }

    @Test
    void what_is_claimed_back_comes_by_instalments_and_the_rest_is_written_off_by_two() {
        Claimant member = people.covered(CASH);
        Claim claim = approved(member);
        assertThat(cashier.assembled()).isNotEmpty();
        reopen(claim);
        establish(member, claim, 8);
        people.approve(member, claim);
        Recovery asked = cashier.recoveries(claim).getFirst();
        Money before = cashier.balance(asked.fund(), StandardAccount.BENEFITS_RECOVERABLE);

        Caller maker = cashier.maker();
        UUID key = UUID.randomUUID();
        Receiving hundred = new Receiving(Money.ofYuan(100), people.today(), Source.BANK);
        doAs(maker, () -> recoveries.receive(maker, asked.id(), key, hundred));
        doAs(maker, () -> recoveries.receive(maker, asked.id(), key, hundred));
        assertThat(cashier.recoveries(claim).getFirst().open()).isEqualTo(Money.ofYuan(100));
        refused(() -> doAs(maker, () -> receive(maker, asked, 101)), RecoveryRefused.Reason.NOT_SO_MUCH);

        doAs(maker, () -> recoveries.askToWaive(maker, asked.id(), "本人确有困难"));
        UUID wish = cashier.recoveries(claim).getFirst().wish().orElseThrow().id();
        Caller same = new Caller(maker.account(), Role.FINANCE_CHECKER, maker.path(), Optional.empty()).fresh();
        refused(() -> doAs(same, () -> recoveries.confirm(same, wish)), RecoveryRefused.Reason.BY_THE_SAME);
        Caller checker = cashier.checker();
        doAs(checker, () -> recoveries.confirm(checker, wish));

        assertThat(cashier.recoveries(claim)).isEmpty();
        assertThat(cashier.balance(asked.fund(), StandardAccount.BENEFITS_RECOVERABLE))
                .isEqualTo(before.minus(Money.ofYuan(200)));
    }

    private void receive(Caller maker, Recovery asked, long yuan) {
        recoveries.receive(
                maker,
                asked.id(),
                UUID.randomUUID(),
                new Receiving(Money.ofYuan(yuan), people.today(), Source.UNCLAIMED));
    }

    private static void refused(ThrowingCallable work, RecoveryRefused.Reason reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        RecoveryRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void what_was_decided_once_is_decided_again_and_not_withdrawn() {
        Claimant member = people.covered(CASH);
        Claim claim = approved(member);
        reopen(claim);
        int version = people.own(member, claim).claim().version();
        assertRefused(
                () -> doAs(member.self(), () -> desk.withdraw(member.self(), claim.id(), version, "")), Reason.STATE);
    }

    @Test
    void a_red_letter_makes_people_look_again_at_what_was_paid_on_the_receipt_once() {
        MedicalReceipt blue = Written.STAY;
        Claimant member = people.covered(CASH);
        Claim paid = paidOn(member, blue);

        bringRed(member, blue);
        CaseFile again = people.own(member, paid);
        assertThat(again.claim().state()).isInstanceOf(ClaimState.InReview.class);
        assertThat(again.steps().getLast())
                .satisfies(step -> assertThat(step.what()).isEqualTo(StepTaken.What.REOPENED))
                .satisfies(step -> assertThat(step.actor()).isEqualTo("system"));

        people.approve(member, paid);
        bringRed(member, blue);
        assertThat(people.own(member, paid).claim().state()).isInstanceOf(ClaimState.Approved.class);
    }

    @Test
    void a_red_letter_that_somebody_else_brings_moves_nothing() {
        MedicalReceipt blue = Written.VISIT;
        Claimant member = people.covered(CASH);
        Claim paid = paidOn(member, blue);

        bringRed(people.covered(CASH), blue);
        assertThat(people.own(member, paid).claim().state()).isInstanceOf(ClaimState.Approved.class);
    }

    private Claim paidOn(Claimant member, MedicalReceipt blue) {
        Claim paid = people.begin(member, people.stay(20, 13, 0));
        people.bring(member, paid, PaperKind.RECEIPT, PaperKind.DISCHARGE);
        doAs(member.self(), () -> desk.state(member.self(), paid.id(), blue.code(), blue.number()));
        people.file(member, paid);
        people.approve(member, paid);
        return paid;
    }

    private void bringRed(Claimant member, MedicalReceipt blue) {
        MedicalReceipt red = Written.with(blue, Part.TOTAL, "-12345.67");
        Claim claim = people.begin(member, people.stay(20, 13, 0));
        Caller self = member.self();
        UUID _ = as(
                self,
                () -> desk.add(
                        self, claim.id(), PaperKind.RECEIPT, "票据.xml", new ByteArrayInputStream(Written.xml(red))));
        assertThat(people.own(member, claim).receipts()).isEmpty();
    }

    @Test
    void a_paper_that_comes_too_late_is_not_kept() {
        Claimant member = people.covered(CASH);
        Claim claim = people.begin(member, people.stay(20, 13, 0));
        people.bring(member, claim, PaperKind.RECEIPT, PaperKind.DISCHARGE);
        Handed handed = new Handed(Claimants.photo(), () -> people.file(member, claim));
        Caller self = member.self();
        assertRefused(
                () -> doAs(self, () -> desk.add(self, claim.id(), PaperKind.DIAGNOSIS, "照片.jpg", handed)),
                Reason.STATE);
        assertThat(Scope.ofSystem().call(() -> documents.of(claim.id()))).hasSize(2);
    }

    /** A picture during whose coming something else happens: the claim is not held meanwhile. */
    private static final class Handed extends ByteArrayInputStream {

        private final Runnable meanwhile;
        private boolean isDone;

        Handed(byte[] bytes, Runnable meanwhile) {
            super(bytes);
            this.meanwhile = meanwhile;
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) {
            if (!isDone) {
                isDone = true;
                meanwhile.run();
            }
            return super.read(into, from, length);
        }
    }
}
