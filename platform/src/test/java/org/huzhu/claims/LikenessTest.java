package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.EXPENSE;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.likeness.Likeness;
import org.huzhu.claims.likeness.Likeness.Why;
import org.huzhu.claims.likeness.Likenesses;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whoever reviews a claim is shown what other claims have in common with it. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class})
class LikenessTest {

    @Autowired
    private Claimants people;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private Likenesses likenesses;

    private List<Likeness> of(Claimant claimant, Claim claim) {
        Caller agent = people.agent(claimant);
        CaseFile file = people.caseFile(agent, claim);
        return as(agent, () -> likenesses.of(agent, file));
    }

    @Test
    void a_stay_of_the_same_days_and_nearly_the_same_sum_is_shown_and_a_draft_is_not() {
        Claimant one = people.covered(EXPENSE);
        Claimant other = people.covered(EXPENSE);
        Claimant draft = people.covered(EXPENSE);
        Claim first = people.filed(one, people.stay(41, 7, 7_771));
        Claim second = people.filed(other, people.stay(41, 7, 7_772));
        Claim _ = people.begin(draft, people.stay(41, 7, 7_771));
        Claim far = people.filed(people.covered(EXPENSE), people.stay(41, 7, 7_790));

        assertThat(of(other, second)).containsExactly(new Likeness(first.id(), first.number(), Why.STAY));
        assertThat(of(one, far)).isEmpty();
    }

    @Test
    void the_same_file_and_a_number_that_looks_the_same_are_shown_until_the_file_is_taken_away() {
        Claimant one = people.covered(EXPENSE);
        Claimant other = people.covered(EXPENSE);
        byte[] photo = Claimants.photo();
        Claim first = people.begin(one, people.stay(33, 5, 1_111));
        state(one, first, "11060226", "0088123456");
        UUID _ = add(one, first, photo);
        people.bring(one, first, PaperKind.RECEIPT, PaperKind.DISCHARGE);
        people.file(one, first);
        Claim second = people.begin(other, people.stay(30, 5, 2_222));
        state(other, second, "", "OOB8I23456");
        UUID paper = add(other, second, photo);

        assertThat(of(other, second))
                .containsExactlyInAnyOrder(
                        new Likeness(first.id(), first.number(), Why.PAPER),
                        new Likeness(first.id(), first.number(), Why.RECEIPT));

        doAs(other.self(), () -> desk.remove(other.self(), second.id(), paper));
        assertThat(of(other, second)).extracting(Likeness::why).containsExactly(Why.RECEIPT);
    }

    @Test
    void nothing_is_shown_of_what_whoever_reviews_does_not_reach() {
        Claimant one = people.covered(EXPENSE);
        Claimant elsewhere = people.covered(Claimants.CASH);
        Claim first = people.filed(one, people.stay(27, 3, 3_333));
        Claim _ = people.filed(elsewhere, people.stay(27, 3, 3_333));

        assertThat(of(one, first)).isEmpty();
        Caller office = people.office();
        CaseFile file = people.caseFile(office, first);
        assertThat(as(office, () -> likenesses.of(office, file))).hasSize(1);
        assertThat(office.role()).isEqualTo(Role.OFFICE_REVIEWER);
    }

    private void state(Claimant claimant, Claim claim, String code, String number) {
        doAs(claimant.self(), () -> desk.state(claimant.self(), claim.id(), code, number));
    }

    private UUID add(Claimant claimant, Claim claim, byte[] photo) {
        return as(
                claimant.self(),
                () -> desk.add(claimant.self(), claim.id(), PaperKind.OTHER, "x.jpg", new ByteArrayInputStream(photo)));
    }
}
