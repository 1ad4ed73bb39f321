package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.watch.Flag;
import org.huzhu.claims.watch.Flag.Kind;
import org.huzhu.claims.watch.WatchDesk;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.facts.Event;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.members.MemberDetail.CardKind;
import org.huzhu.members.MemberDetail.Kin;
import org.huzhu.members.MemberFile;
import org.huzhu.members.MemberFile.Relation;
import org.huzhu.members.Paper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What is unusual about a claim is said in figures when it is handed in; it orders the work, and decides nothing. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class})
class FlagsTest {

    /** Of these nobody else claims anything in these tests. */
    private static final ClaimKind RARE = ClaimKind.LOSS;

    private static final int PEERS = 12;

    @Autowired
    private Claimants people;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private ReviewDesk review;

    @Autowired
    private WatchDesk watch;

    @Autowired
    private MemberFile members;

    @Autowired
    private Server server;

    private List<Flag> flags(Claimant member, Claim claim) {
        Caller agent = people.agent(member);
        return as(agent, () -> watch.flags(agent, claim.id()));
    }

    private Claim filed(Claimant member) {
        return people.filed(member, people.stay(20, 13, 0));
    }

    private void giveCard(Claimant member, CardNumber card) {
        Caller handler = people.agent(member);
        doAs(handler, () -> members.giveCard(handler, member.member(), CardKind.UNION, card));
    }

    @Test
    void what_is_like_any_other_is_not_looked_at_twice() {
        Claimant member = people.covered(CASH);
        Claim claim = filed(member);

        assertThat(flags(member, claim)).isEmpty();
        assertThat(people.own(member, claim).claim().flags()).isZero();
    }

    @Test
    void a_receipt_that_another_claim_states_is_said_by_number_of_claims_and_not_by_whose_they_are() {
        Claimant one = people.covered(CASH);
        Claimant other = people.covered(CASH);
        Claim first = stating(one, "O0033");
        Claim second = stating(other, "00033");

        assertThat(flags(one, first)).isEmpty();
        assertThat(flags(other, second)).containsExactly(new Flag(Kind.DUPLICATE_RECEIPT, List.of("1")));
    }

    private Claim stating(Claimant member, String number) {
        Claim claim = people.begin(member, people.stay(20, 13, 0));
        people.bring(member, claim, PaperKind.RECEIPT, PaperKind.DISCHARGE);
        doAs(member.self(), () -> desk.state(member.self(), claim.id(), "11060299", number));
        people.file(member, claim);
        return claim;
    }

    @Test
    void a_card_that_members_of_other_families_are_paid_on_is_said_by_their_number() {
        Claimant one = people.covered(CASH);
        Claimant other = people.covered(CASH);
        CardNumber card = Claimants.card();
        giveCard(one, card);
        giveCard(other, card);

        Claim claim = filed(one);

        assertThat(flags(one, claim)).containsExactly(new Flag(Kind.SHARED_CARD, List.of("1")));
    }

    @Test
    void a_card_within_one_family_is_nothing_unusual() {
        Claimant mother = people.covered(CASH);
        Claimant father = people.covered(CASH);
        Town.Person elder = Town.man();
        IdNumber paper = IdNumber.parse(elder.number());
        Relation parent =
                new Relation(Kin.PARENT, new PersonName(elder.name()), new Paper.Resident(paper), paper.birthDate());
        for (Claimant one : List.of(mother, father)) {
            Caller handler = people.agent(one);
            UUID _ = as(handler, () -> members.addRelative(handler, one.member(), parent, Optional.empty()));
        }
        CardNumber card = Claimants.card();
        giveCard(mother, card);
        giveCard(father, card);

        assertThat(flags(mother, filed(mother))).isEmpty();
    }

    @Test
    void a_sum_far_above_what_others_of_its_kind_come_to_is_said_with_their_median() {
        for (int i = 0; i < PEERS; i++) {
            Claimant peer = people.covered(CASH);
            people.approve(peer, rare(peer, people.stay(20, 13, 0)));
        }
        Claimant usual = people.covered(CASH);
        Claimant far = people.covered(CASH);

        assertThat(flags(usual, rare(usual, people.stay(20, 14, 0)))).isEmpty();
        assertThat(flags(far, rare(far, people.stay(35, 33, 0))))
                .containsExactly(new Flag(Kind.OUTLIER, List.of(CASH, "1,280.00", "12", "480.00", "0.00")));
    }

    private Claim rare(Claimant member, Event event) {
        Caller self = member.self();
        Telling telling = new Telling(member.member(), RARE, Optional.empty(), Facts.of(event));
        Claim claim = as(self, () -> desk.begin(self, UUID.randomUUID(), telling));
        people.bring(member, claim, PaperKind.RECEIPT, PaperKind.DISCHARGE);
        people.file(member, claim);
        return claim;
    }

    @Test
    void several_claims_on_one_day_are_said_with_the_day_and_come_first_to_whoever_decides() {
        Claimant first = people.covered(CASH);
        Claim earlier = filed(first);
        Claimant member = people.covered(CASH);
        Claim one = filed(member);
        Claim two = people.filed(member, people.stay(30, 5, 0));

        assertThat(flags(member, one)).isEmpty();
        assertThat(flags(member, two))
                .containsExactly(
                        new Flag(Kind.SAME_DAY, List.of("2", people.today().toString())));
        Caller agent = people.agent(member);
        List<UUID> queue = as(agent, () -> review.queue(agent, 200)).stream()
                .map(Claim::id)
                .toList();
        assertThat(queue).contains(earlier.id(), two.id());
        assertThat(queue.indexOf(two.id())).isLessThan(queue.indexOf(earlier.id()));
    }

    @Test
    void claims_right_after_the_waiting_was_over_are_said_with_its_last_day() throws SQLException {
        Claimant member = people.covered(CASH);
        LocalDate over = people.today().minusDays(5);
        waitUntil(member.member(), over);
        Claim _ = filed(member);
        Claim claim = people.filed(member, people.stay(30, 5, 0));

        assertThat(flags(member, claim))
                .contains(new Flag(Kind.SOON_AFTER_WAITING, List.of("2", "30", over.toString())));
    }

    private void waitUntil(UUID member, LocalDate day) throws SQLException {
        try (Connection owner = server.connectOwner();
                PreparedStatement wait =
                        owner.prepareStatement("update enrolment.cover set waits_until = ? where member = ?")) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            wait.setObject(1, day);
            wait.setObject(2, member);
            assertThat(wait.executeUpdate()).isOne();
            owner.commit();
        }
    }

    @Test
    void whoever_claims_is_told_nothing_of_it_and_what_is_unusual_is_approved_like_any_other() {
        Claimant member = people.covered(CASH);
        Claim _ = filed(member);
        Claim claim = people.filed(member, people.stay(30, 5, 0));

        assertThatThrownBy(() -> as(member.self(), () -> watch.flags(member.self(), claim.id())))
                .isInstanceOf(Refused.class);
        people.approve(member, claim);
        assertThat(people.own(member, claim).claim().state()).isInstanceOf(ClaimState.Approved.class);
    }
}
