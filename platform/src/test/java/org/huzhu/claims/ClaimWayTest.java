package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.ACCIDENT;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.claims.Claimants.EXPENSE;
import static org.huzhu.claims.Claimants.assertRefused;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.ReviewDesk.Ground;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.judged.Facts;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.facts.Event;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.WorkCalendar;
import org.huzhu.payments.Standing;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** From a member's phone to what is owed to him. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class, Cashier.class})
class ClaimWayTest {

    @Autowired
    private Claimants people;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private ReviewDesk review;

    @Autowired
    private WorkCalendar calendar;

    @Autowired
    private SetClock clock;

    @Test
    void one_filing_is_judged_under_every_plan_that_the_member_holds_and_owed_once() {
        Claimant member = people.covered(CASH, EXPENSE);
        Claim claim = people.filed(member, people.stay(20, 13, 5_440));

        CaseFile filed = people.own(member, claim);
        assertThat(filed.assessment().lines())
                .extracting(Assessment.Line::plan)
                .containsExactlyInAnyOrder(CASH, EXPENSE);
        assertThat(filed.assessment().due()).isEqualTo(Money.ofYuan(480 + 3_808));
        assertThat(filed.promised()).contains(calendar.after(people.today(), 10));

        people.approve(member, claim);

        CaseFile decided = people.own(member, claim);
        assertThat(decided.claim().state()).isInstanceOf(ClaimState.Approved.class);
        assertThat(decided.payments().values()).singleElement().satisfies(owed -> {
            assertThat(owed.sum()).isEqualTo(Money.ofYuan(4_288));
            assertThat(owed.state()).isEqualTo(Standing.State.PAYABLE);
        });
    }

    @Test
    void a_second_stay_of_the_term_is_judged_as_the_second_whatever_was_filed_first() {
        Claimant member = people.covered(EXPENSE);
        Claim later = people.filed(member, people.stay(10, 5, 5_000));
        people.approve(member, later);
        assertThat(people.own(member, later).assessment().due()).isEqualTo(Money.ofYuan(3_500));

        Claim earlier = people.filed(member, people.stay(30, 5, 5_000));
        Assessment both = people.own(member, earlier).assessment();

        assertThat(both.due()).isEqualTo(Money.ofYuan(3_000));
        assertThat(both.lines())
                .extracting(Assessment.Line::due)
                .containsExactly(Money.ofYuan(3_500), Money.ofYuan(-500));
    }

    @Test
    void what_lacks_a_paper_is_not_handed_in() {
        Claimant member = people.covered(CASH);
        Claim claim = people.begin(member, people.stay(20, 13, 0));
        people.bring(member, claim, PaperKind.RECEIPT);
        assertThat(people.own(member, claim).missing()).containsExactly(PaperKind.DISCHARGE);
        assertRefused(() -> people.file(member, claim), Reason.PAPERS_MISSING);
    }

    @Test
    void handing_in_twice_is_handing_in_once() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        people.file(member, claim);
        assertThat(people.own(member, claim).steps()).hasSize(1);
    }

    @Test
    void beginning_twice_with_one_key_begins_one() {
        Claimant member = people.covered(CASH);
        UUID key = UUID.randomUUID();
        Telling telling =
                new Telling(member.member(), ClaimKind.STAY, Optional.empty(), Facts.of(people.stay(20, 13, 0)));
        Caller self = member.self();
        Claim one = as(self, () -> desk.begin(self, key, telling));
        Claim two = as(self, () -> desk.begin(self, key, telling));
        assertThat(two.number()).isEqualTo(one.number());
        assertThat(as(self, () -> desk.of(self, member.member()))).hasSize(1);
    }

    @Test
    void the_days_stand_still_while_the_member_has_to_bring_something() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        LocalDate filed = people.today();
        Caller agent = people.agent(member);
        Seen seen = people.seen(agent, claim);
        doAs(agent, () -> review.giveBack(agent, claim.id(), seen, List.of(PaperKind.DIAGNOSIS), "请补诊断证明"));
        assertThat(people.own(member, claim).claim().state()).isInstanceOf(ClaimState.Returned.class);

        clock.advance(Duration.ofDays(14));
        int stood = calendar.between(filed, people.today());
        people.bring(member, claim, PaperKind.DIAGNOSIS);
        people.file(member, claim);

        assertThat(people.own(member, claim).promised()).contains(calendar.after(filed, 10 + stood));
        people.approve(member, claim);
        assertThat(people.own(member, claim).claim().state()).isInstanceOf(ClaimState.Approved.class);
    }

    @Test
    void a_decision_holds_for_the_facts_that_were_seen_alone() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        Caller agent = people.agent(member);
        Seen before = people.seen(agent, claim);
        doAs(agent, () -> review.establish(agent, claim.id(), before.version(), Facts.of(people.stay(20, 10, 0))));
        assertRefused(() -> doAs(agent, () -> review.pass(agent, claim.id(), before)), Reason.LOOK_AGAIN);
        people.approve(member, claim);
        assertThat(people.own(member, claim).assessment().due()).isEqualTo(Money.ofYuan(360));
    }

    @Test
    void of_two_who_decide_at_once_one_decides() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        people.pass(people.agent(member), claim);
        Seen seen = people.seen(people.office(), claim);
        List<Boolean> came = Together.all(6, () -> {
            Caller office = people.office();
            try {
                doAs(office, () -> review.pass(office, claim.id(), seen));
                return true;
            } catch (ClaimRefused e) {
                return false;
            }
        });
        assertThat(came).containsOnlyOnce(true);
        assertThat(people.own(member, claim).payments()).hasSize(1);
    }

    @Test
    void nobody_lets_pass_what_he_entered_or_has_let_pass_before() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 40_000));
        Caller agent = people.agent(member);
        people.pass(agent, claim);
        assertRefused(() -> people.pass(agent, claim), Reason.NOT_YOUR_TURN);
    }

    @Test
    void a_large_sum_is_approved_by_two() {
        Claimant member = people.covered(EXPENSE);
        Claim claim = people.filed(member, people.stay(20, 13, 100_000));
        assertThat(people.own(member, claim).assessment().due()).isGreaterThan(Money.ofYuan(20_000));
        people.pass(people.agent(member), claim);
        Caller one = people.office();
        people.pass(one, claim);
        assertThat(people.own(member, claim).claim().state())
                .isInstanceOfSatisfying(
                        ClaimState.InReview.class,
                        state -> assertThat(state.step()).isEqualTo(ReviewStep.OFFICE_SECOND));
        assertRefused(() -> people.pass(one, claim), Reason.HAD_HIS_SAY);
        people.pass(people.office(), claim);
        assertThat(people.own(member, claim).claim().state()).isInstanceOf(ClaimState.Approved.class);
    }

    @Test
    void a_receipt_is_paid_on_once_under_each_plan() {
        Claimant member = people.covered(CASH, EXPENSE);
        Claim one = people.begin(member, people.stay(20, 13, 1_000));
        people.bring(member, one, PaperKind.RECEIPT, PaperKind.DISCHARGE);
        Caller self = member.self();
        doAs(self, () -> desk.state(self, one.id(), "11060225", "0123456789"));
        people.file(member, one);
        people.approve(member, one);

        Claimant other = people.covered(CASH);
        Claim again = people.begin(other, people.stay(20, 13, 1_000));
        people.bring(other, again, PaperKind.RECEIPT, PaperKind.DISCHARGE);
        doAs(other.self(), () -> desk.state(other.self(), again.id(), "11060225", "O123456789"));
        people.file(other, again);
        assertThat(people.caseFile(people.office(), again).receipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.elsewhere()).containsExactly(one.number()));
        people.pass(people.agent(other), again);
        assertRefused(() -> people.pass(people.office(), again), Reason.RECEIPT_SPENT);
    }

    @Test
    void a_refusal_names_a_clause_that_there_is() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        Caller agent = people.agent(member);
        Seen seen = people.seen(agent, claim);
        assertRefused(
                () -> doAs(agent, () -> review.refuse(agent, claim.id(), seen, new Ground(CASH, "第九十九条"), "不在保障之内")),
                Reason.NO_SUCH_CLAUSE);
        doAs(agent, () -> review.refuse(agent, claim.id(), seen, new Ground(CASH, "第五条"), "不在保障之内"));
        assertThat(people.own(member, claim).claim().state()).isInstanceOf(ClaimState.Refused.class);
        assertThat(people.own(member, claim).payments()).isEmpty();
    }

    @Test
    void the_unit_does_not_see_what_its_people_are_ill_with() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        Caller handler = Town.at(Role.UNIT_HANDLER, member.unit());
        assertRefused(() -> people.caseFile(handler, claim), Reason.ABSENT);
        assertThat(as(handler, () -> desk.entered(handler, 10))).isEmpty();
    }

    @Test
    void whoever_was_enrolled_under_a_lighter_class_of_occupation_is_given_as_much_as_was_paid_of_what_was_due() {
        Claimant member = people.covered(ACCIDENT);
        Event.Accident accident = people.accident(20, 10);
        Claim claim = people.filed(member, accident);
        Money whole = people.own(member, claim).assessment().due();
        assertThat(whole).isGreaterThan(Money.ZERO);

        Caller agent = people.agent(member);
        int version = people.caseFile(agent, claim).claim().version();
        Facts facts = new Facts(List.of(accident), Optional.of(Occupation.HIGH_RISK));
        doAs(agent, () -> review.establish(agent, claim.id(), version, facts));

        assertThat(people.own(member, claim).assessment().due())
                .isEqualTo(whole.proportion(26, 32, RoundingMode.HALF_UP));
    }

    @Test
    void another_member_does_not_see_it() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        Claimant other = people.covered(CASH);
        assertRefused(() -> people.own(other, claim), Reason.ABSENT);
    }

    @Test
    void what_is_taken_up_again_pays_or_claims_back_the_difference() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        people.approve(member, claim);
        Caller office = people.office();
        CaseFile decided = people.caseFile(office, claim);
        doAs(office, () -> review.reopen(office, claim.id(), decided.claim().version(), "病历更正了出院日期"));

        Caller agent = people.agent(member);
        int version = people.caseFile(agent, claim).claim().version();
        doAs(agent, () -> review.establish(agent, claim.id(), version, Facts.of(people.stay(20, 15, 0))));
        assertThat(people.caseFile(agent, claim).assessment().due()).isEqualTo(Money.ofYuan(80));
        people.approve(member, claim);

        CaseFile again = people.own(member, claim);
        assertThat(again.earlier()).hasSize(1);
        assertThat(again.payments().values())
                .extracting(Standing::sum)
                .containsExactlyInAnyOrder(Money.ofYuan(480), Money.ofYuan(80));
    }
}
