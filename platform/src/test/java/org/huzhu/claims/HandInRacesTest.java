package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.claims.Races.ROUNDS;
import static org.huzhu.claims.Races.atOnce;
import static org.huzhu.claims.Races.by;
import static org.huzhu.claims.Races.outcome;
import static org.huzhu.claims.Races.threads;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

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
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What is begun and handed in at the same moment is done as if one had come after the other. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class, Cashier.class, Races.class, Races.Rows.class})
class HandInRacesTest {

    @Autowired
    private Claimants people;

    @Autowired
    private Races races;

    @Autowired
    private ClaimDesk desk;

    private Telling telling(Claimant member) {
        return new Telling(member.member(), ClaimKind.STAY, Optional.empty(), Facts.of(people.stay(20, 13, 0)));
    }

    @Test
    void of_many_who_begin_with_one_key_one_begins_and_all_have_that_one() {
        Claimant member = people.covered(CASH);
        Caller self = member.self();
        for (int round = 1; round <= ROUNDS; round++) {
            UUID key = UUID.randomUUID();
            List<Claim> begun =
                    Together.all(threads(round), () -> as(self, () -> desk.begin(self, key, telling(member))));
            assertThat(begun.stream().map(Claim::number).distinct()).hasSize(1);
        }
        assertThat(as(self, () -> desk.of(self, member.member()))).hasSize(ROUNDS);
    }

    @Test
    void with_the_key_of_another_nobody_has_his_claim() {
        Claimant one = people.covered(CASH);
        Claimant other = people.covered(CASH);
        for (int round = 1; round <= ROUNDS; round++) {
            UUID shared = UUID.randomUUID();
            Claimant first = round % 2 == 0 ? one : other;
            List<Optional<Reason>> came = atOnce(
                    by(one.self(), () -> desk.begin(one.self(), shared, telling(one))),
                    by(other.self(), () -> desk.begin(other.self(), shared, telling(other))),
                    by(first.self(), () -> desk.begin(first.self(), shared, telling(first))));
            assertThat(came).contains(Optional.empty(), Optional.of(Reason.ABSENT));
        }
        int ofOne = as(one.self(), () -> desk.of(one.self(), one.member())).size();
        int ofOther =
                as(other.self(), () -> desk.of(other.self(), other.member())).size();
        assertThat(ofOne + ofOther).isEqualTo(ROUNDS);

        Caller handler = Town.at(Role.AGENCY_HANDLER, one.agency());
        UUID key = UUID.randomUUID();
        Claim _ = as(handler, () -> desk.begin(handler, key, telling(one)));
        Claimants.assertRefused(() -> doAs(handler, () -> desk.begin(handler, key, telling(other))), Reason.ABSENT);
    }

    @Test
    void of_many_equal_hand_ins_one_has_effect() {
        Claimant member = people.covered(CASH);
        Caller self = member.self();
        for (int round = 1; round <= ROUNDS; round++) {
            Claim claim = races.ready(member, people.stay(20, 13, 0));
            List<Optional<Reason>> came = Together.all(
                    threads(round), () -> outcome(by(self, () -> desk.file(self, claim.id(), claim.version()))));
            assertThat(came).containsOnly(Optional.empty());
            assertThat(races.steps(member, claim)).containsExactly(StepTaken.What.ENTERED);
        }
    }

    @Test
    void a_paper_and_a_hand_in_at_once_leave_no_paper_that_nobody_saw() {
        Claimant member = people.covered(CASH);
        Caller self = member.self();
        byte[] photo = Claimants.photo();
        for (int round = 1; round <= ROUNDS; round++) {
            Claim claim = races.ready(member, people.stay(20, 13, 0));
            int before = races.papers(member, claim);
            List<Optional<Reason>> came = atOnce(
                    by(self, () -> desk.file(self, claim.id(), claim.version())),
                    by(self, () -> people.bring(member, claim, PaperKind.DIAGNOSIS, photo)));
            boolean isFiled = races.steps(member, claim).contains(StepTaken.What.ENTERED);
            assertThat(races.papers(member, claim)).as("%s", came).isEqualTo(isFiled ? before : before + 1);
        }
    }
}
