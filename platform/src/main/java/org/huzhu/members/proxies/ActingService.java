package org.huzhu.members.proxies;

import static org.huzhu.members.proxies.ProxyRefused.require;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huzhu.access.Caller;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Phone;
import org.huzhu.members.proxies.JdbcProxies.By;
import org.huzhu.members.proxies.JdbcProxies.Held;
import org.huzhu.members.proxies.ProxyRefused.Reason;
import org.huzhu.staff.MemberSignIn;
import org.huzhu.staff.Session;
import org.huzhu.staff.Sessions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Whoever holds a phone reaches no member before he acts for one: what is his to accept or give back, his phone says.
 */
@Service
class ActingService implements Acting {

    private final MemberSignIn signIn;
    private final Sessions sessions;
    private final JdbcProxies proxies;
    private final Desk desk;
    private final ApplicationEventPublisher listeners;
    private final TransactionOperations transactions;

    ActingService(
            MemberSignIn signIn,
            Sessions sessions,
            JdbcProxies proxies,
            Desk desk,
            ApplicationEventPublisher listeners,
            TransactionOperations transactions) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.proxies = proxies;
        this.desk = desk;
        this.listeners = listeners;
        this.transactions = transactions;
    }

    @Override
    public List<Offer> offers(Session session) {
        return phone(session)
                .map(phone -> by(session.holder(), () -> proxies.of(phone, desk.today())))
                .orElse(List.of());
    }

    private Optional<Phone> phone(Session session) {
        return signIn.phone(session).map(Phone::parse);
    }

    /** A transaction in the name of the grant or the holder, with all in reach. */
    private <T> T by(UUID actor, Supplier<T> work) {
        Scope scope = new Scope(actor.toString(), List.of(""), Optional.empty());
        return scope.call(() -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
    }

    @Override
    public void actFor(Session session, UUID grant) {
        Phone phone = phone(session).orElseThrow(() -> new ProxyRefused(Reason.ABSENT));
        boolean _ = by(grant, () -> {
            Held held = hold(grant, phone);
            boolean isFirst = proxies.accept(grant, desk.now());
            if (isFirst) {
                desk.done("proxy.accept", held.member(), grant);
                listeners.publishEvent(new ProxyNews.Accepted(
                        grant, held.member(), held.path(), held.name().masked()));
            }
            return isFirst;
        });
        sessions.actFor(session, Optional.of(grant));
    }

    private Held hold(UUID grant, Phone phone) {
        return proxies.hold(grant, phone, desk.today()).orElseThrow(() -> new ProxyRefused(Reason.ABSENT));
    }

    @Override
    public void actForSelf(Session session) {
        sessions.actFor(session, Optional.empty());
    }

    @Override
    public void end(Session session, UUID grant) {
        Phone phone = phone(session).orElseThrow(() -> new ProxyRefused(Reason.ABSENT));
        boolean _ = by(grant, () -> {
            Held held = hold(grant, phone);
            require(proxies.end(grant, held.member(), By.PROXY, desk.today(), desk.now()), Reason.ABSENT);
            desk.done("proxy.give-back", held.member(), grant);
            listeners.publishEvent(new ProxyNews.GivenBack(
                    grant, held.member(), held.path(), held.name().masked()));
            return true;
        });
        if (session.post().filter(grant::equals).isPresent()) {
            sessions.actFor(session, Optional.empty());
        }
    }

    @Override
    public String whom(Caller proxy) {
        UUID member = proxy.member().orElseThrow();
        return proxy.scope()
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> proxies.name(member))))
                .masked();
    }
}
