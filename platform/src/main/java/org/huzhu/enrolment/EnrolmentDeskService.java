package org.huzhu.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.JdbcFiles.Place;
import org.huzhu.enrolment.Look.Finding;
import org.huzhu.enrolment.Look.PlanSum;
import org.huzhu.roster.Column;
import org.huzhu.roster.Mapping;
import org.huzhu.roster.Roster;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class EnrolmentDeskService implements EnrolmentDesk {

    private static final List<State> READABLE_AGAIN = List.of(State.UNREADABLE, State.LOOKED);
    private static final List<State> CORRECTABLE = List.of(State.LOOKED, State.UNREADABLE, State.RETURNED);

    private final Desk desk;
    private final EnrolmentTables tables;
    private final RosterReading reading;
    private final Offering offering;
    private final Filing filing;
    private final Turns turns;
    private final TransactionTemplate transaction;

    EnrolmentDeskService(
            Desk desk, EnrolmentTables tables, RosterReading reading, Offering offering, Filing filing, Turns turns) {
        this.desk = desk;
        this.tables = tables;
        this.reading = reading;
        this.offering = offering;
        this.filing = filing;
        this.turns = turns;
        this.transaction = new TransactionTemplate(turns.transactions());
    }

    @Override
    public List<Choice> choices(Caller caller, UUID unit) {
        return transaction.execute(_ -> {
            String path = turns.open(unit).path();
            desk.require(caller, Operation.ENROLMENT_FILE, path);
            return offering.choices(unit, path, desk.today());
        });
    }

    @Override
    public UUID bring(Caller caller, Order order, String name, InputStream file) {
        UUID id = desk.freshId();
        transaction.executeWithoutResult(_ -> {
            String path = begin(caller, order, id, false);
            tables.batches().beginPart(id, List.of(State.READING));
            keep(new Place(id, path, 1), name, file);
        });
        reading.begin(id);
        return id;
    }

    /** Adds a batch that nobody is in yet; the path of its unit. */
    private String begin(Caller caller, Order order, UUID id, boolean renews) {
        String path = turns.open(order.unit()).path();
        desk.require(caller, Operation.ENROLMENT_FILE, path);
        JdbcBatches.Named named = new JdbcBatches.Named(id, tables.batches().nextNumber(desk.today()), renews);
        tables.batches().add(named, path, order, offering.pinned(order, path, desk.today()), desk.step(caller));
        desk.done("enrolment.bring", id);
        return path;
    }

    @Override
    public UUID renew(Caller caller, Order order) {
        UUID id = desk.freshId();
        transaction.executeWithoutResult(_ -> begin(caller, order, id, true));
        reading.begin(id);
        return id;
    }

    @Override
    public UUID propose(Caller caller, Order order, List<UUID> members) {
        UUID id = desk.freshId();
        transaction.executeWithoutResult(_ -> {
            begin(caller, order, id, false);
            reading.named(tables.batches().find(id).orElseThrow(), members);
        });
        return id;
    }

    @Override
    public void leaveOut(Caller caller, UUID id, int part, int row) {
        filing.leaveOut(caller, id, part, row);
    }

    private void keep(Place place, String name, InputStream file) {
        try {
            tables.files().keep(place, name, file, Roster.fileBytesMax());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void correct(Caller caller, UUID id, String name, InputStream file) {
        transaction.executeWithoutResult(_ -> {
            Batch batch = toFile(caller, id);
            if (batch.state() == State.RETURNED) {
                tables.lines().clear(id, 0);
            }
            int part =
                    tables.batches().beginPart(id, CORRECTABLE).orElseThrow(() -> new EnrolmentRefused(Reason.STATE));
            desk.done("enrolment.correct", id);
            keep(new Place(id, batch.path(), part), name, file);
        });
        reading.begin(id);
    }

    /** The batch, which the caller may file, and nobody else moves until the transaction ends. */
    private Batch toFile(Caller caller, UUID id) {
        Batch batch = tables.batches().lock(id).orElseThrow(() -> new EnrolmentRefused(Reason.NOT_FOUND));
        desk.require(caller, Operation.ENROLMENT_FILE, batch.path());
        return batch;
    }

    @Override
    public void map(Caller caller, UUID id, Map<String, Column> columns) {
        transaction.executeWithoutResult(_ -> {
            Batch batch = toFile(caller, id);
            tables.files().remember(batch.unit(), batch.path(), new Mapping(columns));
            if (!tables.batches().move(id, READABLE_AGAIN, State.READING, List.of())) {
                throw new EnrolmentRefused(Reason.STATE);
            }
        });
        reading.begin(id);
    }

    @Override
    public List<String> headers(Caller caller, UUID id) {
        Batch batch = seen(caller, id);
        return CORRECTABLE.contains(batch.state()) ? reading.headers(batch) : List.of();
    }

    private Batch seen(Caller caller, UUID id) {
        return transaction.execute(_ -> {
            Batch batch = tables.batches().find(id).orElseThrow(() -> new EnrolmentRefused(Reason.NOT_FOUND));
            desk.require(caller, Operation.ENROLMENT_VIEW, batch.path());
            return batch;
        });
    }

    @Override
    public Look look(Caller caller, UUID id) {
        Batch batch = seen(caller, id);
        if (batch.state() == State.READING) {
            reading.begin(id);
        }
        return transaction.execute(_ -> {
            boolean isLooked = batch.state() == State.LOOKED;
            List<PlanSum> sums =
                    isLooked ? tables.lines().sums(id) : tables.covers().sums(id);
            List<Finding> findings = new ArrayList<>();
            if (isLooked) {
                findings.addAll(offering.findings(batch, sums, desk.today()));
                leftOut(id).ifPresent(findings::add);
            }
            int clashes = tables.covers().clashes(id);
            if (clashes > 0) {
                findings.add(new Finding(false, "另有单位也为这一批里的 %,d 人报过同一计划，按先参保的为准，没有重复参保".formatted(clashes)));
            }
            JdbcLines.Counts counts = tables.lines().counts(id);
            return new Look(batch, counts.counts(), counts.replaced(), sums, reading.progress(id), findings);
        });
    }

    /** Whoever renews last year's list learns who is not in this year's. */
    private Optional<Finding> leftOut(UUID batch) {
        int people = tables.covers().leftOut(batch, JdbcPeople.RENEWAL_DAYS);
        return people == 0
                ? Optional.empty()
                : Optional.of(
                        new Finding(false, "上一期参保的人里，有 %,d 人不在这份名册里，到期以后不再有保障。离职、退休的不用管；漏了的，请补报".formatted(people)));
    }

    @Override
    public Look await(Caller caller, UUID id) {
        try {
            reading.join(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return look(caller, id);
    }

    @Override
    public List<Look.Row> rows(Caller caller, UUID id, Look.Kind kind, int after, int max) {
        seen(caller, id);
        return transaction.execute(_ -> tables.lines().rows(id, kind, after, max));
    }

    @Override
    public void writeErrors(Caller caller, UUID id, OutputStream out) {
        Batch batch = seen(caller, id);
        if (batch.state() != State.LOOKED || batch.parts() == 0) {
            throw new EnrolmentRefused(Reason.STATE);
        }
        reading.writeErrors(batch, out);
    }

    @Override
    public void confirm(Caller caller, UUID id) {
        Look look = look(caller, id);
        Batch batch = look.batch();
        desk.require(caller, Operation.ENROLMENT_FILE, batch.path());
        if (batch.state() != State.LOOKED) {
            throw new EnrolmentRefused(Reason.STATE);
        }
        if (!look.isReady()) {
            throw new EnrolmentRefused(look.people() == 0 ? Reason.NOBODY : Reason.HELD_BACK);
        }
        Optional<String> turn = batch.channel() == Channel.AGENCY
                ? turns.after(batch.unit(), caller.path().orElse(batch.path()))
                : Optional.empty();
        try {
            file(caller, id, turn);
        } catch (EnrolmentRefused e) {
            if (e.reason() == Reason.LOOK_AGAIN) {
                transaction.executeWithoutResult(_ -> strikeHeld(batch));
                map(caller, id, new HashMap<>());
            }
            throw e;
        }
    }

    /** Whoever gave way because two waited for each other tries once more: by then the other has come to an end. */
    private void file(Caller caller, UUID id, Optional<String> turn) {
        try {
            filing.confirm(caller, id, turn);
        } catch (EnrolmentRefused e) {
            if (!(e.getCause() instanceof PessimisticLockingFailureException)) {
                throw e;
            }
            filing.confirm(caller, id, turn);
        }
    }

    /** Only the last file is read again: of the others the rows are judged by what stands now. */
    private void strikeHeld(Batch batch) {
        for (Batch.Pinned pinned : batch.plans()) {
            Set<String> others = new HashSet<>(offering.notWith(pinned.plan(), batch.startsOn()));
            others.add(pinned.plan());
            tables.people().strikeHeld(batch, pinned.plan(), others);
        }
    }

    @Override
    public void approve(Caller caller, UUID id) {
        Batch batch = seen(caller, id);
        filing.approve(caller, id, turns.after(batch.unit(), caller.path().orElse(batch.path())));
    }

    @Override
    public void giveBack(Caller caller, UUID id, String reason) {
        filing.giveBack(caller, id, reason);
    }

    @Override
    public void takeBack(Caller caller, UUID id, String reason) {
        filing.takeBack(caller, id, reason);
    }

    @Override
    public void drop(Caller caller, UUID id) {
        filing.drop(caller, id);
    }

    @Override
    public List<Batch> batches(Caller caller, Optional<UUID> unit, int max) {
        desk.require(caller, Operation.ENROLMENT_VIEW, caller.path().orElse(""));
        return transaction.execute(_ -> tables.batches().list(unit, max));
    }

    @Override
    public List<Batch> toReview(Caller caller, int max) {
        desk.require(caller, Operation.ENROLMENT_REVIEW, caller.path().orElse(""));
        return transaction.execute(_ -> tables.batches().toReview(max));
    }
}
