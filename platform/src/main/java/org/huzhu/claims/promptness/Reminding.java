package org.huzhu.claims.promptness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.huzhu.access.Role;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.promptness.JdbcPromptness.Due;
import org.huzhu.database.Scope;
import org.huzhu.kernel.WorkCalendar;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells, early each day, whoever has a claim that its promised day is two working days away, and the next tier that it
 * is past (逐级提醒). Each is told once; it stands among what waits for him until the claim has gone on.
 */
@Component
public class Reminding {

    private static final String EARLY = "0 30 6 * * *";
    private static final String CHINA = "Asia/Shanghai";
    private static final int DAYS_BEFORE = 2;

    private final JdbcPromptness claims;
    private final WorkCalendar calendar;
    private final TransactionOperations transactions;
    private final Clock clock;

    Reminding(JdbcPromptness claims, WorkCalendar calendar, TransactionOperations transactions, Clock clock) {
        this.claims = claims;
        this.calendar = calendar;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(cron = EARLY, zone = CHINA)
    void lookEachDay() {
        int _ = look();
    }

    /** Looks once; says how many were told anew. */
    public int look() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return Scope.ofSystem()
                .call(() -> Optional.ofNullable(
                                transactions.execute(_ -> claims.due(calendar.after(today, DAYS_BEFORE)).stream()
                                        .mapToInt(due -> remind(due, today))
                                        .sum()))
                        .orElse(0));
    }

    private int remind(Due due, LocalDate today) {
        boolean isPast = due.on().isBefore(today);
        String told = isPast ? above(due) : due.turn();
        Role role = isPast ? superior(due.step()) : due.step().role();
        return claims.remind(due.claim(), isPast, told, role, today) ? 1 : 0;
    }

    /** The organisation of the next tier; above the office there is none: its auditors are told. */
    private static String above(Due due) {
        int dot = due.turn().lastIndexOf('.');
        return dot < 0 || due.step().compareTo(ReviewStep.OFFICE) >= 0
                ? due.turn()
                : due.turn().substring(0, dot);
    }

    private static Role superior(ReviewStep step) {
        return switch (step) {
            case POINT -> Role.AGENCY_REVIEWER;
            case AGENCY, AGENCY_REVIEW -> Role.OFFICE_REVIEWER;
            case OFFICE, OFFICE_SECOND -> Role.AUDITOR;
        };
    }
}
