package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.enrolment.Town.doAs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.RoomTest;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditRecord;
import org.huzhu.audit.AuditSearch;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.Daughters.Daughter;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.Phone;
import org.huzhu.members.proxies.Acting;
import org.huzhu.members.proxies.Proxies;
import org.huzhu.staff.Session;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** What a member ends while she who acts for him is at it. Rounds as in {@code StandingTest}. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class, Daughters.class})
class ProxyStandingTest {

    private static final int ROUNDS = Integer.getInteger("huzhu.staff.rounds", 200);
    private static final int STEPS = 5;

    @Autowired
    private Claimants people;

    @Autowired
    private Daughters daughters;

    @Autowired
    private Proxies proxies;

    @Autowired
    private Acting acting;

    @Autowired
    private Access access;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditSearch search;

    @Autowired
    private TransactionOperations transactions;

    /** Something that asks for the right first and is then written down, as all desks do. */
    private boolean does(Caller caller, UUID what) {
        try {
            return caller.scope()
                    .call(() -> Objects.requireNonNull(transactions.execute(_ -> {
                        access.require(caller, Operation.OWN_CLAIM, "");
                        for (int i = 0; i < STEPS; i++) {
                            trail.record(Deed.done("probe.done", "probe", what.toString()));
                        }
                        return true;
                    })));
        } catch (Refused _) {
            return false;
        }
    }

    /** The place in the trail of what was written last about it. */
    private OptionalLong written(Question question, String reason) {
        return Scope.ofSystem().call(() -> search.find(question)).stream()
                .filter(each -> each.deed().reason().orElse("").equals(reason))
                .mapToLong(AuditRecord::seq)
                .max();
    }

    @Test
    void what_she_does_is_done_before_the_grant_ends_or_not_at_all() {
        Claimant member = people.covered(CASH);
        Phone phone = Daughters.phone();
        Session session = daughters.enter(phone);
        for (int round = 0; round < ROUNDS; round++) {
            UUID grant = daughters.let(member, phone);
            acting.actFor(session, grant);
            Caller caller = new Caller(grant, Role.MEMBER_PROXY, Optional.empty(), Optional.of(member.member()));
            UUID what = new UUID(round, 9);
            AtomicInteger turn = new AtomicInteger();

            List<Boolean> came = Together.all(2, () -> {
                if (turn.getAndIncrement() == 0) {
                    return does(caller, what);
                }
                doAs(member.self(), () -> proxies.revoke(member.self(), grant));
                return false;
            });

            OptionalLong done = written(Question.all().ofObject(what.toString()), "");
            if (came.contains(true)) {
                Question his = Question.all().ofActor(member.member().toString());
                assertThat(done.orElseThrow())
                        .as("round %d", round)
                        .isLessThan(written(his, grant.toString()).orElseThrow());
            } else {
                assertThat(done).as("round %d", round).isEmpty();
            }
            assertThat(does(caller, what)).isFalse();
        }
    }

    @Test
    void by_a_grant_that_was_given_back_she_does_nothing_more() {
        Daughter daughter = daughters.of(people.covered(CASH));
        assertThat(does(daughter.caller(), new UUID(1, 10))).isTrue();

        acting.end(daughter.session(), daughter.grant());

        assertThat(does(daughter.caller(), new UUID(2, 10))).isFalse();
    }
}
