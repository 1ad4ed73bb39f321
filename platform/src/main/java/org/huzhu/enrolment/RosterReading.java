package org.huzhu.enrolment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.huzhu.database.Scope;
import org.huzhu.database.Strain;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.Look.Progress;
import org.huzhu.enrolment.PlanCheck.Held;
import org.huzhu.members.Intake;
import org.huzhu.members.Intake.Awaited;
import org.huzhu.members.Intake.Sighting;
import org.huzhu.members.Paper;
import org.huzhu.roster.ErrorWorkbook;
import org.huzhu.roster.Mapping;
import org.huzhu.roster.Roster;
import org.huzhu.roster.RosterLine;
import org.huzhu.roster.RosterOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the file of a batch and judges its rows, beside whoever waits for it. Each thousand rows stand by themselves;
 * the batch is looked at once all of them do. What a crash leaves half-read is read again from the first row.
 */
@Component
class RosterReading {

    private static final Logger LOG = LoggerFactory.getLogger(RosterReading.class);
    private static final int ROWS_AT_ONCE = 1000;

    private final EnrolmentTables tables;
    private final Intake intake;
    private final Judging judging;
    private final TransactionTemplate transaction;
    private final Map<UUID, Progress> running = new ConcurrentHashMap<>();
    private final Map<UUID, Thread> readers = new ConcurrentHashMap<>();

    RosterReading(EnrolmentTables tables, Intake intake, Judging judging, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.intake = intake;
        this.judging = judging;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How far the reading of the batch is; empty where it is not read just now. */
    Optional<Progress> progress(UUID batch) {
        return Optional.ofNullable(running.get(batch));
    }

    /** Begins to read the last file of the batch, unless it is read already; in the scope at hand. */
    void begin(UUID batch) {
        Scope scope = Scope.required();
        if (running.putIfAbsent(batch, new Progress(0, "读取文件")) == null) {
            Thread reader = Thread.ofVirtual().name("roster-" + batch).unstarted(() -> scope.run(() -> read(batch)));
            readers.put(batch, reader);
            reader.start();
        }
    }

    /** Judges members at once, within the transaction at hand. */
    void named(Batch batch, List<UUID> members) {
        judging.named(batch, members);
    }

    /** Waits until the batch is not read any more. */
    void join(UUID batch) throws InterruptedException {
        Thread reader = readers.get(batch);
        if (reader != null) {
            reader.join();
        }
    }

    private void read(UUID id) {
        try {
            Batch batch = transaction.execute(_ -> tables.batches().find(id).orElseThrow());
            if (batch.state() == State.READING && batch.parts() > 0) {
                readFile(batch);
            } else if (batch.state() == State.READING) {
                judging.read(batch);
            }
        } catch (RuntimeException e) {
            end(id, State.UNREADABLE, List.of(Roster.refusal(e).orElseGet(() -> failed(id, e))));
        } finally {
            readers.remove(id);
            running.remove(id);
        }
    }

    private static String failed(UUID id, RuntimeException failure) {
        LOG.error("The roster of batch {} was not read", id, failure);
        if (Strain.of(failure).equals(Optional.of(Strain.FULL))) {
            return "服务器的磁盘满了，没有读完，一个人也没有记入。请管理员腾出空间（运行 huzhu doctor 看是哪里），再上传一次。";
        }
        return "读取时出了差错，没有读完。请再试一次；还不行的，请联系管理员，并告诉他批次编号。";
    }

    /** The headers of the last file of the batch; none where it is no roster at all. */
    List<String> headers(Batch batch) {
        try {
            return withFile(
                    batch,
                    RosterOrder.usual().needing(Set.of()),
                    roster -> roster.header().texts());
        } catch (RuntimeException e) {
            if (Roster.refusal(e).isPresent()) {
                return List.of();
            }
            throw e;
        }
    }

    /** Writes the rows of the last file that are wrong, with all that is wrong with them. */
    void writeErrors(Batch batch, OutputStream out) {
        Map<Integer, List<Look.Trouble>> troubles =
                transaction.execute(_ -> tables.lines().troubles(batch.id(), batch.parts()));
        withFile(batch, RosterOrder.usual().remembering(mapping(batch)), roster -> {
            try (ErrorWorkbook errors = new ErrorWorkbook(out, roster.header(), ErrorWorkbook.Which.WRONG_ROWS)) {
                for (Optional<RosterLine> line = roster.next(); line.isPresent(); line = roster.next()) {
                    errors.add(RowCheck.withTroubles(
                            line.get(), troubles.getOrDefault(line.get().row(), List.of())));
                }
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Mapping mapping(Batch batch) {
        return transaction.execute(_ -> tables.files().mapping(batch.unit()));
    }

    private <T> T withFile(Batch batch, RosterOrder order, Function<Roster, T> work) {
        try {
            Path file = Files.createTempFile("huzhu-roster-", ".tmp");
            try {
                transaction.executeWithoutResult(_ -> write(batch, file));
                try (Roster roster = Roster.open(file, order)) {
                    return work.apply(roster);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(UUID id, State state, List<String> said) {
        transaction.executeWithoutResult(_ -> tables.batches().move(id, List.of(State.READING), state, said));
    }

    private void readFile(Batch batch) {
        withFile(batch, RosterOrder.usual().remembering(mapping(batch)), roster -> {
            transaction.executeWithoutResult(_ -> prepare(batch));
            RowCheck check = transaction.execute(_ -> judging.check(batch));
            transaction.executeWithoutResult(_ -> tables.lines().persons(batch.id(), batch.parts(), check));
            read(batch, roster, check);
            finish(batch, roster);
            return true;
        });
    }

    private void write(Batch batch, Path file) {
        try {
            tables.files().write(batch.id(), batch.parts(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an earlier try has left is of no use. */
    private void prepare(Batch batch) {
        tables.lines().clear(batch.id(), batch.parts());
        intake.forget(tables.roster(batch, batch.parts()));
    }

    /** Reads ahead while the rows before are judged, and those before them are sealed and kept. */
    private void read(Batch batch, Roster roster, RowCheck check) {
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Scope scope = Scope.required();
            int count = 0;
            Future<List<RosterLine>> next = beside.submit(() -> nextOf(roster));
            Future<?> kept = beside.submit(() -> {});
            for (List<RosterLine> lines = next.get(); !lines.isEmpty(); lines = next.get()) {
                next = beside.submit(() -> nextOf(roster));
                List<Entry> entries = judge(batch, lines, check);
                kept.get();
                running.put(batch.id(), new Progress(count, "核对人员"));
                kept = beside.submit(() -> scope.run(() -> keep(batch, entries)));
                count += lines.size();
            }
            kept.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<RosterLine> nextOf(Roster roster) {
        List<RosterLine> lines = new ArrayList<>(ROWS_AT_ONCE);
        while (lines.size() < ROWS_AT_ONCE) {
            Optional<RosterLine> line = roster.next();
            if (line.isEmpty()) {
                break;
            }
            lines.add(line.get());
        }
        return lines;
    }

    private List<Entry> judge(Batch batch, List<RosterLine> lines, RowCheck check) {
        return transaction.execute(_ -> {
            List<Optional<Paper>> papers = lines.stream().map(RowCheck::paper).toList();
            List<Sighting> known = intake.recognise(
                    batch.unit(), papers.stream().flatMap(Optional::stream).toList());
            Map<UUID, List<Held>> held =
                    tables.people().held(known.stream().map(Sighting::person).toList(), batch.unit());
            Map<Integer, Sighting> parents = parents(batch, lines);
            List<Entry> entries = new ArrayList<>(lines.size());
            int at = 0;
            for (int i = 0; i < lines.size(); i++) {
                if (papers.get(i).isEmpty()) {
                    entries.add(RowCheck.wrong(lines.get(i)));
                } else {
                    Sighting who = known.get(at++);
                    List<Held> holds = held.getOrDefault(who.person(), List.of());
                    entries.add(check.judge(
                            new Candidate.Seen(
                                    lines.get(i),
                                    papers.get(i).get(),
                                    who,
                                    Optional.ofNullable(parents.get(lines.get(i).row()))),
                            holds));
                }
            }
            return entries;
        });
    }

    /** Each thousand in a transaction of their own. */
    private void keep(Batch batch, List<Entry> entries) {
        transaction.executeWithoutResult(_ -> {
            List<Awaited> newcomers =
                    entries.stream().flatMap(entry -> entry.newcomer().stream()).toList();
            intake.await(tables.roster(batch, batch.parts()), batch.unit(), newcomers);
            tables.lines().add(batch, batch.parts(), entries);
        });
    }

    /** The parents of children, by row. */
    private Map<Integer, Sighting> parents(Batch batch, List<RosterLine> lines) {
        Map<Integer, Paper> papers = new LinkedHashMap<>();
        lines.forEach(line -> Candidate.parent(line).ifPresent(paper -> papers.put(line.row(), paper)));
        if (papers.isEmpty()) {
            return Map.of();
        }
        Iterator<Sighting> known =
                intake.recognise(batch.unit(), List.copyOf(papers.values())).iterator();
        Map<Integer, Sighting> parents = new HashMap<>();
        papers.keySet().forEach(row -> parents.put(row, known.next()));
        return parents;
    }

    private void finish(Batch batch, Roster roster) {
        transaction.executeWithoutResult(_ -> {
            List<String> said = new ArrayList<>(roster.notices());
            if (batch.parts() > 1) {
                tables.lines().replaceWrong(batch.id(), batch.parts());
            }
            tables.lines().strike(batch);
            batch.plans().forEach(pinned -> judging.level(batch, pinned, said::add));
            tables.files().remember(batch.unit(), batch.path(), roster.header().mapping());
            tables.batches().move(batch.id(), List.of(State.READING), State.LOOKED, said);
        });
    }
}
