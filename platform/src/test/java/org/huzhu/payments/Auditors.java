package org.huzhu.payments;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.payments.Till.Office;

/** What the database itself says of the books. */
class Auditors {

    private final Server server;

    Auditors(Server server) {
        this.server = server;
    }

    /** What the account of the fund comes to, in yuan. */
    long balance(Office office, String account) {
        return number("""
                select (coalesce(sum(e.fen), 0) / 100)::bigint
                from ledger.entry e join ledger.account a on a.id = e.account
                where e.fund = '%s' and a.code = '%s'
                """.formatted(office.fund().id(), account));
    }

    /** What the accounts that a payment goes through come to: payable, in transit, bank, expense. */
    List<Long> balances(Office office) {
        return List.of(
                balance(office, "2204"), balance(office, "1009"), balance(office, "1002"), balance(office, "5101"));
    }

    /** What the database says of the books: nothing, where they agree. */
    List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        Agreement.ALL.forEach((name, query) -> query(query).forEach(row -> flaws.add(name + ": " + row)));
        return flaws;
    }

    long number(String query) {
        return Long.parseLong(query(query).getFirst());
    }

    List<String> query(String query) {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(query)) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }
}
