package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditRecord;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is taken away from somebody while he is at it. How many rounds is said by {@code -Dhuzhu.staff.rounds}. */
class StandingTest extends StaffTest {

    private static final int ROUNDS = Integer.getInteger("huzhu.staff.rounds", 200);
    private static final int STEPS = 5;
    private static final String KIND = "probe";
    private static final String DONE = "probe.done";

    @Autowired
    private Access access;

    @Autowired
    private AuditTrail trail;

    /** Something that asks for the right first and is then written down, as all desks do. */
    private boolean does(Caller caller, UUID what) {
        try {
            return work.by(caller, () -> {
                access.require(caller, Operation.CLAIM_REVIEW, caller.path().orElseThrow());
                for (int i = 0; i < STEPS; i++) {
                    trail.record(Deed.done(DONE, KIND, what.toString()));
                }
                return true;
            });
        } catch (Refused _) {
            return false;
        }
    }

    /** The place in the trail of what was written last about it. */
    private OptionalLong written(Caller above, UUID what) {
        return above.scope().call(() -> audit.find(Question.all().ofObject(what.toString()))).stream()
                .mapToLong(AuditRecord::seq)
                .max();
    }

    @Test
    void what_is_done_is_done_before_the_post_ends_or_not_at_all() {
        Caller above = holder(Role.AGENCY_HANDLER, "st.east");
        UUID account = account("st.east.unit");
        Caller caller = new Caller(account, Role.POINT_HANDLER, Optional.of("st.east.unit"), Optional.empty());
        Grant grant = new Grant(account, Role.POINT_HANDLER, Optional.empty(), "st.east.unit", Optional.empty());
        for (int round = 0; round < ROUNDS; round++) {
            system(() -> operator.grant(grant));
            UUID post = postOf(caller);
            UUID what = new UUID(round, 7);
            AtomicInteger turn = new AtomicInteger();

            List<Boolean> came = Together.all(2, () -> {
                if (turn.getAndIncrement() == 0) {
                    return does(caller, what);
                }
                desk.revoke(above, post);
                return false;
            });

            if (came.contains(true)) {
                assertThat(written(above, what).orElseThrow())
                        .as("round %d", round)
                        .isLessThan(written(above, post).orElseThrow());
            } else {
                assertThat(written(above, what)).as("round %d", round).isEmpty();
            }
            assertThat(does(caller, what)).isFalse();
        }
    }

    @Test
    void an_account_that_was_disabled_does_nothing_more_by_what_it_had_begun() {
        Caller above = holder(Role.AGENCY_HANDLER, "st.west");
        Caller caller = holder(Role.POINT_HANDLER, "st.west.unit");
        assertThat(does(caller, new UUID(1, 8))).isTrue();

        desk.disable(above, caller.account());

        assertThat(does(caller, new UUID(2, 8))).isFalse();
        assertThatThrownBy(() -> work.by(caller, () -> {
                    access.require(caller, Operation.CLAIM_REVIEW, "st.west.unit");
                    return true;
                }))
                .isInstanceOf(Refused.class);
    }
}
