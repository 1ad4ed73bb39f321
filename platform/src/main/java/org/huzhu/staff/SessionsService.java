package org.huzhu.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.access.Standing;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.unions.UnionTree;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

@Service
class SessionsService implements Sessions, Standing {

    /** A session's last use is written down no more often than this. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcSessions sessions;
    private final Places places;
    private final SystemWork work;
    private final Chance chance;
    private final AuditTrail trail;
    private final ObjectProvider<Grants> grants;

    SessionsService(
            JdbcSessions sessions,
            Places places,
            SystemWork work,
            Chance chance,
            AuditTrail trail,
            ObjectProvider<Grants> grants) {
        this.sessions = sessions;
        this.places = places;
        this.grants = grants;
        this.work = work;
        this.chance = chance;
        this.trail = trail;
    }

    /** Where somebody acts: his posts, and what their organisations are called. */
    @Component
    record Places(JdbcPosts posts, UnionTree tree) {}

    /** Opens a session of staff, within the transaction at hand; empty where the account is not in use. */
    Optional<Session.Opened> open(UUID account, String address, boolean withCode) {
        String token = chance.token();
        UUID id = chance.id();
        Instant now = chance.now();
        Optional<Instant> stepped = withCode ? Optional.of(now) : Optional.empty();
        if (!sessions.openStaff(Chance.digest(token), id, account, address, now, stepped)) {
            return Optional.empty();
        }
        return sessions.find(Chance.digest(token), now).map(session -> new Session.Opened(token, session));
    }

    /** Opens a session of a member, or of a phone alone, within the transaction at hand. */
    Session.Opened open(Session.Kind kind, UUID id, UUID holder, String address, Optional<byte[]> phoneSealed) {
        String token = chance.token();
        Instant now = chance.now();
        Session session = new Session(id, kind, holder, Optional.empty(), address, now, now, Optional.empty());
        sessions.openOther(Chance.digest(token), session, phoneSealed);
        return new Session.Opened(token, session);
    }

    @Override
    public Optional<Session> find(String token) {
        Instant now = chance.now();
        return work.call(() -> {
            Optional<Session> found = sessions.find(Chance.digest(token), now);
            found.filter(session -> session.seenAt().isBefore(now.minus(SEEN_STEP)))
                    .ifPresent(session -> sessions.seen(session.id(), now));
            return found;
        });
    }

    @Override
    public Optional<Caller> caller(Session session) {
        return switch (session.kind()) {
            case STAFF ->
                session.post()
                        .flatMap(post -> work.call(() -> sessions.caller(session.holder(), post, chance.now())))
                        .map(caller -> isFresh(session) ? caller.fresh() : caller);
            case MEMBER, PHONE -> session.post().isPresent() ? session.post().flatMap(this::proxy) : himself(session);
        };
    }

    @Override
    public boolean holds(Caller caller) {
        return caller.role() == Role.MEMBER_PROXY
                ? grants.getObject().holds(caller.account(), chance.today())
                : sessions.hold(caller, chance.now());
    }

    private static Optional<Caller> himself(Session session) {
        return Optional.of(session.holder())
                .filter(_ -> session.kind() == Session.Kind.MEMBER)
                .map(holder -> new Caller(holder, Role.MEMBER, Optional.empty(), Optional.of(holder)));
    }

    private Optional<Caller> proxy(UUID grant) {
        return Optional.ofNullable(grants.getIfAvailable())
                .flatMap(known -> work.call(() -> known.member(grant, chance.today())))
                .map(member -> new Caller(grant, Role.MEMBER_PROXY, Optional.empty(), Optional.of(member)));
    }

    @Override
    public List<Post> posts(Session session) {
        return work.as(session.holder(), () -> places.posts().of(session.holder(), chance.now()));
    }

    @Override
    public Map<UUID, String> places(Session session) {
        return work.as(
                session.holder(),
                () -> places.tree()
                        .names(places.posts().of(session.holder(), chance.now()).stream()
                                .flatMap(post -> post.organisation().stream())
                                .collect(Collectors.toSet())));
    }

    @Override
    public void actIn(Session session, UUID post) {
        if (!work.as(session.holder(), () -> sessions.act(session.id(), post, chance.now()))) {
            throw new StaffRefused(StaffRefused.Reason.ABSENT);
        }
    }

    @Override
    public void actFor(Session session, Optional<UUID> grant) {
        work.as(session.holder(), () -> sessions.actFor(session.id(), grant));
    }

    @Override
    public List<Session> of(UUID holder) {
        return work.call(() -> sessions.of(holder, chance.now()));
    }

    @Override
    public void end(UUID holder, UUID session) {
        work.as(holder, () -> {
            if (sessions.end(holder, session, chance.now()) == 1) {
                trail.record(Deed.done("session.end", "session", session.toString()));
            }
            return true;
        });
    }

    @Override
    public void endAll(UUID holder) {
        work.as(holder, () -> {
            sessions.endAll(holder, chance.now());
            trail.record(Deed.done("session.end-all", "account", holder.toString()));
            return true;
        });
    }

    /** What has ended is kept for a month, for whoever asks what happened; the trail has the rest. */
    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Shanghai")
    void putAway() {
        work.call(() -> sessions.putAway(chance.now().minus(KEPT)));
    }

    private boolean isFresh(Session session) {
        return session.steppedAt()
                .filter(at -> chance.now().isBefore(at.plus(STEP_UP_MAX)))
                .isPresent();
    }
}
