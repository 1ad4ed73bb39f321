package org.huzhu.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.huzhu.KeptTrail;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.database.Server;
import org.huzhu.testdatabase.TestDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What the room stands on, as plain as can be; a database of its own for each test class. */
@TestConfiguration
class Surroundings {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Bean(destroyMethod = "")
    Server server() {
        return TestDatabase.fresh(List.of("house", "ledger"));
    }

    @Bean
    @Primary
    Clock fixedClock() {
        return Clock.fixed(TODAY.atTime(9, 0).atZone(CHINA).toInstant(), CHINA);
    }

    @Bean
    KeptTrail trail() {
        return new KeptTrail();
    }

    /** Whoever checks money may do all within his reach, everyone else may look. */
    @Bean
    Access access() {
        return new Access() {
            @Override
            public void require(Caller caller, Operation operation, String path) {
                if (!allows(caller, operation, path)) {
                    throw new Refused(caller, operation);
                }
            }

            @Override
            public boolean allows(Caller caller, Operation operation, String path) {
                return (caller.role() == Role.FINANCE_CHECKER || operation == Operation.LEDGER_VIEW)
                        && caller.scope().reaches(path);
            }
        };
    }
}
