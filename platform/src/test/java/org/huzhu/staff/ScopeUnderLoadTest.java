package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Person;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Canaries of each organisation in accounts and records, and many threads on few connections that look for all. */
class ScopeUnderLoadTest extends StaffTest {

    private static final int THREADS = 64;
    private static final int ROUNDS = 40;
    private static final int PLACES = 8;

    @Autowired
    private AuditTrail trail;

    @Test
    void nobody_ever_sees_a_canary_of_another_organisation() throws Exception {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            callers.add(settled("load.place" + i));
        }
        AtomicInteger turn = new AtomicInteger();

        List<Integer> seen = Together.all(THREADS, () -> {
            int rows = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Caller caller = callers.get(turn.getAndIncrement() % PLACES);
                String canary = "canary-" + caller.path().orElseThrow();
                List<String> found = look(caller);
                assertThat(found).hasSize(4).allMatch(canary::equals);
                rows += found.size();
            }
            return rows;
        });

        assertThat(seen).containsOnly(4 * ROUNDS);
    }

    /** An account, an auditor and a record there, each with the canary. */
    private Caller settled(String path) {
        var invited = system(() -> operator.invite(new Person(path, "canary-" + path, "13800138000"), path));
        system(() ->
                operator.grant(new Grant(invited.account(), Role.AUDITOR, Optional.empty(), path, Optional.empty())));
        Caller caller = new Caller(invited.account(), Role.AUDITOR, Optional.of(path), Optional.empty());
        work.by(caller, () -> {
            trail.record(Deed.done("member.view", "member", "canary-" + path));
            return true;
        });
        return caller;
    }

    /** What the rooms show him, and what the database shows to queries that forget to limit themselves. */
    private List<String> look(Caller caller) throws Exception {
        List<String> records = caller
                .scope()
                .call(() -> audit.find(Question.all().ofAction("member.view")))
                .stream()
                .map(record -> record.deed().object())
                .toList();
        List<String> accounts = desk.accounts(caller, "", Optional.empty()).stream()
                .map(Account::name)
                .toList();
        List<String> all = work.by(
                caller,
                () -> database.sql("""
                        select name from staff.account where name like 'canary-%'
                        union all
                        select object from audit.record where object like 'canary-%'
                        """).query((row, _) -> row.getString(1)).list());
        return Stream.of(records, accounts, all).flatMap(List::stream).toList();
    }
}
