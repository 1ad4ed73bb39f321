package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.CASH;

import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.judged.JudgedAgain;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What was given beyond what the plans give, all of a member's claims judged again together, is named. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class})
class JudgedAgainTest {

    @Autowired
    private Claimants people;

    @Autowired
    private JudgedAgain judged;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transactions;

    private Claim approved(Claimant member, int daysAgo) {
        Claim claim = people.filed(member, people.stay(daysAgo, 13, 0));
        people.approve(member, claim);
        return claim;
    }

    /**
     * As if a fen more had been given by the decision on the claim: for what it decided, or for nothing that it knows.
     */
    private void giveMore(UUID claim, String onDay) {
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(_ ->
                        database.sql("""
                insert into claims.line (assessment, place, path, member, plan, version, clause, on_day, insured,
                    relative, event, fund, fen)
                select l.assessment, 99, l.path, l.member, l.plan, l.version, l.clause, %s, l.insured, l.relative,
                       l.event, l.fund, 1
                from claims.line l join claims.assessment a on a.id = l.assessment where a.claim = :claim limit 1
                """.formatted(onDay)).param("claim", claim).update()));
    }

    @Test
    void a_fen_beyond_what_a_clause_gives_is_named_and_what_it_gives_is_not() {
        Claimant member = people.covered(CASH);
        Claim first = approved(member, 40);
        Claim second = approved(member, 20);
        assertThat(judged.overpaid()).noneMatch(named -> isOf(named, first) || isOf(named, second));

        giveMore(first.id(), "l.on_day");

        assertThat(judged.overpaid()).anyMatch(named -> isOf(named, first));
    }

    @Test
    void what_was_given_for_nothing_that_is_known_is_named() {
        Claimant member = people.covered(CASH);
        Claim claim = approved(member, 20);
        giveMore(claim.id(), "l.on_day - 400");

        assertThat(judged.overpaid()).anyMatch(named -> isOf(named, claim));
    }

    private static boolean isOf(String named, Claim claim) {
        return named.startsWith(claim.number());
    }
}
