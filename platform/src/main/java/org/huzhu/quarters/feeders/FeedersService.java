package org.huzhu.quarters.feeders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Scope;
import org.huzhu.quarters.QuarterTools;
import org.huzhu.quarters.feeders.FeederRefused.Reason;
import org.huzhu.unions.OrganisationClosed;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

@Service
class FeedersService implements Feeders {

    private static final String KIND = "feeder";

    /** Whoever finds one in a file sees what it opens, and searchers of secrets know it. */
    private static final String BEGINS = "huzhu-feed-";

    private static final int KEY_BYTES = 32;
    private static final int KEY_SIGNS_MAX = 100;
    private static final int NAME_MAX = 60;
    private static final int SHOWN = 200;

    private final JdbcFeeders feeders;
    private final QuarterTools tools;

    FeedersService(JdbcFeeders feeders, QuarterTools tools) {
        this.feeders = feeders;
        this.tools = tools;
    }

    @Override
    public List<Feeder> all(Caller caller) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() -> feeders.all(SHOWN));
    }

    @Override
    public Made make(Caller caller, String name, LocalDate until) {
        String called = name.strip();
        String key = BEGINS + tools.chance().token(KEY_BYTES);
        return tools.whole(() -> {
            String path = tools.require(caller, Operation.QUARTER_KEY);
            FeederRefused.require(!called.isEmpty() && called.length() <= NAME_MAX, Reason.NAME);
            LocalDate today = tools.today();
            FeederRefused.require(until.isAfter(today) && !until.isAfter(today.plusDays(DAYS_MAX)), Reason.UNTIL);
            Feeder feeder = new Feeder(tools.freshId(), path, called, until, Optional.empty(), Optional.empty());
            feeders.add(feeder, digest(key), tools.now());
            done(feeder, "make until " + until);
            return new Made(feeder, key);
        });
    }

    /** Plain: what has 256 bits of chance cannot be guessed, however fast. */
    private static byte[] digest(String key) {
        return Digests.sha256(key.getBytes(UTF_8));
    }

    private void done(Feeder feeder, String what) {
        tools.trail()
                .record(Deed.done(
                                Operation.QUARTER_KEY.title(), KIND, feeder.id().toString())
                        .because(what)
                        .at(feeder.path()));
    }

    @Override
    public void end(Caller caller, UUID id) {
        tools.whole(() -> {
            String _ = tools.require(caller, Operation.QUARTER_KEY);
            Feeder feeder = feeders.find(id).orElseThrow(() -> new FeederRefused(Reason.ABSENT));
            if (feeders.end(id, tools.now())) {
                done(feeder, "end");
            }
            return true;
        });
    }

    @Override
    public Caller enter(String key) {
        FeederRefused.require(key.startsWith(BEGINS) && key.length() <= KEY_SIGNS_MAX, Reason.UNKNOWN);
        byte[] digest = digest(key);
        Feeder feeder = Scope.ofSystem()
                .call(() -> tools.whole(() -> feeders.withDigest(digest)))
                .orElseThrow(() -> new FeederRefused(Reason.UNKNOWN));
        Caller caller = new Caller(feeder.id(), Role.INTEGRATOR, Optional.of(feeder.path()), Optional.empty());
        Instant now = tools.now();
        int count = caller.scope()
                .call(() -> tools.whole(() -> feeders.use(feeder.id(), now)))
                // Its office moves at this moment: it is known again with the next request.
                .orElseThrow(() -> new FeederRefused(Reason.UNKNOWN));
        if (count > A_MINUTE_MAX) {
            // Once is enough: who comes too often would fill the trail.
            if (count == A_MINUTE_MAX + 1) {
                refused(caller, Reason.TOO_OFTEN.name());
            }
            throw new FeederRefused(Reason.TOO_OFTEN);
        }
        if (!feeder.isTaken(tools.today())) {
            refused(caller, Reason.ENDED.name());
            throw new FeederRefused(Reason.ENDED);
        }
        return caller;
    }

    @Override
    public void refused(Caller feeder, String why) {
        Deed refused = Deed.refused(
                Operation.QUARTER_FEED.title(), KIND, feeder.account().toString(), why);
        feeder.scope()
                .run(() -> tools.trail().recordApart(refused.at(feeder.path().orElse(""))));
    }

    /** Keys follow an organisation within the transaction that moves it. */
    @EventListener
    void on(OrganisationMoved news) {
        feeders.follow(news.from(), news.to());
    }

    /** None outlives its organisation. */
    @EventListener
    void on(OrganisationClosed news) {
        String why = Operation.ORGANISATION_CLOSE.title() + " " + news.organisation();
        feeders.endWithin(news.path(), tools.now())
                .forEach(id -> tools.trail()
                        .record(Deed.done(Operation.QUARTER_KEY.title(), KIND, id.toString())
                                .because(why)
                                .at(news.path())));
    }
}
