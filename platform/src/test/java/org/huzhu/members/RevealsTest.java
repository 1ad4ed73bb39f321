package org.huzhu.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.members.MembersRoom.MILL;
import static org.huzhu.members.MembersRoom.as;
import static org.huzhu.members.MembersRoom.caller;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.audit.Deed;
import org.huzhu.audit.Deed.Outcome;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberRefused.Reason;
import org.huzhu.members.MembersRoom.Gate;
import org.huzhu.members.MembersRoom.Trail;
import org.huzhu.members.Reveals.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = {Society.class, MembersRoom.class})
class RevealsTest {

    private final MemberRegister register;
    private final Reveals reveals;
    private final Trail trail;
    private final Gate gate;

    @Autowired
    RevealsTest(MemberRegister register, Reveals reveals, Trail trail, Gate gate) {
        this.register = register;
        this.reveals = reveals;
        this.trail = trail;
        this.gate = gate;
    }

    @AfterEach
    void open_the_gate() {
        gate.openAll();
    }

    private UUID admit(Caller caller) {
        Admission admission = People.with(People.named("孙尚香"), new Phone("13711112222"), "吴县");
        return as(caller, () -> register.admit(caller, MILL.id(), admission));
    }

    private String reveal(Caller caller, UUID member, Part part, String reason) {
        return as(caller, () -> reveals.reveal(caller, member, part, member, reason));
    }

    private static Caller handler() {
        return caller(Role.AGENCY_HANDLER, "bj.dc");
    }

    @Test
    void fifty_fields_a_day_are_shown_and_ten_more_refused_all_recorded() throws Exception {
        Caller caller = handler();
        UUID member = admit(caller);
        Callable<Boolean> once = () -> {
            try {
                return reveal(caller, member, Part.PHONE, "回访").equals("13711112222");
            } catch (MemberRefused refused) {
                assertThat(refused.reason()).isEqualTo(Reason.SHOWN_TOO_OFTEN);
                return false;
            }
        };

        List<Boolean> shown;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            shown = threads.invokeAll(IntStream.range(0, 60).mapToObj(_ -> once).toList()).stream()
                    .map(RevealsTest::result)
                    .toList();
        }

        assertThat(shown).filteredOn(each -> each).hasSize(50);
        assertThat(trail.of(member))
                .filteredOn(deed -> deed.action().equals("member.reveal") && deed.outcome() == Outcome.DONE)
                .hasSize(50)
                .allSatisfy(deed -> assertThat(deed.reason()).contains("PHONE: 回访"));
        assertThat(trail.of(member))
                .filteredOn(deed -> deed.outcome() == Outcome.REFUSED)
                .hasSize(10)
                .allSatisfy(deed -> assertThat(deed.reason()).contains("SHOWN_TOO_OFTEN"));
        assertThat(reveal(handler(), member, Part.PHONE, "另一个账号")).isEqualTo("13711112222");
    }

    private static boolean result(Future<Boolean> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void without_a_reason_nothing_is_shown_and_the_attempt_is_recorded() {
        Caller caller = handler();
        UUID member = admit(caller);

        assertThatThrownBy(() -> reveal(caller, member, Part.PAPER, " "))
                .isInstanceOfSatisfying(
                        MemberRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.REASON_MISSING));
        assertThat(trail.of(member)).extracting(Deed::outcome).contains(Outcome.REFUSED);
    }

    @Test
    void a_row_of_somebody_else_is_not_shown() {
        Caller caller = handler();
        UUID member = admit(caller);
        UUID other = as(caller, () -> register.admit(caller, MILL.id(), People.named("大乔")));

        assertThatThrownBy(() -> as(caller, () -> reveals.reveal(caller, member, Part.PAPER, other, "核对")))
                .isInstanceOfSatisfying(
                        MemberRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.FIELD_EMPTY));
        assertThatThrownBy(() -> reveal(caller(Role.AGENCY_HANDLER, "tj"), member, Part.PAPER, "核对"))
                .isInstanceOfSatisfying(
                        MemberRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND));
    }

    @Test
    void a_field_that_is_empty_says_so() {
        Caller caller = handler();
        UUID member = as(caller, () -> register.admit(caller, MILL.id(), People.named("小乔")));

        assertThatThrownBy(() -> reveal(caller, member, Part.ADDRESS, "寄信"))
                .isInstanceOfSatisfying(
                        MemberRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.FIELD_EMPTY));
    }

    @Test
    void whom_the_table_of_access_refuses_sees_nothing() {
        Caller caller = handler();
        UUID member = admit(caller);
        gate.close(Operation.MEMBER_REVEAL);

        assertThatThrownBy(() -> reveal(caller, member, Part.PAPER, "核对")).isInstanceOf(Refused.class);
    }
}
