package org.huzhu.quarters.designated;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Chance;
import org.huzhu.quarters.designated.Designation.Kind;
import org.huzhu.quarters.designated.DesignationList.Entry;
import org.huzhu.quarters.designated.JdbcDesignations.Begin;
import org.huzhu.quarters.designated.JdbcDesignations.Fresh;
import org.huzhu.quarters.designated.JdbcDesignations.Known;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

@Service
class DesignationsService implements Designations {

    private final JdbcDesignations designations;
    private final Access access;
    private final AuditTrail trail;
    private final Clock clock;
    private final Chance chance;
    private final TransactionOperations transactions;

    DesignationsService(
            JdbcDesignations designations,
            Access access,
            AuditTrail trail,
            Clock clock,
            Chance chance,
            TransactionOperations transactions) {
        this.designations = designations;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
        this.chance = chance;
        this.transactions = transactions;
    }

    private String require(Caller caller, Operation operation) {
        String path = caller.path().orElse("");
        access.require(caller, operation, path);
        return path;
    }

    private <T> T whole(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    private void done(String object, String what, String path) {
        trail.record(Deed.done(Operation.QUARTER_RUN.title(), "designation", object)
                .because(what)
                .at(path));
    }

    @Override
    public List<Designation> all(Caller caller, Kind kind, int max) {
        String _ = require(caller, Operation.QUARTER_VIEW);
        return whole(() -> designations.all(kind, max));
    }

    @Override
    public int count(Caller caller, Kind kind, LocalDate day) {
        String _ = require(caller, Operation.QUARTER_VIEW);
        return whole(() -> designations.count(kind, day));
    }

    @Override
    public Taken bring(Caller caller, Kind kind, InputStream list) {
        String _ = require(caller, Operation.QUARTER_RUN);
        DesignationList read = DesignationList.of(list);
        if (!read.wrong().isEmpty()) {
            return new Taken(0, 0, read.wrong());
        }
        return whole(() -> {
            String path = require(caller, Operation.QUARTER_RUN);
            designations.oneByOne(kind, path);
            Taken taken = take(kind, path, read.entries());
            done(kind.name(), "%d fresh, %d changed".formatted(taken.fresh(), taken.changed()), path);
            return taken;
        });
    }

    /** What a list says twice counts once: the last line of it. */
    private Taken take(Kind kind, String path, List<Entry> entries) {
        Map<Begin, Known> known = designations.known(kind, path);
        Map<Begin, Fresh> fresh = new HashMap<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int changed = 0;
        for (Entry entry : entries) {
            Begin begin = designations.begin(entry);
            Known there = known.get(begin);
            if (there == null) {
                fresh.put(begin, new Fresh(chance.id(now), path, kind, entry, now));
            } else if (!there.until().equals(entry.until()) && designations.until(there.id(), entry.until())) {
                known.put(begin, new Known(there.id(), entry.until()));
                changed++;
            }
        }
        designations.add(new ArrayList<>(fresh.values()));
        return new Taken(fresh.size(), changed, List.of());
    }

    @Override
    public boolean end(Caller caller, UUID id, LocalDate lastDay) {
        return whole(() -> {
            String path = require(caller, Operation.QUARTER_RUN);
            boolean ended = designations.until(id, Optional.of(lastDay.plusDays(1)));
            if (ended) {
                done(id.toString(), "end " + lastDay, path);
            }
            return ended;
        });
    }
}
