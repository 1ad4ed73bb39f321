package org.huzhu.portal.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.huzhu.members.phones.Phones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Members of the demonstration whose cover for hospital expense has run for more than two months. */
final class CoveredMembers {

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Phones phones;

    CoveredMembers(JdbcClient database, TransactionOperations transactions, Phones phones) {
        this.database = database;
        this.transactions = transactions;
        this.phones = phones;
    }

    /** Of one of them what is asked for; each test takes another. */
    record Covered(UUID member, String phone) {}

    Covered at(int place) {
        return Scope.ofSystem()
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> phones.of(all()).entrySet().stream()
                        .map(each -> new Covered(each.getKey(), each.getValue().digits()))
                        .sorted(Comparator.comparing(Covered::phone))
                        .skip(place)
                        .findFirst()
                        .orElseThrow())));
    }

    private List<UUID> all() {
        return database.sql("""
                        select c.member from enrolment.cover c
                        where c.plan = '住院医疗' and c.from_on < current_date - 70 and c.until_on > current_date
                          and enrolment.standing(c.state, c.batch) = 'IN_FORCE'
                        order by c.member
                        """)
                .query((row, _) -> row.getObject("member", UUID.class))
                .list();
    }

    /** As if the bank had given back what is owed for the claim. */
    void giveBack(UUID claim) {
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(
                        _ -> database.sql("""
                                update payments.payment set state = 'RETURNED', bank_reason = 'AC04'
                                where payable in (select id from payments.payable where reference = :claim)
                                """).param("claim", claim).update()));
    }

    /** How often the member was told of what begins so. */
    int told(UUID member, String event) {
        return Scope.ofSystem()
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> database.sql("""
                                select count(*) from notices.notice
                                where member = :member and starts_with(event, :event)
                                """)
                        .param("member", member)
                        .param("event", event)
                        .query(Integer.class)
                        .single())));
    }

    UUID account(String login) {
        return Scope.ofSystem()
                .call(() -> Objects.requireNonNull(
                        transactions.execute(_ -> database.sql("select id from staff.account where login = :login")
                                .param("login", login)
                                .query(UUID.class)
                                .single())));
    }
}
