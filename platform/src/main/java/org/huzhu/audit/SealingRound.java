package org.huzhu.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.huzhu.database.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Seals the trail each minute and keeps its head each day; {@code huzhu.rounds=off} leaves both to whoever calls.
 *
 * <p>The heads go, a line each, into {@code logs/anchors.txt}, or the file that {@code huzhu.anchor-file} (in the
 * environment {@code HUZHU_ANCHOR_FILE}) names: best one on another machine, or where nothing can be changed.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "huzhu.rounds", havingValue = "on", matchIfMissing = true)
class SealingRound {

    private static final Logger LOG = LoggerFactory.getLogger(SealingRound.class);

    private static final String LATE = "0 55 23 * * *";
    private static final String CHINA = "Asia/Shanghai";

    private final AuditSeals seals;
    private final Path anchors;

    SealingRound(AuditSeals seals, Home home, @Value("${huzhu.anchor-file:}") String file) {
        this.seals = seals;
        this.anchors = file.isBlank() ? home.logs().resolve("anchors.txt") : Path.of(file);
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void seal() {
        long sealed = seals.seal();
        if (sealed > 0) {
            LOG.info("Sealed {} records of the audit trail", sealed);
        }
    }

    @Scheduled(cron = LATE, zone = CHINA)
    void anchor() {
        seal();
        seals.anchor().ifPresent(this::keep);
    }

    private void keep(Anchor head) {
        try {
            Files.writeString(anchors, head.line() + "\n", UTF_8, CREATE, APPEND);
        } catch (IOException e) {
            LOG.error("The head of the audit trail, {}, was not written to {}", head.line(), anchors, e);
        }
    }
}
