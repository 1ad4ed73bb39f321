package org.huzhu.claims.recovery;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.StandardAccount;
import org.huzhu.notices.Notice;
import org.huzhu.notices.Outbox;
import org.huzhu.notices.Template;
import org.springframework.stereotype.Component;

/** Where a decision claims back what was paid too much, in the transaction that decides. */
@Component
public class Recoveries {

    /** So many days he is given at first (示意). */
    private static final int DAYS = 30;

    private final JdbcRecoveries recoveries;
    private final RecoveryBooks books;
    private final RecoveryTools tools;
    private final Outbox outbox;
    private final BeyondReach beyond;

    Recoveries(JdbcRecoveries recoveries, RecoveryBooks books, RecoveryTools tools, Outbox outbox, BeyondReach beyond) {
        this.recoveries = recoveries;
        this.books = books;
        this.tools = tools;
        this.outbox = outbox;
        this.beyond = beyond;
    }

    /** Claims it back: from now on the fund has a claim to it, and the member is told. */
    public void ask(TooMuch much) {
        UUID id = tools.freshId();
        LocalDate until = much.day().plusDays(DAYS);
        recoveries.add(id, much, until);
        books.move(
                "asked/" + id,
                "recovery.asked",
                id,
                new RecoveryBooks.Move(much.fund(), much.day(), much.sum()),
                StandardAccount.BENEFITS_RECOVERABLE,
                StandardAccount.BENEFIT_EXPENSE);
        beyond.run(() -> outbox.tell(new Notice(
                "recovery/" + id,
                much.member(),
                much.path(),
                Template.RECOVERY_ASKED,
                Map.of("sum", yuan(much.sum()), "until", until.toString()),
                Optional.of("/m/claims/" + much.claim()))));
        tools.done("recovery.ask", id, much.path());
    }

    private static String yuan(Money sum) {
        return "%,d.%02d".formatted(sum.fen() / 100, sum.fen() % 100);
    }
}
