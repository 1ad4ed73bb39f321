package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.enrolment.Town.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.database.Scope;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Members are told when their cover comes into force. */
@RoomTest
@Import({Town.class, Outcome.class})
class ToldTest {

    @Autowired
    private Town town;

    @Autowired
    private Outcome outcome;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transactions;

    private List<String> told(UUID batch) {
        return Scope.ofSystem()
                .call(() -> transactions.execute(_ -> database.sql("""
                        select template || ' ' || array_to_string(words, ' ') || ' ' || link from notices.notice
                        where event like 'enrolment/' || :batch || '/%'
                        """)
                        .param("batch", batch.toString())
                        .query(String.class)
                        .list()));
    }

    @Test
    void each_member_of_a_batch_is_told_once_when_it_is_paid_however_many_plans_it_has() {
        Organisation unit = town.unit();
        UUID batch = town.enrol(unit, people(30), "住院津贴", Town.SAME_FOR_ALL);
        UUID open = town.enrol(unit, people(1), "住院津贴");
        assertThat(told(batch)).isEmpty();

        outcome.pay(batch, LocalDate.of(2026, 3, 20));
        outcome.pay(batch, LocalDate.of(2026, 3, 20));

        assertThat(told(batch)).hasSize(30).containsOnly("ENROLLED 2 2026-04-01 /m/covers");
        assertThat(told(open)).isEmpty();
    }
}
