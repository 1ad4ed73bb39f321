package org.huzhu.signon;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.signon.SignOnRefused.Reason;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class SingleSignOnService implements SingleSignOn {

    /** What came back is kept for so long, so that nothing that could still be carried finds it gone. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Optional<TrustedIssuer> issuer;
    private final JdbcArrivals arrivals;
    private final Secrets secrets;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SingleSignOnService(
            Environment settings,
            JdbcArrivals arrivals,
            Secrets secrets,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.issuer = IssuerSettings.of(settings).map(TrustedIssuer::new);
        this.arrivals = arrivals;
        this.secrets = secrets;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean isOn() {
        return issuer.isPresent();
    }

    @Override
    public Departure depart(URI back, Optional<UUID> binds) {
        Carried carried = Carried.fresh(clock.instant().plus(LIFE), trusted().back(back), binds);
        return new Departure(carried.seal(secrets), trusted().question(carried));
    }

    private TrustedIssuer trusted() {
        return issuer.orElseThrow(() -> new IllegalStateException("No issuer is named"));
    }

    /** The way is taken for gone before anybody is asked: however many bring its answer at once, one is heard. */
    @Override
    public Arrival arrive(String sealed, URI answer) {
        Instant now = clock.instant();
        Carried carried = Carried.open(secrets, sealed, now)
                .filter(known -> TrustedIssuer.belongs(answer, known))
                .filter(known -> asSystem(() -> arrivals.claim(known, now)))
                .orElseThrow(() -> new SignOnRefused(Reason.STALE));
        String subject = trusted().subject(answer, carried);
        Vouched vouched = new Vouched(secrets.index(Field.SIGN_ON, trusted().name() + "\n" + subject));
        return asSystem(() -> {
            arrivals.keep(carried.id(), vouched);
            return new Arrival(vouched, carried.binds());
        });
    }

    @Override
    public Optional<Arrival> arrival(String sealed) {
        Instant now = clock.instant();
        return Carried.open(secrets, sealed, now)
                .flatMap(carried -> asSystem(() -> arrivals.find(carried.id(), now.minus(LIFE))));
    }

    @Override
    public boolean finish(String sealed) {
        Instant now = clock.instant();
        return Carried.open(secrets, sealed, now)
                .filter(carried -> asSystem(() -> arrivals.finish(carried.id(), now.minus(LIFE), now)))
                .isPresent();
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Shanghai")
    void putAway() {
        asSystem(() -> arrivals.putAway(clock.instant().minus(KEPT)));
    }

    private <T> T asSystem(Supplier<T> work) {
        return Scope.ofSystem().call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
