package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.huzhu.crypto.TimeCodes;
import org.huzhu.staff.StaffDesk.Invited;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;

/** Proofs that work once, shown by two at the same time. How many rounds: {@code -Dhuzhu.staff.rounds}. */
class CodeRacesTest extends StaffTest {

    private static final int ROUNDS = Integer.getInteger("huzhu.staff.rounds", 200);

    /** A password is hashed by each of both in each of these. */
    private static final int SLOW_ROUNDS = ROUNDS / 10;

    private static void assertOnce(Callable<?> shown, String round) {
        List<String> came = Together.all(
                2,
                () -> outcome(() -> {
                    shown.call();
                    return true;
                }));
        assertThat(Collections.frequency(came, "DONE")).as(round + came).isEqualTo(1);
    }

    @Test
    void a_code_of_the_authenticator_proves_it_once() {
        UUID account = account("cr.east");
        Session session = signedIn(account).session();
        String secret = secondFactor(account);
        for (int round = 0; round < ROUNDS; round++) {
            clock.advance(Duration.ofSeconds(30));
            String code = TimeCodes.code(secret, clock.instant());
            assertOnce(
                    () -> {
                        door.showCode(session, code);
                        return true;
                    },
                    "round " + round);
        }
    }

    @Test
    void an_invitation_sets_one_password() {
        for (int round = 0; round < SLOW_ROUNDS; round++) {
            Invited invited = invited("cr.east");
            clock.advance(Duration.ofMinutes(1));
            assertOnce(
                    () -> {
                        door.accept(invited.token(), PASSWORD, ADDRESS);
                        return true;
                    },
                    "round " + round);
        }
    }
}
