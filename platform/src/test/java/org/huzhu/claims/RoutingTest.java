package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.claims.Claimants.EXPENSE;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.routing.Routing;
import org.huzhu.claims.routing.RoutingRefused;
import org.huzhu.claims.routing.Routings;
import org.huzhu.claims.routing.Routings.Placed;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.Money;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** A claim goes its way by the rules of the day on which it was handed in, at its place. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class})
class RoutingTest {

    @Autowired
    private Town town;

    @Autowired
    private Claimants people;

    @Autowired
    private Routings routings;

    @Autowired
    private SetClock clock;

    @Autowired
    private TransactionOperations transactions;

    private ReviewStep step(Claimant member, Claim claim) {
        return people.own(member, claim).claim().state() instanceof ClaimState.InReview review
                ? review.step()
                : ReviewStep.POINT;
    }

    @Test
    void what_was_handed_in_before_a_rule_began_goes_by_the_rule_of_then() {
        Claimant before = people.covered(CASH, EXPENSE);
        Claimant after = people.covered(CASH, EXPENSE);
        LocalDate tomorrow = people.today().plusDays(1);
        Routing strict = new Routing(
                tomorrow,
                List.of(ReviewStep.OFFICE, ReviewStep.OFFICE_SECOND),
                Routing.STANDARD.paper(),
                Money.ofYuan(100),
                Optional.empty());
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(
                        _ -> routings.lay(before.agency().path(), strict)));
        Claim old = people.filed(before, people.stay(20, 13, 1_000));
        clock.advance(Duration.ofDays(1));
        Claim fresh = people.filed(after, people.stay(20, 13, 1_000));

        assertThat(step(before, old)).isEqualTo(ReviewStep.AGENCY);
        assertThat(step(after, fresh)).isEqualTo(ReviewStep.OFFICE);
        people.pass(people.agent(before), old);
        people.pass(people.office(), old);
        assertThat(people.own(before, old).claim().state()).isInstanceOf(ClaimState.Approved.class);
        people.pass(people.office(), fresh);
        assertThat(step(after, fresh)).isEqualTo(ReviewStep.OFFICE_SECOND);

        Caller auditor = Town.at(Role.AUDITOR, before.agency());
        assertThat(as(auditor, () -> routings.seen(auditor)))
                .contains(new Placed(before.agency().path(), strict));
    }

    @Test
    void where_nobody_has_said_anything_the_standard_holds() {
        Claimant member = people.covered(CASH);
        Routing found = Scope.ofSystem()
                .call(() -> transactions.execute(_ -> routings.at(member.point().path(), people.today())));
        assertThat(found).isEqualTo(Routing.STANDARD);
    }

    @Test
    void the_office_has_its_say_on_every_claim() {
        assertThatThrownBy(() -> new Routing(
                        people.today(),
                        List.of(ReviewStep.AGENCY),
                        Routing.STANDARD.paper(),
                        Money.ofYuan(1),
                        Optional.empty()))
                .hasMessageContaining("The office has its say on every claim");
    }

    @Test
    void an_officer_for_plans_lays_down_a_rule_for_days_ahead_and_nobody_else_does() {
        Organisation agency = town.agency();
        Caller officer = Town.at(Role.PLAN_OFFICER, agency);
        Routing today = new Routing(
                people.today(),
                List.of(ReviewStep.OFFICE),
                Routing.STANDARD.paper(),
                Money.ofYuan(500),
                Optional.empty());
        assertThatThrownBy(() -> doAs(officer, () -> routings.set(officer, today)))
                .isInstanceOf(RoutingRefused.class);
        Routing ahead = new Routing(
                people.today().plusDays(1), today.own(), today.paper(), today.secondFrom(), Optional.empty());
        Caller reviewer = Town.at(Role.OFFICE_REVIEWER, agency);
        assertThatThrownBy(() -> doAs(reviewer, () -> routings.set(reviewer, ahead)))
                .isInstanceOf(Refused.class);

        doAs(officer, () -> routings.set(officer, ahead));
        String place = agency.path();
        assertThat(as(officer, () -> routings.at(place, people.today()))).isNotEqualTo(ahead);
        assertThat(as(officer, () -> routings.at(place, ahead.from()))).isEqualTo(ahead);
    }
}
