package org.huzhu.notices;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends the courier each second; {@code huzhu.rounds=off} leaves that to whoever calls. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "huzhu.rounds", havingValue = "on", matchIfMissing = true)
class CourierRound {

    private final Courier courier;

    CourierRound(Courier courier) {
        this.courier = courier;
    }

    /** At a rate: one that takes long holds up no other round of the house, and who comes meanwhile turns back. */
    @Scheduled(fixedRate = 1, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void go() {
        courier.go();
    }
}
