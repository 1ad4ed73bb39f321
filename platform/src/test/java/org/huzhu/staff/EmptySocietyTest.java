package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.staff.StaffRefused.Reason.NOT_EMPTY;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huzhu.access.Role;
import org.huzhu.staff.StaffDesk.Invited;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** Of its own context: here nobody has an account before. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class EmptySocietyTest extends StaffTest {

    @Test
    void a_token_makes_three_administrators_once_however_many_try_at_once() {
        String old = operator.setupToken().orElseThrow();
        String token = operator.setupToken().orElseThrow();
        assertRefused(() -> desk.begin(old, StaffDeskTest.three()), NOT_EMPTY);
        List<Invited> invited = new CopyOnWriteArrayList<>();

        List<String> outcomes =
                Together.all(50, () -> outcome(() -> invited.addAll(desk.begin(token, StaffDeskTest.three()))));

        assertThat(Collections.frequency(outcomes, "DONE")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "NOT_EMPTY")).isEqualTo(49);
        assertThat(operator.setupToken()).isEmpty();
        door.accept(invited.getFirst().token(), PASSWORD, ADDRESS);
        secondFactor(invited.getFirst().account());
        Session session = sessions.of(invited.getFirst().account()).getFirst();
        assertThat(sessions.caller(session)).hasValueSatisfying(caller -> {
            assertThat(caller.role()).isEqualTo(Role.SYSTEM_ADMINISTRATOR);
            assertThat(caller.path()).isEqualTo(Optional.of(""));
        });
    }
}
