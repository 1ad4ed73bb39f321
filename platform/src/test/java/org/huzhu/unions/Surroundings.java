package org.huzhu.unions;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huzhu.KeptTrail;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Refused;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Server;
import org.huzhu.testdatabase.TestDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/** What the room stands on and whom it tells, as plain as can be; a database of its own for each test class. */
@TestConfiguration
class Surroundings {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Bean(destroyMethod = "")
    Server server() {
        return TestDatabase.fresh(List.of("house", "unions"));
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

    @Bean
    Heard heard() {
        return new Heard();
    }

    /** Reviewers and those above may do all within their reach, everyone else nothing. */
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
                return caller.role().name().endsWith("REVIEWER")
                        && caller.scope().reaches(path);
            }
        };
    }

    /** Turns the text around, beside its field and row, so that what is sealed can be told from what is not. */
    @Bean
    Secrets secrets() {
        return new Secrets() {
            @Override
            public byte[] sealBytes(Field field, UUID row, byte[] clear) {
                String text = new String(clear, StandardCharsets.UTF_8);
                return (field + "/" + row + "/" + new StringBuilder(text).reverse()).getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public byte[] openBytes(Field field, UUID row, byte[] sealed) {
                String text = new String(sealed, StandardCharsets.UTF_8);
                String head = field + "/" + row + "/";
                if (!text.startsWith(head)) {
                    throw new IllegalStateException("sealed for another place: " + text);
                }
                return new StringBuilder(text.substring(head.length()))
                        .reverse()
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public byte[] index(Field field, String normal) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** Another room that keeps paths. */
    static final class Heard {

        final List<OrganisationMoved> moves = new ArrayList<>();
        final List<OrganisationClosed> closed = new ArrayList<>();

        @EventListener
        void on(OrganisationMoved moved) {
            moves.add(moved);
        }

        @EventListener
        void on(OrganisationClosed ended) {
            closed.add(ended);
        }
    }
}
