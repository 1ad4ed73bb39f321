package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.claims.Claimants.assertRefused;
import static org.huzhu.claims.Daughters.DAUGHTER;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditRecord;
import org.huzhu.audit.AuditSearch;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.Daughters.Daughter;
import org.huzhu.claims.money.OwnMoney;
import org.huzhu.claims.money.OwnPhone;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Covers;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberDetail.Consent;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Wishes;
import org.huzhu.members.proxies.Acting;
import org.huzhu.members.proxies.Proxies;
import org.huzhu.notices.NoticeDesk;
import org.huzhu.staff.Operator;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Somebody of the family acts for a member: in claims alone, and in her own name. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class, Daughters.class})
class ProxyClaimsTest {

    @Autowired
    private Claimants people;

    @Autowired
    private Daughters daughters;

    @Autowired
    private Proxies proxies;

    @Autowired
    private Acting acting;

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

    @Test
    void she_files_follows_and_takes_back_in_her_own_name_and_he_is_told() {
        Claimant member = people.covered(CASH);
        Caller daughter = daughters.of(member).caller();
        assertThat(daughter.role()).isEqualTo(Role.MEMBER_PROXY);
        assertThat(daughter.member()).hasValue(member.member());

        Claim claim = daughters.begin(daughter, member);
        daughters.bring(daughter, claim);
        daughters.file(daughter, claim);

        CaseFile file = people.own(member, claim);
        assertThat(file.claim().state()).isInstanceOf(ClaimState.InReview.class);
        assertThat(file.steps().getLast().actor()).isEqualTo(daughter.account().toString());
        assertThat(daughters.told(member))
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
        Daughter daughter = daughters.of(member);
        Caller she = daughter.caller();
        UUID him = member.member();
        Claim claim = daughters.begin(she, member);

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
                                she, DAUGHTER, Daughters.phone(), people.today().plusDays(9)),
                        () -> proxies.revoke(she, daughter.grant()))
                .forEach(work -> assertThatThrownBy(() -> doAs(she, work)).isInstanceOf(Refused.class));
    }

    @Test
    void behind_the_table_of_rights_the_database_refuses_her_his_cards_and_his_grants() {
        Claimant member = people.covered(CASH);
        Caller she = daughters.of(member).caller();

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
        assertThatThrownBy(() -> update(
                        she, "update members.proxy set ended_at = now(), ended_by = 'PROXY' where member = :member"))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
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
        Caller she = daughters.of(member).caller();
        Claim claim = daughters.begin(she, member);
        daughters.bring(she, claim);
        assertRefused(() -> daughters.file(she, claim), ClaimRefused.Reason.CONSENT_MISSING);

        doAs(she, () -> wishes.consent(she, member.member(), Purpose.MEDICAL, "1", "他同意"));
        daughters.file(she, claim);

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
        Caller she = daughters.of(member).caller();

        doAs(she, () -> wishes.consent(she, member.member(), Purpose.MEDICAL, "1", "他同意"));

        assertThat(consents(member)).noneMatch(Consent::isByProxy);
    }

    @Test
    void who_of_the_staff_acts_or_acted_for_a_member_lets_another_decide() {
        Claimant member = people.covered(CASH);
        Daughter daughter = daughters.of(member);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        Caller agent = agent(member, "另外的名字", daughter.phone());

        assertRefused(() -> people.pass(agent, claim), ClaimRefused.Reason.OWN_CLAIM);
        acting.end(daughter.session(), daughter.grant());
        assertRefused(() -> people.pass(agent, claim), ClaimRefused.Reason.OWN_CLAIM);

        people.pass(people.agent(member), claim);
    }

    private Caller agent(Claimant member, String name, Phone phone) {
        String home = member.agency().path();
        String login = "u" + UUID.randomUUID().toString().substring(0, 12);
        Supplier<UUID> invited = () ->
                operator.invite(new Person(login, name, phone.digits()), home).account();
        UUID account = Scope.ofSystem().call(invited::get);
        Grant post = new Grant(account, Role.AGENCY_HANDLER, Optional.empty(), home, Optional.empty());
        UUID _ = Scope.ofSystem().call(() -> operator.grant(post));
        return new Caller(account, Role.AGENCY_HANDLER, Optional.of(home), Optional.empty());
    }
}
