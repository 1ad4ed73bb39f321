package org.huzhu.documents;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.huzhu.database.Scope;
import org.huzhu.documents.JdbcBlobs.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

@Service
class StoredDocumentsService implements StoredDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(StoredDocumentsService.class);
    private static final int BATCH = 1000;
    private static final int SHOWN_MAX = 10;

    /** What is laid down has its row within minutes; copies that are being made take what was dropped meanwhile. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Shelf shelf;
    private final JdbcBlobs blobs;
    private final Tools tools;

    StoredDocumentsService(Shelf shelf, JdbcBlobs blobs, Tools tools) {
        this.shelf = shelf;
        this.blobs = blobs;
        this.tools = tools;
    }

    @Override
    public List<String> broken() {
        List<String> broken = new ArrayList<>();
        List<Row> rows;
        String last = "";
        do {
            String after = last;
            rows = whole(() -> blobs.after(after, BATCH));
            for (Row row : rows) {
                last = row.name();
                if (broken.size() < SHOWN_MAX && !isWhole(row) && isStillThere(row)) {
                    broken.add(row.document() + " " + row.place());
                }
            }
        } while (rows.size() == BATCH && broken.size() < SHOWN_MAX);
        try {
            orphans().stream().limit(SHOWN_MAX).forEach(broken::add);
        } catch (IOException e) {
            LOG.error("What lies outside cannot be listed", e);
            broken.add(String.valueOf(e.getMessage()));
        }
        return broken;
    }

    private boolean isWhole(Row row) {
        try {
            return shelf.get(row.name())
                    .filter(bytes -> Vault.nameOf(bytes).equals(row.name()))
                    .isPresent();
        } catch (IOException e) {
            LOG.error("What lies outside cannot be read", e);
            return false;
        }
    }

    /** Not dropped since the row was read. */
    private boolean isStillThere(Row row) {
        return whole(() -> blobs.needed(
                        List.of(row.name()), tools.clock().instant().plus(PATIENCE)))
                .contains(row.name());
    }

    private List<String> orphans() throws IOException {
        Instant since = tools.clock().instant().minus(PATIENCE);
        List<String> orphans = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        shelf.each(since, name -> {
            asked.add(name);
            if (asked.size() == BATCH) {
                addUnneeded(asked, since, orphans);
            }
        });
        addUnneeded(asked, since, orphans);
        return orphans;
    }

    private void addUnneeded(List<String> asked, Instant since, List<String> orphans) {
        if (!asked.isEmpty()) {
            var needed = whole(() -> blobs.needed(asked, since));
            asked.stream().filter(name -> !needed.contains(name)).forEach(orphans::add);
            asked.clear();
        }
    }

    @Override
    public int sweep() {
        int swept = 0;
        try {
            for (String orphan : orphans()) {
                shelf.remove(orphan);
                swept++;
            }
        } catch (IOException e) {
            LOG.error("What lies outside was not swept to the end", e);
        }
        Instant until = tools.clock().instant().minus(PATIENCE);
        whole(() -> {
            blobs.forget(until);
            return true;
        });
        return swept;
    }

    private <T> T whole(Supplier<T> work) {
        return Scope.ofSystem().call(() -> tools.whole(work));
    }

    /** Each night, unless the rounds are off: those have a context of their own, without schedules. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void eachNight() {
        int swept = sweep();
        if (swept > 0) {
            LOG.info("Swept {} things that no document needs", swept);
        }
    }
}
