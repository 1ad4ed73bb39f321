package org.huzhu.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionOperations;

/** Short words for the tests of this room. */
@TestComponent
class Post {

    static final String MILL = "bj.dc.mill";

    private final Outbox outbox;
    private final Courier courier;
    private final TransactionOperations transactions;
    private final SetClock clock;

    Post(Outbox outbox, Courier courier, TransactionOperations transactions, Clock clock) {
        this.outbox = outbox;
        this.courier = courier;
        this.transactions = transactions;
        this.clock = (SetClock) clock;
    }

    static Notice filed(String event, UUID member) {
        return new Notice(
                event,
                member,
                MILL,
                Template.CLAIM_FILED,
                Map.of("number", "2026-7", "until", "2026-03-16"),
                Optional.of("/m/claims/7f"));
    }

    static Caller member(UUID id) {
        return new Caller(id, Role.MEMBER, Optional.empty(), Optional.of(id));
    }

    static Caller handler(String path) {
        return new Caller(UUID.randomUUID(), Role.UNIT_HANDLER, Optional.of(path), Optional.empty());
    }

    /** Tells, and commits. */
    void tell(String event, UUID member) {
        Scope.ofSystem().run(() -> transactions.executeWithoutResult(_ -> outbox.tell(filed(event, member))));
    }

    /** Sends the courier, a second after the last time. */
    int go() {
        clock.advance(Duration.ofSeconds(1));
        return courier.go();
    }

    /** Sends him for so long, each time after the pause. */
    void goFor(Duration time, Duration pause) {
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(pause)) {
            clock.advance(pause);
            courier.go();
        }
    }
}
