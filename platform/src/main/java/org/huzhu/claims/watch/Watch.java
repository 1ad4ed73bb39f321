package org.huzhu.claims.watch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huzhu.claims.Claim;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.watch.Flag.Kind;
import org.huzhu.database.BeyondReach;
import org.huzhu.enrolment.Cover;
import org.huzhu.enrolment.Covers;
import org.huzhu.kernel.Money;
import org.huzhu.members.shared.SharedNumbers;
import org.springframework.stereotype.Component;

/**
 * Looks at a claim when it is handed in, in that transaction, and writes down what is unusual about it. What it
 * compares with need not be within reach of whoever hands it in; he is told nothing of it.
 */
@Component
public class Watch {

    /** So many days after the waiting was over are soon. */
    private static final int SOON_DAYS = 30;

    private static final int SEVERAL = 2;

    private final JdbcFlags flags;
    private final SharedNumbers numbers;
    private final Covers covers;
    private final BeyondReach beyond;
    private final Clock clock;

    Watch(JdbcFlags flags, SharedNumbers numbers, Covers covers, BeyondReach beyond, Clock clock) {
        this.flags = flags;
        this.numbers = numbers;
        this.covers = covers;
        this.beyond = beyond;
        this.clock = clock;
    }

    /**
     * What is unusual about the claim, kept in place of what was found before.
     *
     * @param assessment what it would come to
     */
    public List<Flag> look(Claim claim, Assessment assessment) {
        return beyond.call(() -> {
            List<Flag> found = found(claim, assessment);
            flags.raise(claim.id(), found, clock.instant());
            return found;
        });
    }

    private List<Flag> found(Claim claim, Assessment assessment) {
        List<Flag> found = new ArrayList<>();
        counted(Kind.DUPLICATE_RECEIPT, flags.sameReceipt(claim.id())).ifPresent(found::add);
        counted(Kind.SHARED_CARD, numbers.cards(claim.member())).ifPresent(found::add);
        counted(Kind.SHARED_PHONE, numbers.phones(claim.member())).ifPresent(found::add);
        sums(assessment).forEach((plan, sum) -> {
            Peers peers = flags.peers(claim, plan);
            if (peers.standsOut(sum) && found.stream().noneMatch(flag -> flag.kind() == Kind.OUTLIER)) {
                found.add(Flag.of(
                        Kind.OUTLIER, plan, yuan(sum), peers.count(), yuan(peers.median()), yuan(peers.deviation())));
            }
        });
        LocalDate filed = LocalDate.ofInstant(claim.filedAt().orElseGet(clock::instant), clock.getZone());
        soon(claim, filed).ifPresent(found::add);
        int sameDay = flags.filed(claim.member(), filed, filed.plusDays(1), clock.getZone());
        if (sameDay >= SEVERAL) {
            found.add(Flag.of(Kind.SAME_DAY, sameDay, filed));
        }
        return found;
    }

    private static Optional<Flag> counted(Kind kind, int count) {
        return count > 0 ? Optional.of(Flag.of(kind, count)) : Optional.empty();
    }

    /** What each plan would pay, by its short name. */
    private static Map<String, Money> sums(Assessment assessment) {
        Map<String, Money> sums = new TreeMap<>();
        assessment.lines().forEach(line -> sums.merge(line.plan(), line.due(), Money::plus));
        return sums;
    }

    private Optional<Flag> soon(Claim claim, LocalDate filed) {
        return covers.held(claim.member()).stream()
                .map(Cover::waitsUntil)
                .flatMap(Optional::stream)
                .filter(over -> !over.isAfter(filed) && over.plusDays(SOON_DAYS).isAfter(filed))
                .max(LocalDate::compareTo)
                .flatMap(over -> {
                    int claims = flags.filed(claim.member(), over, filed.plusDays(1), clock.getZone());
                    return claims < SEVERAL
                            ? Optional.empty()
                            : Optional.of(Flag.of(Kind.SOON_AFTER_WAITING, claims, SOON_DAYS, over));
                });
    }

    private static String yuan(Money sum) {
        return "%,d.%02d".formatted(sum.fen() / 100, Math.abs(sum.fen() % 100));
    }
}
