package org.huzhu.audit;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Seals the trail each minute; {@code huzhu.rounds=off} leaves it to whoever calls. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "huzhu.rounds", havingValue = "on", matchIfMissing = true)
class SealingRound {

    private static final Logger LOG = LoggerFactory.getLogger(SealingRound.class);

    private final AuditSeals seals;

    SealingRound(AuditSeals seals) {
        this.seals = seals;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void seal() {
        long sealed = seals.seal();
        if (sealed > 0) {
            LOG.info("Sealed {} records of the audit trail", sealed);
        }
    }
}
