package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.access.Caller;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.judged.Facts;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.proxies.Acting;
import org.huzhu.members.proxies.Proxies;
import org.huzhu.members.proxies.ProxyRefused;
import org.huzhu.members.proxies.ProxyRefused.Reason;
import org.huzhu.notices.NoticeDesk;
import org.huzhu.notices.Told;
import org.huzhu.staff.MemberSignIn;
import org.huzhu.staff.Session;
import org.huzhu.staff.Sessions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Those whom members let act for them, in short words for the tests. */
@TestComponent
class Daughters {

    static final PersonName DAUGHTER = new PersonName("李晓梅");
    private static final AtomicInteger PHONES = new AtomicInteger();

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
    private NoticeDesk notices;

    static Phone phone() {
        return Phone.parse("136%08d".formatted(PHONES.incrementAndGet()));
    }

    UUID let(Claimant member, Phone phone, LocalDate until) {
        return as(member.self(), () -> proxies.grant(member.self(), DAUGHTER, phone, until));
    }

    UUID let(Claimant member, Phone phone) {
        return let(member, phone, people.today().plusYears(1));
    }

    Session enter(Phone phone) {
        people.later(MemberSignIn.CODE_PAUSE);
        String address = "198.51.100." + PHONES.get() % 250;
        signIn.ask(phone.digits(), address);
        return signIn.enter(phone.digits(), people.lastCode(), address).session();
    }

    Optional<Caller> caller(Session session) {
        return sessions.of(session.holder()).stream()
                .filter(each -> each.id().equals(session.id()))
                .findFirst()
                .flatMap(sessions::caller);
    }

    /** Who acts, and by what. */
    record Daughter(UUID grant, Phone phone, Session session, Caller caller) {}

    Daughter of(Claimant member) {
        Phone phone = phone();
        UUID grant = let(member, phone);
        Session session = enter(phone);
        acting.actFor(session, grant);
        return new Daughter(grant, phone, session, caller(session).orElseThrow());
    }

    Claim begin(Caller caller, Claimant member) {
        Facts facts = Facts.of(people.stay(20, 13, 0));
        Telling telling = new Telling(member.member(), ClaimKind.STAY, Optional.empty(), facts);
        return as(caller, () -> desk.begin(caller, UUID.randomUUID(), telling));
    }

    void bring(Caller caller, Claim claim) {
        for (PaperKind kind :
                as(caller, () -> desk.caseFile(caller, claim.id())).missing()) {
            var photo = new ByteArrayInputStream(Claimants.photo());
            UUID _ = as(caller, () -> desk.add(caller, claim.id(), kind, "照片.jpg", photo));
        }
    }

    void file(Caller caller, Claim claim) {
        int version = people.caseFile(caller, claim).claim().version();
        doAs(caller, () -> desk.file(caller, claim.id(), version));
    }

    List<String> told(Claimant member) {
        return as(member.self(), () -> notices.open(member.self())).stream()
                .map(Told::text)
                .toList();
    }

    static void assertRefused(ThrowingCallable work, Reason reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProxyRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
