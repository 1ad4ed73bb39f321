package org.huzhu.claims.judged;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Judges all that was approved once more, from the facts that it was approved on, and tells where more was given than
 * comes out: where a cap of a term, a year or a life was passed, or what was given lost its ground. Members of whom
 * something is decided anew just now are left out until it is.
 */
@Component
public class JudgedAgain {

    private static final String MEMBERS = """
            select distinct c.member from claims.claim c
            where c.state = 'APPROVED' and c.path <@ any(:reach::ltree[])
              and not exists (select from claims.claim o
                              where o.member = c.member and o.round > 1 and o.state in ('FILED', 'RETURNED')
                                and o.path <@ any(:reach::ltree[]))
            """;

    private final JdbcClient database;
    private final Assessing assessing;
    private final Past past;
    private final TransactionOperations transactions;

    JudgedAgain(JdbcClient database, Assessing assessing, Past past, TransactionOperations transactions) {
        this.database = database;
        this.assessing = assessing;
        this.past = past;
        this.transactions = transactions;
    }

    /** The numbers of claims, with the plan, for which too much was given. */
    public List<String> overpaid() {
        return Scope.ofSystem()
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> members().stream()
                        .flatMap(member -> overpaid(member).stream())
                        .toList())));
    }

    private List<UUID> members() {
        return database.sql(MEMBERS)
                .param("reach", Scope.required().reachText())
                .query((row, _) -> row.getObject("member", UUID.class))
                .list();
    }

    private List<String> overpaid(UUID member) {
        List<String> overpaid = new ArrayList<>();
        Map<String, Money> entitled = new HashMap<>();
        Set<Object> seen = new HashSet<>();
        String last = "";
        for (Map.Entry<String, Facts> claim : past.decided(member).entrySet()) {
            last = claim.getKey();
            for (Assessment.Line line :
                    assessing.assess(member, last, claim.getValue()).lines()) {
                if (!isOf(line, last)) {
                    continue;
                }
                if (line.due().isNegative()) {
                    overpaid.add(last + " " + line.plan());
                }
                if (seen.add(known(line))) {
                    entitled.merge(line.plan(), line.entitled(), Money::plus);
                }
            }
        }
        return overpaid.isEmpty() ? beyond(member, last, entitled) : overpaid;
    }

    /** What is given for the events of a year belongs to each claim of that year. */
    private static boolean isOf(Assessment.Line line, String number) {
        return line.event().map(event -> event.startsWith(number + "/")).orElse(true);
    }

    private static List<?> known(Assessment.Line line) {
        return List.of(
                line.plan(), line.version(), line.clause(), line.on(), line.insured(), line.relative(), line.event());
    }

    /** What was given under plans that would give less in all, whatever it was given for. */
    private List<String> beyond(UUID member, String number, Map<String, Money> entitled) {
        Map<String, Money> paid = new HashMap<>();
        past.paid(member).forEach(each -> paid.merge(each.plan(), each.sum(), Money::plus));
        return paid.entrySet().stream()
                .filter(each -> each.getValue().compareTo(entitled.getOrDefault(each.getKey(), Money.ZERO)) > 0)
                .map(each -> number + " " + each.getKey())
                .toList();
    }
}
