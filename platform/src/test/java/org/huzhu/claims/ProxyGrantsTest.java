package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.claims.Daughters.assertRefused;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.Daughters.Daughter;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.proxies.Acting;
import org.huzhu.members.proxies.Acting.Offer;
import org.huzhu.members.proxies.Proxies;
import org.huzhu.members.proxies.ProxyRefused;
import org.huzhu.members.proxies.ProxyRefused.Reason;
import org.huzhu.staff.Session;
import org.huzhu.staff.Sessions;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A member lets somebody of his family act for him, for as long as he wants. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class, Daughters.class})
class ProxyGrantsTest {

    @Autowired
    private Claimants people;

    @Autowired
    private Daughters daughters;

    @Autowired
    private Proxies proxies;

    @Autowired
    private Acting acting;

    @Autowired
    private Sessions sessions;

    @Autowired
    private MemberRegister register;

    @Test
    void what_he_ends_is_over_with_her_next_request_and_her_draft_stays_with_him() {
        Claimant member = people.covered(CASH);
        Daughter daughter = daughters.of(member);
        Claim claim = daughters.begin(daughter.caller(), member);

        doAs(member.self(), () -> proxies.revoke(member.self(), daughter.grant()));

        assertThat(daughters.caller(daughter.session())).isEmpty();
        assertThat(acting.offers(daughter.session())).isEmpty();
        assertRefused(() -> acting.actFor(daughter.session(), daughter.grant()), Reason.ABSENT);
        assertRefused(() -> doAs(member.self(), () -> proxies.revoke(member.self(), daughter.grant())), Reason.ABSENT);
        daughters.bring(member.self(), claim);
        people.file(member, claim);
        assertThat(people.own(member, claim).claim().state()).isInstanceOf(ClaimState.InReview.class);
    }

    @Test
    void it_is_over_when_its_day_has_come() {
        Claimant member = people.covered(CASH);
        Phone phone = Daughters.phone();
        UUID grant = daughters.let(member, phone, people.today().plusDays(1));
        Session session = daughters.enter(phone);
        acting.actFor(session, grant);
        Session opened = sessions.of(session.holder()).getFirst();
        assertThat(sessions.caller(opened)).isPresent();

        people.later(Duration.ofDays(1));

        assertThat(sessions.caller(opened)).isEmpty();
        Session anew = daughters.enter(phone);
        assertThat(acting.offers(anew)).isEmpty();
        assertRefused(() -> acting.actFor(anew, grant), Reason.ABSENT);
        UUID again = daughters.let(member, phone);
        acting.actFor(anew, again);
        assertThat(daughters.caller(anew)).isPresent();
    }

    @Test
    void only_the_phone_that_he_named_accepts_and_to_accept_twice_is_to_accept_once() {
        Claimant member = people.covered(CASH);
        Phone phone = Daughters.phone();
        UUID grant = daughters.let(member, phone);
        Session stranger = daughters.enter(Daughters.phone());
        assertThat(acting.offers(stranger)).isEmpty();
        assertRefused(() -> acting.actFor(stranger, grant), Reason.ABSENT);
        assertRefused(() -> acting.end(stranger, grant), Reason.ABSENT);
        assertThat(daughters.caller(stranger)).isEmpty();

        Session session = daughters.enter(phone);
        assertThat(acting.offers(session)).singleElement().matches(offer -> !offer.isAccepted());
        acting.actFor(session, grant);
        acting.actFor(session, grant);

        assertThat(acting.offers(session)).singleElement().matches(Offer::isAccepted);
        assertThat(daughters.told(member))
                .filteredOn(text -> text.contains("可以替您办理"))
                .hasSize(1);
    }

    @Test
    void his_own_phone_a_phone_twice_and_a_day_that_cannot_be_are_refused() {
        Claimant member = people.covered(CASH);
        Phone own = Daughters.phone();
        Caller agent = people.agent(member);
        doAs(agent, () -> register.changePhone(agent, member.member(), Optional.of(own)));
        LocalDate today = people.today();
        Phone phone = Daughters.phone();

        assertRefused(() -> daughters.let(member, own), Reason.OWN_PHONE);
        assertRefused(() -> daughters.let(member, phone, today), Reason.UNTIL_NOT_POSSIBLE);
        assertRefused(() -> daughters.let(member, phone, today.plusYears(3).plusDays(1)), Reason.UNTIL_NOT_POSSIBLE);
        UUID _ = daughters.let(member, phone, today.plusYears(3));
        assertRefused(() -> daughters.let(member, phone), Reason.GRANTED_ALREADY);
    }

    @Test
    void three_act_for_a_member_at_a_time_however_many_he_names_at_once() {
        Claimant member = people.covered(CASH);
        List<Phone> phones = Stream.generate(Daughters::phone).limit(12).toList();
        List<Phone> left = new CopyOnWriteArrayList<>(phones);

        List<Boolean> done = Together.all(12, () -> {
            try {
                UUID _ = daughters.let(member, left.removeFirst());
                return true;
            } catch (ProxyRefused refused) {
                assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_OF_MEMBER);
                return false;
            }
        });

        assertThat(done).filteredOn(each -> each).hasSize(Proxies.OF_MEMBER_MAX);
        UUID first =
                as(member.self(), () -> proxies.of(member.self())).getFirst().id();
        doAs(member.self(), () -> proxies.revoke(member.self(), first));
        UUID _ = daughters.let(member, Daughters.phone());
    }

    @Test
    void a_phone_acts_for_five_members_at_a_time() {
        Phone phone = Daughters.phone();
        for (int i = 0; i < Proxies.OF_PHONE_MAX; i++) {
            UUID _ = daughters.let(people.covered(CASH), phone);
        }
        Claimant sixth = people.covered(CASH);

        assertRefused(() -> daughters.let(sixth, phone), Reason.TOO_MANY_OF_PHONE);

        assertThat(acting.offers(daughters.enter(phone))).hasSize(Proxies.OF_PHONE_MAX);
    }

    @Test
    void she_gives_it_back_herself_and_he_is_told() {
        Claimant member = people.covered(CASH);
        Daughter daughter = daughters.of(member);

        acting.end(daughter.session(), daughter.grant());

        assertThat(daughters.caller(daughter.session())).isEmpty();
        assertThat(daughters.told(member)).anyMatch(text -> text.startsWith("家人李**不再替您办理申请"));
        assertThat(as(member.self(), () -> proxies.of(member.self())))
                .singleElement()
                .matches(grant -> !grant.holds(people.today()));
    }

    @Test
    void who_is_a_member_herself_asks_for_herself_until_she_says_for_whom_else_and_is_nobody_when_that_is_over() {
        Claimant member = people.covered(CASH);
        Claimant herself = people.covered(CASH);
        Phone phone = Daughters.phone();
        Caller agent = people.agent(herself);
        doAs(agent, () -> register.changePhone(agent, herself.member(), Optional.of(phone)));
        UUID grant = daughters.let(member, phone);

        Session session = daughters.enter(phone);
        assertThat(daughters.caller(session)).hasValue(herself.self());
        acting.actFor(session, grant);
        assertThat(daughters.caller(session).flatMap(Caller::member)).hasValue(member.member());
        assertThat(acting.whom(daughters.caller(session).orElseThrow())).endsWith("*");
        doAs(member.self(), () -> proxies.revoke(member.self(), grant));
        assertThat(daughters.caller(session)).as("not by mistake for herself").isEmpty();
        acting.actForSelf(session);

        assertThat(daughters.caller(session)).hasValue(herself.self());
    }
}
