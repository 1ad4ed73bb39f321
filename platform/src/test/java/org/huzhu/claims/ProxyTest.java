package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditRecord;
import org.huzhu.audit.AuditSearch;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.money.OwnMoney;
import org.huzhu.claims.money.OwnPhone;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Covers;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberDetail.Consent;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Wishes;
import org.huzhu.members.proxies.Acting;
import org.huzhu.members.proxies.Acting.Offer;
import org.huzhu.members.proxies.Proxies;
import org.huzhu.members.proxies.ProxyRefused;
import org.huzhu.members.proxies.ProxyRefused.Reason;
import org.huzhu.notices.NoticeDesk;
import org.huzhu.notices.Told;
import org.huzhu.staff.MemberSignIn;
import org.huzhu.staff.Operator;
import org.huzhu.staff.Session;
import org.huzhu.staff.Sessions;
import org.huzhu.staff.StaffDesk.Person;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Somebody of the family acts for a member: in claims alone, in her own name, and for as long as he lets her. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class})
class ProxyTest {

    private static final PersonName DAUGHTER = new PersonName("李晓梅");
    private static int phones;

    @Autowired
    private Claimants people;

    @Autowired
    private Proxies proxies;

    @Autowired
    private Acting acting;

    @Autowired
    private MemberSignIn signIn;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private OwnMoney money;

    @Autowired
    private OwnPhone ownPhone;

    @Autowired
    private MemberRegister register;

    @Autowired
    private Wishes wishes;

    @Autowired
    private Covers covers;

    @Autowired
    private NoticeDesk notices;

    @Autowired
    private AuditSearch search;

    @Autowired
    private Operator operator;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transactions;

    private static Phone phone() {
        return Phone.parse("136%08d".formatted(++phones));
    }

    private UUID let(Claimant member, Phone phone, LocalDate until) {
        return as(member.self(), () -> proxies.grant(member.self(), DAUGHTER, phone, until));
    }

    private UUID let(Claimant member, Phone phone) {
        return let(member, phone, people.today().plusYears(1));
    }

    private Session enter(Phone phone) {
        people.later(MemberSignIn.CODE_PAUSE);
        String address = "198.51.100." + phones % 250;
        signIn.ask(phone.digits(), address);
        return signIn.enter(phone.digits(), people.lastCode(), address).session();
    }

    private Optional<Caller> caller(Session session) {
        return sessions.of(session.holder()).stream()
                .filter(each -> each.id().equals(session.id()))
                .findFirst()
                .flatMap(sessions::caller);
    }

    /** Who acts, and by what. */
    private record Daughter(UUID grant, Phone phone, Session session, Caller caller) {}

    private Daughter daughter(Claimant member) {
        Phone phone = phone();
        UUID grant = let(member, phone);
        Session session = enter(phone);
        acting.actFor(session, grant);
        return new Daughter(grant, phone, session, caller(session).orElseThrow());
    }

    private Claim begin(Caller caller, Claimant member) {
        Facts facts = Facts.of(people.stay(20, 13, 0));
        Telling telling = new Telling(member.member(), ClaimKind.STAY, Optional.empty(), facts);
        return as(caller, () -> desk.begin(caller, UUID.randomUUID(), telling));
    }

    private void bring(Caller caller, Claim claim) {
        for (PaperKind kind :
                as(caller, () -> desk.caseFile(caller, claim.id())).missing()) {
            var photo = new ByteArrayInputStream(Claimants.photo());
            UUID _ = as(caller, () -> desk.add(caller, claim.id(), kind, "照片.jpg", photo));
        }
    }

    private void file(Caller caller, Claim claim) {
        int version = people.caseFile(caller, claim).claim().version();
        doAs(caller, () -> desk.file(caller, claim.id(), version));
    }

    private List<String> told(Claimant member) {
        return as(member.self(), () -> notices.open(member.self())).stream()
                .map(Told::text)
                .toList();
    }

    private static void assertRefused(ThrowingCallable work, Reason reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProxyRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void she_files_follows_and_takes_back_in_her_own_name_and_he_is_told() {
        Claimant member = people.covered(CASH);
        Caller daughter = daughter(member).caller();
        assertThat(daughter.role()).isEqualTo(Role.MEMBER_PROXY);
        assertThat(daughter.member()).hasValue(member.member());

        Claim claim = begin(daughter, member);
        bring(daughter, claim);
        file(daughter, claim);

        CaseFile file = people.own(member, claim);
        assertThat(file.claim().state()).isInstanceOf(ClaimState.InReview.class);
        assertThat(file.steps().getLast().actor()).isEqualTo(daughter.account().toString());
        assertThat(told(member))
                .anyMatch(text -> text.startsWith("家人替您交了申请" + claim.number()))
                .anyMatch(text -> text.startsWith("家人李**可以替您办理申请了"));
        assertThat(as(daughter, () -> desk.progress(daughter, member.member()))).hasSize(1);
        int version = file.claim().version();
        doAs(daughter, () -> desk.withdraw(daughter, claim.id(), version, ""));
        assertThat(people.own(member, claim).claim().state()).isInstanceOf(ClaimState.Withdrawn.class);
        assertThat(deeds(daughter))
                .contains(
                        "proxy.accept of member " + member.member(),
                        "claim.file of claim " + claim.id(),
                        "claim.withdraw of claim " + claim.id());
    }

    private List<String> deeds(Caller actor) {
        return Scope.ofSystem()
                .call(() -> search.find(Question.all().ofActor(actor.account().toString())))
                .stream()
                .map(AuditRecord::deed)
                .map(deed -> deed.action() + " of " + deed.kind() + " " + deed.object())
                .toList();
    }

    @Test
    void of_his_money_his_data_and_his_grants_she_sees_and_changes_nothing() {
        Claimant member = people.covered(CASH);
        Daughter daughter = daughter(member);
        Caller she = daughter.caller();
        UUID him = member.member();
        Claim claim = begin(she, member);

        assertThat(people.caseFile(she, claim).cardEnd()).hasValue("****");
        Stream.<Runnable>of(
                        () -> money.payments(she),
                        () -> money.cardEnd(she),
                        () -> ownPhone.ask(she, "192.0.2.1"),
                        () -> ownPhone.prove(she, "000000"),
                        () -> desk.unname(she, claim.id(), 1),
                        () -> register.detail(she, him),
                        () -> wishes.ask(she, him, "手机", "换号码"),
                        () -> wishes.consent(she, him, Purpose.BANK, "1", "同意"),
                        () -> wishes.withdraw(she, him, Purpose.MEDICAL),
                        () -> covers.of(she, List.of(him)),
                        () -> notices.open(she),
                        () -> proxies.of(she),
                        () -> proxies.grant(
                                she, DAUGHTER, phone(), people.today().plusDays(9)),
                        () -> proxies.revoke(she, daughter.grant()))
                .forEach(work -> assertThatThrownBy(() -> doAs(she, work)).isInstanceOf(Refused.class));
    }

    @Test
    void behind_the_table_of_rights_the_database_refuses_her_his_cards_and_his_grants() {
        Claimant member = people.covered(CASH);
        Caller she = daughter(member).caller();

        assertThatThrownBy(() -> update(she, """
                        insert into members.card (id, member, path, kind, sealed, index, given_at)
                        select gen_random_uuid(), id, path, 'BANK', '', decode(repeat('00', 32), 'hex'), now()
                        from members.member where id = :member
                        """))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> update(she, """
                        insert into members.proxy (id, member, path, name_sealed, phone_sealed, phone_index, from_on,
                            until_on, granted_at)
                        select gen_random_uuid(), id, path, '', '', decode(repeat('00', 32), 'hex'), current_date,
                               current_date + 9, now()
                        from members.member where id = :member
                        """))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> update(she, """
                        insert into members.consent (id, member, path, purpose, version, digest, given_at)
                        select gen_random_uuid(), id, path, 'BANK', '1', repeat('0', 64), now()
                        from members.member where id = :member
                        """))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(update(she, "update members.proxy set ended_at = now(), ended_by = 'PROXY' where member = :member"))
                .isZero();
        assertThat(update(she, "update members.consent set withdrawn_at = now() where member = :member"))
                .isZero();
    }

    private int update(Caller caller, String statement) {
        return as(
                caller,
                () -> Objects.requireNonNull(transactions.execute(_ -> database.sql(statement)
                        .param("member", caller.member().orElseThrow())
                        .update())));
    }

    @Test
    void what_she_agrees_to_in_his_name_is_kept_as_hers_and_he_takes_it_back() {
        Claimant member = people.covered(CASH);
        Caller himself = member.self();
        doAs(himself, () -> wishes.withdraw(himself, member.member(), Purpose.MEDICAL));
        Caller she = daughter(member).caller();
        Claim claim = begin(she, member);
        bring(she, claim);
        Claimants.assertRefused(() -> file(she, claim), ClaimRefused.Reason.CONSENT_MISSING);

        doAs(she, () -> wishes.consent(she, member.member(), Purpose.MEDICAL, "1", "他同意"));
        file(she, claim);

        assertThat(consents(member)).first().matches(Consent::isByProxy);
        doAs(himself, () -> wishes.withdraw(himself, member.member(), Purpose.MEDICAL));
        assertThat(consents(member)).first().matches(each -> each.withdrawnAt().isPresent());
    }

    private List<Consent> consents(Claimant member) {
        return as(member.self(), () -> register.detail(member.self(), member.member()))
                .consents();
    }

    @Test
    void what_he_agreed_to_himself_stays_his() {
        Claimant member = people.covered(CASH);
        Caller she = daughter(member).caller();

        doAs(she, () -> wishes.consent(she, member.member(), Purpose.MEDICAL, "1", "他同意"));

        assertThat(consents(member)).noneMatch(Consent::isByProxy);
    }

    @Test
    void what_he_ends_is_over_with_her_next_request_and_her_draft_stays_with_him() {
        Claimant member = people.covered(CASH);
        Daughter daughter = daughter(member);
        Claim claim = begin(daughter.caller(), member);

        doAs(member.self(), () -> proxies.revoke(member.self(), daughter.grant()));

        assertThat(caller(daughter.session())).isEmpty();
        assertThat(acting.offers(daughter.session())).isEmpty();
        assertRefused(() -> acting.actFor(daughter.session(), daughter.grant()), Reason.ABSENT);
        assertRefused(() -> doAs(member.self(), () -> proxies.revoke(member.self(), daughter.grant())), Reason.ABSENT);
        bring(member.self(), claim);
        people.file(member, claim);
        assertThat(people.own(member, claim).claim().state()).isInstanceOf(ClaimState.InReview.class);
    }

    @Test
    void it_is_over_when_its_day_has_come() {
        Claimant member = people.covered(CASH);
        Phone phone = phone();
        UUID grant = let(member, phone, people.today().plusDays(1));
        Session session = enter(phone);
        acting.actFor(session, grant);
        Session opened = sessions.of(session.holder()).getFirst();
        assertThat(sessions.caller(opened)).isPresent();

        people.later(Duration.ofDays(1));

        assertThat(sessions.caller(opened)).isEmpty();
        Session anew = enter(phone);
        assertThat(acting.offers(anew)).isEmpty();
        assertRefused(() -> acting.actFor(anew, grant), Reason.ABSENT);
        UUID again = let(member, phone);
        acting.actFor(anew, again);
        assertThat(caller(anew)).isPresent();
    }

    @Test
    void only_the_phone_that_he_named_accepts_and_to_accept_twice_is_to_accept_once() {
        Claimant member = people.covered(CASH);
        Phone phone = phone();
        UUID grant = let(member, phone);
        Session stranger = enter(phone());
        assertThat(acting.offers(stranger)).isEmpty();
        assertRefused(() -> acting.actFor(stranger, grant), Reason.ABSENT);
        assertRefused(() -> acting.end(stranger, grant), Reason.ABSENT);
        assertThat(caller(stranger)).isEmpty();

        Session session = enter(phone);
        assertThat(acting.offers(session)).singleElement().matches(offer -> !offer.isAccepted());
        acting.actFor(session, grant);
        acting.actFor(session, grant);

        assertThat(acting.offers(session)).singleElement().matches(Offer::isAccepted);
        assertThat(told(member)).filteredOn(text -> text.contains("可以替您办理")).hasSize(1);
    }

    @Test
    void his_own_phone_a_phone_twice_and_a_day_that_cannot_be_are_refused() {
        Claimant member = people.covered(CASH);
        Phone own = phone();
        Caller agent = people.agent(member);
        doAs(agent, () -> register.changePhone(agent, member.member(), Optional.of(own)));
        LocalDate today = people.today();
        Phone phone = phone();

        assertRefused(() -> let(member, own), Reason.OWN_PHONE);
        assertRefused(() -> let(member, phone, today), Reason.UNTIL_NOT_POSSIBLE);
        assertRefused(() -> let(member, phone, today.plusYears(3).plusDays(1)), Reason.UNTIL_NOT_POSSIBLE);
        UUID _ = let(member, phone, today.plusYears(3));
        assertRefused(() -> let(member, phone), Reason.GRANTED_ALREADY);
    }

    @Test
    void three_act_for_a_member_at_a_time_however_many_he_names_at_once() {
        Claimant member = people.covered(CASH);
        List<Phone> phones = Stream.generate(ProxyTest::phone).limit(12).toList();
        List<Phone> left = new CopyOnWriteArrayList<>(phones);

        List<Boolean> done = Together.all(12, () -> {
            try {
                UUID _ = let(member, left.removeFirst());
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
        UUID _ = let(member, phone());
    }

    @Test
    void a_phone_acts_for_five_members_at_a_time() {
        Phone phone = phone();
        for (int i = 0; i < Proxies.OF_PHONE_MAX; i++) {
            UUID _ = let(people.covered(CASH), phone);
        }
        Claimant sixth = people.covered(CASH);

        assertRefused(() -> let(sixth, phone), Reason.TOO_MANY_OF_PHONE);

        assertThat(acting.offers(enter(phone))).hasSize(Proxies.OF_PHONE_MAX);
    }

    @Test
    void who_of_the_staff_acts_or_acted_for_a_member_lets_another_decide() {
        Claimant member = people.covered(CASH);
        Daughter daughter = daughter(member);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        Caller agent = agent(member, "另外的名字", daughter.phone());

        Claimants.assertRefused(() -> people.pass(agent, claim), ClaimRefused.Reason.OWN_CLAIM);
        acting.end(daughter.session(), daughter.grant());
        Claimants.assertRefused(() -> people.pass(agent, claim), ClaimRefused.Reason.OWN_CLAIM);

        people.pass(people.agent(member), claim);
    }

    private Caller agent(Claimant member, String name, Phone phone) {
        String home = member.agency().path();
        String login = "u" + UUID.randomUUID().toString().substring(0, 12);
        Supplier<UUID> invited = () ->
                operator.invite(new Person(login, name, phone.digits()), home).account();
        UUID account = Scope.ofSystem().call(invited::get);
        return new Caller(account, Role.AGENCY_HANDLER, Optional.of(home), Optional.empty());
    }

    @Test
    void she_gives_it_back_herself_and_he_is_told() {
        Claimant member = people.covered(CASH);
        Daughter daughter = daughter(member);

        acting.end(daughter.session(), daughter.grant());

        assertThat(caller(daughter.session())).isEmpty();
        assertThat(told(member)).anyMatch(text -> text.startsWith("家人李**不再替您办理申请"));
        assertThat(as(member.self(), () -> proxies.of(member.self())))
                .singleElement()
                .matches(grant -> !grant.holds(people.today()));
    }

    @Test
    void who_is_a_member_herself_asks_for_herself_until_she_says_for_whom_else_and_is_nobody_when_that_is_over() {
        Claimant member = people.covered(CASH);
        Claimant herself = people.covered(CASH);
        Phone phone = phone();
        Caller agent = people.agent(herself);
        doAs(agent, () -> register.changePhone(agent, herself.member(), Optional.of(phone)));
        UUID grant = let(member, phone);

        Session session = enter(phone);
        assertThat(caller(session)).hasValue(herself.self());
        acting.actFor(session, grant);
        assertThat(caller(session).flatMap(Caller::member)).hasValue(member.member());
        assertThat(acting.whom(caller(session).orElseThrow())).endsWith("*");
        doAs(member.self(), () -> proxies.revoke(member.self(), grant));
        assertThat(caller(session)).as("not by mistake for herself").isEmpty();
        acting.actForSelf(session);

        assertThat(caller(session)).hasValue(herself.self());
    }
}
