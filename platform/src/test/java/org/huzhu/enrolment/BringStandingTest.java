package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;
import static org.huzhu.enrolment.Town.roster;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditRecord;
import org.huzhu.audit.AuditSearch;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.staff.Operator;
import org.huzhu.staff.StaffDesk;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Person;
import org.huzhu.testkit.Together;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a handler of a unit brings while his post is taken away. */
@RoomTest
@Import({Town.class, Outcome.class})
class BringStandingTest {

    private static final int ROUNDS = 60;

    @Autowired
    private Town town;

    @Autowired
    private EnrolmentDesk desk;

    @Autowired
    private StaffDesk staff;

    @Autowired
    private Operator operator;

    @Autowired
    private AuditSearch search;

    private List<AuditRecord> written(Question question) {
        return Scope.ofSystem().call(() -> search.find(question));
    }

    @Test
    void a_roster_is_brought_before_the_post_ends_or_not_at_all() {
        Organisation agency = town.agency();
        Organisation unit = town.unit(agency);
        Caller above = account(Role.AGENCY_HANDLER, agency);
        Caller caller = account(Role.UNIT_HANDLER, unit);
        UUID _ = post(above);
        int brought = 0;
        for (int round = 0; round < ROUNDS; round++) {
            UUID post = post(caller);
            AtomicInteger turn = new AtomicInteger();

            List<Optional<UUID>> came = Together.all(2, () -> {
                if (turn.getAndIncrement() == 0) {
                    return brings(caller, unit);
                }
                doAs(above, () -> staff.revoke(above, post));
                return Optional.empty();
            });

            Optional<UUID> batch = came.stream().flatMap(Optional::stream).findFirst();
            if (batch.isPresent()) {
                brought++;
                town.await(batch.orElseThrow());
                assertThat(last(batch.orElseThrow(), "enrolment.bring"))
                        .as("round %d", round)
                        .isLessThan(last(post, Operation.STAFF_REVOKE.title()));
            }
            assertThat(brings(caller, unit)).isEmpty();
        }
        assertThat(written(Question.all().ofActor(caller.account().toString())))
                .filteredOn(each -> each.deed().action().equals("enrolment.bring"))
                .hasSize(brought);
    }

    /** Somebody with an account, and with no post yet. */
    private Caller account(Role role, Organisation at) {
        Person person = new Person("brings-" + role.name().toLowerCase(Locale.ROOT), "刘东", "13800138000");
        UUID account =
                Scope.ofSystem().call(() -> operator.invite(person, at.path())).account();
        return new Caller(account, role, Optional.of(at.path()), Optional.empty()).fresh();
    }

    private UUID post(Caller holder) {
        String path = holder.path().orElseThrow();
        Grant grant = new Grant(holder.account(), holder.role(), Optional.empty(), path, Optional.empty());
        return Scope.ofSystem().call(() -> operator.grant(grant));
    }

    private long last(UUID object, String action) {
        return written(Question.all().ofObject(object.toString())).stream()
                .filter(each -> each.deed().action().equals(action))
                .mapToLong(AuditRecord::seq)
                .max()
                .orElseThrow();
    }

    private Optional<UUID> brings(Caller caller, Organisation unit) {
        var file = new ByteArrayInputStream(roster(Town.people(1)));
        Order order = Town.order(unit, Channel.DIRECT, "住院津贴");
        try {
            return Optional.of(as(caller, () -> desk.bring(caller, order, "名册.csv", file)));
        } catch (Refused _) {
            return Optional.empty();
        }
    }
}
