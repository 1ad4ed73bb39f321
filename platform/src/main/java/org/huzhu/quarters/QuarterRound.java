package org.huzhu.quarters;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks each second whether there is work; {@code huzhu.rounds=off} leaves that to whoever calls. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "huzhu.rounds", havingValue = "on", matchIfMissing = true)
class QuarterRound implements AutoCloseable {

    private final QuarterWork work;

    /** A quarter takes a minute: no other round waits for it. */
    private final ExecutorService hand = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("quarters").factory());

    QuarterRound(QuarterWork work) {
        this.work = work;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void go() {
        hand.execute(work::go);
    }

    @Override
    public void close() {
        hand.shutdownNow();
    }
}
