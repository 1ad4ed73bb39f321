package org.huzhu.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huzhu.database.Scope;
import org.huzhu.notices.JdbcDeliveries.After;
import org.huzhu.notices.JdbcDeliveries.Due;
import org.huzhu.notices.MessageChannel.Message;
import org.huzhu.notices.MessageChannel.Outcome;
import org.huzhu.notices.MessageChannel.Way;
import org.huzhu.notices.NoticeDesk.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what was told and sends it: a second's worth at a time, while the rows are locked, and marks them. What is
 * killed in between is sent again. Where several couriers go at once, one goes and the others turn back.
 */
@Component
class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** How many notices are spread at a time: no more than are soon sent. */
    private static final int SPREAD_MAX = 5_000;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<MessageChannel> channels;
    private final JdbcDeliveries deliveries;
    private final Letters letters;
    private final int rate;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Courier(
            List<MessageChannel> channels,
            JdbcDeliveries deliveries,
            Letters letters,
            @Value("${huzhu.messages-a-second:50}") int rate,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.channels = channels.stream()
                .filter(channel -> !channel.givesWay() || isAlone(channel, channels))
                .toList();
        this.deliveries = deliveries;
        this.letters = letters;
        this.rate = rate;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static boolean isAlone(MessageChannel channel, List<MessageChannel> all) {
        return all.stream().filter(other -> other.way() == channel.way()).count() == 1;
    }

    /** Goes once on each way; says how many messages were taken over. */
    int go() {
        List<Way> ways = channels.stream().map(MessageChannel::way).toList();
        within(() -> deliveries.spread(ways, SPREAD_MAX, clock.instant()));
        return channels.stream().mapToInt(this::go).sum();
    }

    private int go(MessageChannel channel) {
        Instant now = clock.instant();
        return Patience.isQuiet(channel.way(), now) ? 0 : within(() -> deliver(channel, now));
    }

    private int deliver(MessageChannel channel, Instant now) {
        Way way = channel.way();
        if (!deliveries.takeTurn(way, now, now.plus(Patience.BUSY_MAX))) {
            return 0;
        }
        List<Due> all = deliveries.due(way, rate, now);
        Map<UUID, String> addresses =
                channel.addresses(all.stream().map(Due::member).toList());
        List<Due> reached = new ArrayList<>();
        List<UUID> done = new ArrayList<>();
        for (Due due : all) {
            if (addresses.containsKey(due.member())) {
                reached.add(due);
            } else {
                deliveries.done(due, way, Patience.unreachable(due, now));
                done.add(due.member());
            }
        }
        List<After> afters = send(channel, reached, addresses, now);
        for (int i = 0; i < reached.size(); i++) {
            deliveries.done(reached.get(i), way, afters.get(i));
            if (afters.get(i).done().isPresent()) {
                done.add(reached.get(i).member());
            }
        }
        deliveries.next(done, way, now);
        deliveries.endTurn(way, next(afters, now));
        return (int)
                afters.stream().filter(after -> after.state().equals("SENT")).count();
    }

    /** After a second; or where the channel is busy, once it is no more. */
    private static Instant next(List<After> afters, Instant now) {
        return Stream.concat(
                        Stream.of(now.plus(PAUSE)),
                        afters.stream()
                                .filter(after -> after.trouble().equals(Optional.of(Trouble.BUSY)))
                                .map(After::due))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private List<After> send(MessageChannel channel, List<Due> all, Map<UUID, String> addresses, Instant now) {
        List<Callable<Outcome>> tasks = new ArrayList<>();
        for (Due due : all) {
            String address = Optional.ofNullable(addresses.get(due.member())).orElseThrow();
            Message message = new Message(due.event(), address, letters.text(due));
            tasks.add(() -> channel.send(message));
        }
        try {
            List<Future<Outcome>> outcomes =
                    threads.invokeAll(tasks, channel.patience().toMillis(), TimeUnit.MILLISECONDS);
            List<After> afters = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                afters.add(after(all.get(i), outcomes.get(i), now));
            }
            return afters;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The courier was called back", e);
        }
    }

    private static After after(Due due, Future<Outcome> outcome, Instant now) throws InterruptedException {
        try {
            return Patience.after(due, outcome.get(), now);
        } catch (CancellationException e) {
            return Patience.failed(due, Trouble.SLOW, now);
        } catch (ExecutionException e) {
            // What the channel says may hold the number: its kind is all that is written down.
            LOG.warn(
                    "A message was not sent: {}",
                    Objects.requireNonNull(e.getCause()).getClass().getName());
            return Patience.failed(due, Trouble.FAILED, now);
        }
    }

    private int within(Supplier<Integer> work) {
        return Scope.ofSystem().call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
