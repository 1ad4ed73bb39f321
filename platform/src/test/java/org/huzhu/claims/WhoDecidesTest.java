package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.claims.Claimants.assertRefused;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.judged.Facts;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whoever entered a claim decides on it never, however often it is taken up again. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class})
class WhoDecidesTest {

    @Autowired
    private Claimants people;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private ReviewDesk review;

    @Test
    void whoever_entered_a_claim_does_not_let_it_pass_when_it_is_taken_up_again() {
        Claimant member = people.covered(CASH);
        Caller handler = people.agent(member);
        Claim claim = entered(handler, member);
        people.pass(Town.at(Role.AGENCY_REVIEWER, member.agency()), claim);
        people.pass(people.office(), claim);
        assertThat(people.own(member, claim).claim().state()).isInstanceOf(ClaimState.Approved.class);

        Caller office = people.office();
        int version = people.caseFile(office, claim).claim().version();
        doAs(office, () -> review.reopen(office, claim.id(), version, "有新的病历"));

        assertRefused(() -> people.pass(handler, claim), Reason.HAD_HIS_SAY);
        people.pass(people.agent(member), claim);
    }

    @Test
    void what_somebody_has_let_pass_waits_for_others_alone() {
        Claimant member = people.covered(Claimants.EXPENSE);
        Claim claim = people.filed(member, people.stay(20, 5, 40_000));
        people.pass(people.agent(member), claim);
        Caller one = people.office();
        Caller other = people.office();

        people.pass(one, claim);

        assertThat(queue(one)).doesNotContain(claim.id());
        assertThat(queue(other)).contains(claim.id());
    }

    private List<UUID> queue(Caller caller) {
        return as(caller, () -> review.queue(caller, 500)).stream()
                .map(Claim::id)
                .toList();
    }

    private Claim entered(Caller handler, Claimant member) {
        Telling telling =
                new Telling(member.member(), ClaimKind.STAY, Optional.empty(), Facts.of(people.stay(20, 13, 0)));
        Claim claim = as(handler, () -> desk.begin(handler, UUID.randomUUID(), telling));
        for (PaperKind kind : List.of(PaperKind.RECEIPT, PaperKind.DISCHARGE)) {
            UUID _ = as(
                    handler,
                    () -> desk.add(handler, claim.id(), kind, "x.jpg", new ByteArrayInputStream(Claimants.photo())));
        }
        int version = people.caseFile(handler, claim).claim().version();
        doAs(handler, () -> desk.file(handler, claim.id(), version));
        return claim;
    }
}
