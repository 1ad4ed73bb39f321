package org.huzhu.quarters.drop;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks each few seconds for deliveries; {@code huzhu.rounds=off} leaves that to whoever calls. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "huzhu.rounds", havingValue = "on", matchIfMissing = true)
class DropRound implements AutoCloseable {

    private final Drops drops;

    /** A delivery may have gigabytes: no other round waits for it. */
    private final ExecutorService hand = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("deliveries").factory());

    DropRound(Drops drops) {
        this.drops = drops;
    }

    @Scheduled(fixedDelay = 5, initialDelay = 7, timeUnit = TimeUnit.SECONDS)
    void go() {
        hand.execute(drops::go);
    }

    @Override
    public void close() {
        hand.shutdownNow();
    }
}
