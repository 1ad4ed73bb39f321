package org.huzhu.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.huzhu.database.Strain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before the gate: how many may be within at once, members and staff each by themselves, and how long a page of members
 * may take. Whoever is one too many, or too late, is asked to come again; nobody waits in a line that only grows.
 */
@Component
@Order(0)
final class Turnstile extends OncePerRequestFilter implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private static final Logger LOG = LoggerFactory.getLogger(Turnstile.class);
    private static final int MACHINES = 8;
    private static final String AGAIN_AFTER_SECONDS = "10";

    /** For how long it is told that somebody was turned away, where nobody was let through since. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Semaphore members;
    private final Semaphore staff;

    /** What programs send may take hours: few do so at once, and none of them takes the place of a person. */
    private final Semaphore machines = new Semaphore(MACHINES);

    private final Duration patience;
    private final Clock clock;
    private final AtomicReference<Optional<Instant>> turnedAway = new AtomicReference<>(Optional.empty());
    private final ScheduledThreadPoolExecutor bell = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("turnstile").factory());

    Turnstile(
            @Value("${huzhu.within:256}") int within, @Value("${huzhu.patience:10s}") Duration patience, Clock clock) {
        this.members = new Semaphore(within);
        this.staff = new Semaphore(within);
        this.patience = patience;
        this.clock = clock;
        bell.setRemoveOnCancelPolicy(true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (isAt(request, "/actuator")) {
            within(request, response, next);
            return;
        }
        Semaphore places = MachineGate.isFor(request) ? machines : isAt(request, "/w") ? staff : members;
        if (!places.tryAcquire()) {
            turnAway(response, HttpStatus.SERVICE_UNAVAILABLE);
            return;
        }
        try {
            within(request, response, next);
        } finally {
            places.release();
        }
    }

    private static boolean isAt(HttpServletRequest request, String address) {
        String path = request.getRequestURI();
        return path.equals(address) || path.startsWith(address + "/");
    }

    private void within(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        Watch watch = new Watch(isShort(request));
        try (watch) {
            next.doFilter(request, new Answer(response, watch));
            if (Gate.cookie(request, Gate.SESSION).isPresent()) {
                // The gate asked the database who this is, and was answered.
                turnedAway.set(Optional.empty());
            }
        } catch (ServletException | IOException | RuntimeException e) {
            Optional<Strain> strain = watch.isLate() ? Optional.of(Strain.BUSY) : Strain.of(e);
            if (strain.isEmpty() || response.isCommitted()) {
                throw e;
            }
            say(strain.get(), response, e);
        }
    }

    /** What staff do may take its time, and so may photos over a slow line. */
    private static boolean isShort(HttpServletRequest request) {
        String type = request.getContentType();
        return !isAt(request, "/w")
                && !MachineGate.isFor(request)
                && (type == null || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE));
    }

    private void say(Strain strain, HttpServletResponse response, Exception failure) throws IOException {
        switch (strain) {
            case FULL -> {
                LOG.error("A disk takes no more", failure);
                response.sendError(HttpStatus.INSUFFICIENT_STORAGE.value());
            }
            case BUSY -> {
                if (turnedAway.get().isEmpty()) {
                    LOG.warn("People are turned away: the database does not answer in time", failure);
                }
                turnAway(response, HttpStatus.SERVICE_UNAVAILABLE);
            }
        }
    }

    private void turnAway(HttpServletResponse response, HttpStatus status) throws IOException {
        turnedAway.set(Optional.of(clock.instant()));
        if (response.getHeader("X-Request-Id") == null) {
            Gate.dress(response, UUID.randomUUID().toString(), "");
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
        response.sendError(status.value());
    }

    /** Degraded while there is no place left, or somebody was turned away and nobody let through since. */
    @Override
    public Health health() {
        Instant since = clock.instant().minus(REMEMBERED);
        boolean isStrained = turnedAway.get().filter(since::isBefore).isPresent()
                || members.availablePermits() == 0
                || staff.availablePermits() == 0;
        return (isStrained ? Health.status(DEGRADED) : Health.up()).build();
    }

    @Override
    public void destroy() {
        bell.shutdownNow();
        super.destroy();
    }

    /** Breaks off what the thread waits for once it has taken too long: a connection, or an answer on one. */
    private final class Watch implements AutoCloseable {

        private final Thread who = Thread.currentThread();
        private final Optional<Future<?>> ring;
        private boolean isOver;
        private boolean isLate;

        Watch(boolean isShort) {
            this.ring = isShort
                    ? Optional.of(bell.schedule(this::ring, patience.toMillis(), TimeUnit.MILLISECONDS))
                    : Optional.empty();
        }

        private synchronized void ring() {
            if (!isOver) {
                isLate = true;
                who.interrupt();
            }
        }

        synchronized boolean isLate() {
            return isLate;
        }

        @Override
        public synchronized void close() {
            isOver = true;
            ring.ifPresent(each -> each.cancel(false));
            if (isLate) {
                // Whoever writes the answer now must not be broken off too.
                boolean _ = Thread.interrupted();
            }
        }
    }

    /** An answer that is on its way is not broken off any more, however slowly it is taken. */
    private static final class Answer extends HttpServletResponseWrapper {

        private final Watch watch;

        Answer(HttpServletResponse response, Watch watch) {
            super(response);
            this.watch = watch;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            watch.close();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            watch.close();
            return super.getWriter();
        }
    }
}
