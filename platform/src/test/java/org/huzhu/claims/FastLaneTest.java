package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.EXPENSE;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.StepTaken.What;
import org.huzhu.claims.routing.Routing;
import org.huzhu.claims.routing.Routing.Fast;
import org.huzhu.claims.routing.Routings;
import org.huzhu.claims.samples.SampleDesk;
import org.huzhu.claims.samples.SecondLook;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.Money;
import org.huzhu.payments.Standing;
import org.huzhu.receipts.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** The machine approves what is small and clean where the office says so; it refuses nothing. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class})
class FastLaneTest {

    private static final Money LIMIT = Money.ofYuan(1_000);
    private static final int ALL = 1000;

    @Autowired
    private Claimants people;

    @Autowired
    private Town town;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private Routings routings;

    @Autowired
    private SampleDesk samples;

    @Autowired
    private TransactionOperations transactions;

    private Claimant member;

    @BeforeEach
    void say() {
        member = people.covered(EXPENSE);
        Routing routing = new Routing(
                people.today(),
                Routing.STANDARD.own(),
                Routing.STANDARD.paper(),
                Routing.STANDARD.secondFrom(),
                Optional.of(new Fast(LIMIT, List.of(EXPENSE), ALL)));
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(
                        _ -> routings.lay(member.agency().path(), routing)));
    }

    private ClaimState state(Claim claim) {
        return people.own(member, claim).claim().state();
    }

    @Test
    void what_is_small_and_clean_is_approved_by_the_machine_with_its_reasons_and_paid() {
        Claim claim = people.filed(member, people.stay(20, 13, 1_000));

        CaseFile file = people.own(member, claim);
        assertThat(file.claim().state()).isInstanceOf(ClaimState.Approved.class);
        StepTaken last = file.steps().getLast();
        assertThat(last.what()).isEqualTo(What.APPROVED_BY_MACHINE);
        assertThat(last.actor()).isEqualTo("system");
        assertThat(last.subjects()).containsExactly("PAPERS", "RECEIPTS", "NO_FLAGS", "SUM", "700.00", "1,000.00");
        assertThat(file.payments().values()).extracting(Standing::sum).containsExactly(Money.ofYuan(700));
    }

    @Test
    void what_the_machine_approved_is_drawn_for_a_second_look_in_the_share_that_the_office_says() {
        Claim claim = people.filed(member, people.stay(20, 13, 1_000));

        Caller auditor = Town.at(Role.AUDITOR, town.office());
        assertThat(as(auditor, () -> samples.open(auditor, 500)))
                .filteredOn(look -> look.claim().equals(claim.id()))
                .extracting(SecondLook::why)
                .containsExactly("MACHINE");
    }

    @Test
    void whoever_wants_a_person_to_look_gets_one() {
        Claim claim = people.filed(member, people.stay(20, 13, 1_000));
        int version = people.own(member, claim).claim().version();

        doAs(member.self(), () -> desk.askAgain(member.self(), claim.id(), version, "请人工看一看"));

        assertThat(state(claim))
                .isInstanceOfSatisfying(
                        ClaimState.InReview.class,
                        review -> assertThat(review.step()).isEqualTo(ReviewStep.OFFICE));
        people.pass(people.office(), claim);
        assertThat(state(claim)).isInstanceOf(ClaimState.Approved.class);
    }

    @Test
    void what_comes_to_more_goes_past_people() {
        Claim claim = people.filed(member, people.stay(20, 13, 2_000));

        assertThat(people.own(member, claim).assessment().due()).isGreaterThan(LIMIT);
        assertThat(state(claim)).isInstanceOf(ClaimState.InReview.class);
    }

    @Test
    void what_is_unusual_or_pays_nothing_goes_past_people() {
        Claim nothing = people.filed(member, people.stay(20, 13, 0));
        assertThat(state(nothing)).isInstanceOf(ClaimState.InReview.class);

        Claim second = people.filed(member, people.stay(40, 5, 1_000));
        assertThat(people.own(member, second).claim().flags()).isPositive();
        assertThat(state(second)).isInstanceOf(ClaimState.InReview.class);
    }

    @Test
    void a_receipt_that_says_otherwise_than_what_was_told_goes_past_people() {
        Claim claim = people.begin(member, people.stay(20, 13, 1_000));
        UUID _ = as(
                member.self(),
                () -> desk.add(
                        member.self(),
                        claim.id(),
                        PaperKind.RECEIPT,
                        "票据.xml",
                        new ByteArrayInputStream(Written.xml(Written.STAY))));
        people.bring(member, claim, PaperKind.DISCHARGE);
        people.file(member, claim);

        assertThat(people.own(member, claim).papers())
                .anySatisfy(paper -> assertThat(paper.document().receipt()).isPresent());
        assertThat(state(claim)).isInstanceOf(ClaimState.InReview.class);
    }
}
