package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.huzhu.claims.Claimants.ACCIDENT;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.claims.Claimants.assertRefused;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.ReviewDesk.Ground;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.money.OwnMoney;
import org.huzhu.claims.money.OwnPhone;
import org.huzhu.claims.recipients.Named;
import org.huzhu.claims.recipients.RecipientDesk;
import org.huzhu.claims.recipients.Share;
import org.huzhu.claims.recipients.Tie;
import org.huzhu.claims.recovery.Recovery;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.facts.Event;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.PersonName;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.Paper;
import org.huzhu.members.Wishes;
import org.huzhu.payments.Standing;
import org.huzhu.payments.Standing.State;
import org.huzhu.plan.Cause;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Heirs, and who stands for a member, are paid in his place: each his share to the fen, once. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class, Cashier.class})
class RecipientsTest {

    private static final String[] SEVENTHS = {"1/7", "2/7", "4/7"};

    @Autowired
    private Claimants people;

    @Autowired
    private Cashier cashier;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private ReviewDesk review;

    @Autowired
    private RecipientDesk recipients;

    @Autowired
    private OwnMoney money;

    @Autowired
    private Wishes wishes;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transactions;

    private void name(Claimant member, Claim claim, String share) {
        Town.Person heir = Town.person();
        Named named = new Named(
                new PersonName(heir.name()),
                Tie.CHILD,
                Paper.parse(Paper.Kind.RESIDENT, heir.number()),
                Claimants.card(),
                Share.parse(share));
        doAs(member.self(), () -> desk.name(member.self(), claim.id(), named));
    }

    private void bringMissing(Claimant member, Claim claim) {
        people.bring(member, claim, people.own(member, claim).missing().toArray(PaperKind[]::new));
    }

    /** A claim for which three heirs are paid by sevenths, approved. */
    private Claim approved(Claimant member) {
        Claim claim = people.begin(member, people.stay(20, 13, 0));
        for (String share : SEVENTHS) {
            name(member, claim, share);
        }
        bringMissing(member, claim);
        people.file(member, claim);
        approve(member, claim);
        return claim;
    }

    private void check(Caller caller, Claim claim) {
        int version = people.caseFile(caller, claim).claim().version();
        doAs(caller, () -> review.checkRecipients(caller, claim.id(), version));
    }

    private void approve(Claimant member, Claim claim) {
        Caller agent = people.agent(member);
        check(agent, claim);
        people.pass(agent, claim);
        while (people.own(member, claim).claim().state() instanceof ClaimState.InReview) {
            Caller office = people.office();
            check(office, claim);
            people.pass(office, claim);
        }
    }

    private void reopen(Claim claim) {
        Caller office = people.office();
        int version = people.caseFile(office, claim).claim().version();
        doAs(office, () -> review.reopen(office, claim.id(), version, "病历更正"));
    }

    private void refuse(Claimant member, Claim claim) {
        Caller agent = people.agent(member);
        Seen seen = people.seen(agent, claim);
        doAs(agent, () -> review.refuse(agent, claim.id(), seen, new Ground(CASH, "第五条"), "不在保障之内"));
    }

    /** What each is owed and nobody has taken back, in fen. */
    private List<Long> owed(Claimant member, Claim claim) {
        CaseFile file = people.own(member, claim);
        return IntStream.rangeClosed(1, SEVENTHS.length)
                .mapToObj(place -> file.paymentsOf(place).stream()
                        .filter(standing -> standing.state() != State.CANCELLED)
                        .mapToLong(standing -> standing.sum().fen())
                        .sum())
                .toList();
    }

    @Test
    void what_is_divided_by_sevenths_adds_up_to_the_fen_under_keys_of_their_own() {
        Claimant member = people.covered(CASH);
        Claim claim = approved(member);

        assertThat(owed(member, claim)).containsExactly(6_857L, 13_714L, 27_429L);
        assertThat(people.own(member, claim).payments().keySet())
                .hasSize(3)
                .allMatch(key -> key.matches("CLM:" + claim.number() + ":1:[^:]+:[123]"));
        assertThat(as(member.self(), () -> money.payments(member.self()))).isEmpty();
    }

    @Test
    void what_comes_to_less_is_taken_from_each_as_he_was_given_and_all_of_it_when_refused() {
        Claimant member = people.covered(CASH);
        Claim claim = approved(member);
        reopen(claim);
        Caller agent = people.agent(member);
        int version = people.caseFile(agent, claim).claim().version();
        doAs(agent, () -> review.establish(agent, claim.id(), version, Facts.of(people.stay(20, 10, 0))));
        approve(member, claim);

        assertThat(owed(member, claim)).containsExactly(5_143L, 10_285L, 20_572L);

        reopen(claim);
        refuse(member, claim);

        assertThat(owed(member, claim)).containsExactly(0L, 0L, 0L);
        assertThat(cashier.recoveries(claim)).isEmpty();
    }

    @Test
    void what_went_out_and_is_refused_after_all_is_claimed_back_from_each() {
        Claimant member = people.covered(CASH);
        Claim claim = approved(member);
        List<String> names = people.own(member, claim).recipients().stream()
                .map(each -> each.name())
                .toList();
        assertThat(cashier.assembled()).isNotEmpty();
        reopen(claim);
        refuse(member, claim);

        assertThat(cashier.recoveries(claim))
                .extracting(Recovery::recipient, Recovery::open)
                .containsExactlyInAnyOrder(
                        tuple(Optional.of(names.get(0)), Money.ofFen(6_857)),
                        tuple(Optional.of(names.get(1)), Money.ofFen(13_714)),
                        tuple(Optional.of(names.get(2)), Money.ofFen(27_429)));
    }

    @Test
    void of_a_member_who_died_heirs_are_paid_who_are_whole_and_were_checked() {
        Claimant member = people.covered(ACCIDENT);
        LocalDate day = people.today().minusDays(5);
        Event death = new Event.Death(
                "1", Event.Person.MEMBER, day, Cause.ACCIDENT, Optional.of(day), Optional.empty(), Set.of());
        Claim claim = people.begin(member, death);
        bringMissing(member, claim);
        assertRefused(() -> people.file(member, claim), Reason.RECIPIENTS_MISSING);
        name(member, claim, "50%");
        assertRefused(() -> people.file(member, claim), Reason.SHARES_UNFIT);
        name(member, claim, "2/4");
        assertThat(people.own(member, claim).missing()).containsExactly(PaperKind.AGREEMENT);
        bringMissing(member, claim);
        people.file(member, claim);

        Caller agent = people.agent(member);
        assertRefused(() -> people.pass(agent, claim), Reason.RECIPIENTS_UNCHECKED);
        approve(member, claim);

        CaseFile file = people.own(member, claim);
        assertThat(file.assessment().due().isPositive()).isTrue();
        assertThat(Money.sum(
                        file.payments().values().stream().map(Standing::sum).toList()))
                .isEqualTo(file.assessment().due());
        assertThat(file.paymentsOf(1)).hasSize(1);
        assertThat(file.paymentsOf(2)).hasSize(1);
    }

    @Test
    void whoever_is_owed_something_stays_and_nobody_is_named_twice() {
        Claimant member = people.covered(CASH);
        Claim claim = people.begin(member, people.stay(20, 13, 0));
        Town.Person heir = Town.person();
        Named once = new Named(
                new PersonName(heir.name()),
                Tie.SPOUSE,
                Paper.parse(Paper.Kind.RESIDENT, heir.number()),
                Claimants.card(),
                Share.parse("20000元"));
        doAs(member.self(), () -> desk.name(member.self(), claim.id(), once));
        assertRefused(
                () -> doAs(member.self(), () -> desk.name(member.self(), claim.id(), once)), Reason.RECIPIENT_UNFIT);
        bringMissing(member, claim);
        people.file(member, claim);
        approve(member, claim);
        reopen(claim);
        Caller agent = people.agent(member);
        Seen seen = people.seen(agent, claim);
        doAs(agent, () -> review.giveBack(agent, claim.id(), seen, List.of(PaperKind.OTHER), "再补"));

        assertRefused(
                () -> doAs(member.self(), () -> desk.unname(member.self(), claim.id(), 1)), Reason.RECIPIENTS_STAND);
    }

    @Test
    void what_the_bank_gave_back_of_one_heir_goes_to_another_card_of_his_and_never_to_the_members() {
        Claimant member = people.covered(CASH);
        Claim claim = approved(member);
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(
                        _ -> database.sql("""
                                update payments.payment set state = 'RETURNED', bank_reason = 'AC04'
                                where payable in (select id from payments.payable where reference = :claim)
                                """).param("claim", claim.id()).update()));
        OwnPhone.Proof proof = people.proof(member);
        doAs(member.self(), () -> {
            wishes.consent(member.self(), member.member(), Purpose.BANK, "1", "同意");
            boolean _ = money.changeCard(member.self(), Claimants.card(), proof);
        });
        assertThat(states(member, claim)).containsExactly(State.RETURNED, State.RETURNED, State.RETURNED);

        CardNumber card = Claimants.card();
        Caller agent = people.agent(member);
        doAs(agent, () -> recipients.changeCard(agent, claim.id(), 2, card));

        assertThat(states(member, claim)).containsExactly(State.RETURNED, State.REDIRECTED, State.RETURNED);
        String end = card.digits().substring(card.digits().length() - 4);
        assertThat(people.own(member, claim).recipients().get(1).cardEnd()).isEqualTo(end);
    }

    @Test
    void another_card_for_an_heir_is_held_against_the_papers_before_anybody_lets_it_pass() {
        Claimant member = people.covered(CASH);
        Claim claim = people.begin(member, people.stay(20, 13, 0));
        name(member, claim, "1/1");
        bringMissing(member, claim);
        people.file(member, claim);
        Caller agent = people.agent(member);
        check(agent, claim);
        doAs(agent, () -> recipients.changeCard(agent, claim.id(), 1, Claimants.card()));

        assertRefused(() -> people.pass(agent, claim), Reason.RECIPIENTS_UNCHECKED);
        approve(member, claim);
        assertThat(people.own(member, claim).claim().state()).isInstanceOf(ClaimState.Approved.class);
    }

    private List<State> states(Claimant member, Claim claim) {
        Map<String, Standing> payments = people.own(member, claim).payments();
        return payments.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getValue().state())
                .toList();
    }
}
