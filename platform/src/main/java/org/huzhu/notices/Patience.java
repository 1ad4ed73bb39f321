package org.huzhu.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.huzhu.notices.JdbcDeliveries.After;
import org.huzhu.notices.JdbcDeliveries.Due;
import org.huzhu.notices.MessageChannel.Outcome;
import org.huzhu.notices.MessageChannel.Way;
import org.huzhu.notices.NoticeDesk.Trouble;

/**
 * When a message goes out, and how often it is tried: ten times over three days and a bit, each wait longer than the
 * last, as {@code standard-webhooks} has it.
 */
final class Patience {

    /** Before each try, from the one before. */
    static final List<Duration> WAITS = List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** However long a channel asks to be left alone. */
    static final Duration BUSY_MAX = Duration.ofHours(1);

    private static final LocalTime NIGHT = LocalTime.of(21, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Patience() {}

    /** Whether phones may not ring at the moment. */
    static boolean isQuiet(Way way, Instant now) {
        LocalTime time = LocalTime.ofInstant(now, CHINA);
        return way == Way.SMS && (time.isBefore(MORNING) || !time.isBefore(NIGHT));
    }

    /** How a delivery stands after this outcome. */
    static After after(Due due, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Sent _ -> new After("SENT", due.tries() + 1, now, Optional.of(now), Optional.empty());
            case Outcome.Failed _ -> failed(due, Trouble.FAILED, now);
            case Outcome.Busy busy ->
                new After(
                        "WAITING",
                        due.tries(),
                        now.plus(atMost(busy.pause())),
                        Optional.empty(),
                        Optional.of(Trouble.BUSY));
            case Outcome.Refused _ -> givenUp(due, Trouble.REFUSED, now);
        };
    }

    static Duration atMost(Duration pause) {
        return pause.compareTo(BUSY_MAX) < 0 ? pause : BUSY_MAX;
    }

    static After failed(Due due, Trouble trouble, Instant now) {
        int tries = due.tries() + 1;
        return tries < WAITS.size()
                ? new After("WAITING", tries, now.plus(WAITS.get(tries)), Optional.empty(), Optional.of(trouble))
                : givenUp(due, trouble, now);
    }

    private static After givenUp(Due due, Trouble trouble, Instant now) {
        return new After("GIVEN_UP", due.tries() + 1, now, Optional.of(now), Optional.of(trouble));
    }

    /** Where the member cannot be reached on this way. */
    static After unreachable(Due due, Instant now) {
        return new After("NO_ADDRESS", due.tries(), now, Optional.of(now), Optional.empty());
    }
}
