package org.huzhu.quarters;

import static org.huzhu.quarters.QuarterRefused.require;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.documents.Documents;
import org.huzhu.documents.LargeFiles;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementStopped;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.QuarterRefused.Reason;
import org.huzhu.quarters.Run.State;
import org.huzhu.quarters.Trial.Progress;
import org.huzhu.quarters.checks.QuarterChecks;
import org.huzhu.quarters.working.YearlyRules;
import org.springframework.stereotype.Service;

@Service
class QuarterDeskService implements QuarterDesk {

    private final Books books;
    private final Settling settling;
    private final Comparing comparing;
    private final Owes owes;
    private final Store store;
    private final QuarterTools tools;

    QuarterDeskService(
            Books books, Settling settling, Comparing comparing, Owes owes, Store store, QuarterTools tools) {
        this.books = books;
        this.settling = settling;
        this.comparing = comparing;
        this.owes = owes;
        this.store = store;
        this.tools = tools;
    }

    /** The tables of this room. */
    @org.springframework.stereotype.Component("quarterBooks")
    record Books(JdbcRuns runs, JdbcTrials trials, JdbcLines lines, JdbcTasks tasks, QuarterChecks checks) {

        Run required(UUID run) {
            return runs.one(run).orElseThrow(() -> new QuarterRefused(Reason.ABSENT));
        }
    }

    /** Where files lie, and what they are settled by. */
    @org.springframework.stereotype.Component("quarterStore")
    record Store(
            LargeFiles files, Documents documents, Bringing bringing, Bringing.Drawing drawing, YearlyRules rules) {}

    @Override
    public List<String> plans(Caller caller, int year) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return store.rules().plans(year);
    }

    @Override
    public List<Run> runs(Caller caller, int max) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() -> books.runs().all(max));
    }

    @Override
    public Optional<Run> run(Caller caller, UUID run) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() -> books.runs().one(run));
    }

    @Override
    public UUID open(Caller caller, Quarter quarter) {
        return tools.whole(() -> {
            String path = tools.require(caller, Operation.QUARTER_RUN);
            return store.drawing()
                    .open(Operation.QUARTER_RUN, path, quarter)
                    .map(Run::id)
                    .orElseThrow(() -> new QuarterRefused(Reason.OPEN_ALREADY));
        });
    }

    @Override
    public FeedFile bring(Caller caller, UUID id, Kind kind, InputStream bytes, Manifest manifest) {
        String _ = tools.require(caller, Operation.QUARTER_FEED);
        Run run = tools.whole(() -> books.required(id));
        requireTakes(run, kind);
        return store.bringing()
                .bring(caller, () -> run, kind, bytes, manifest)
                .file()
                .orElseThrow(() -> new QuarterRefused(Reason.KNOWN_FILE));
    }

    @Override
    public Brought bring(Caller caller, Quarter quarter, Kind kind, InputStream bytes, Manifest manifest) {
        String path = tools.require(caller, Operation.QUARTER_FEED);
        requireTakes(path, quarter, kind);
        return store.bringing().bring(caller, () -> store.drawing().opened(path, quarter), kind, bytes, manifest);
    }

    @Override
    public List<Boolean> bring(Caller caller, Quarter quarter, List<Sent> sent) {
        String path = tools.require(caller, Operation.QUARTER_FEED);
        sent.forEach(each -> requireTakes(path, quarter, each.kind()));
        return store.bringing().bring(caller, () -> store.drawing().opened(path, quarter), sent);
    }

    /** Looked at before anything is read; whether it does so still is asked again once the files have come. */
    private void requireTakes(String path, Quarter quarter, Kind kind) {
        tools.whole(() -> books.runs().of(path, quarter)).ifPresentOrElse(run -> requireTakes(run, kind), () -> {
            Quarter next = tools.whole(() -> store.drawing().next(path, quarter));
            require(kind.isBrought() && !store.drawing().isLaid(next), Reason.DRAWS);
        });
    }

    private void requireTakes(Run run, Kind kind) {
        require(!run.state().isSettled(), Reason.OTHER_STATE);
        require(kind.isBrought() && !store.drawing().isLaid(run.quarter()), Reason.DRAWS);
    }

    @Override
    public void drop(Caller caller, UUID id, UUID file) {
        tools.whole(() -> {
            String _ = tools.require(caller, Operation.QUARTER_RUN);
            Run run = books.required(id);
            require(books.runs().reopen(id), Reason.OTHER_STATE);
            require(books.runs().drop(id, file), Reason.ABSENT);
            store.documents().drop(file);
            tools.done(Operation.QUARTER_RUN, "drop", run);
            return true;
        });
    }

    @Override
    public List<FeedFile> files(Caller caller, UUID run) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() -> books.runs().files(run));
    }

    @Override
    public int ask(Caller caller, UUID id) {
        String _ = tools.require(caller, Operation.QUARTER_RUN);
        Run asked = tools.whole(() -> books.required(id));
        tools.whole(() -> store.drawing().list(asked)).ifPresent(list -> lay(caller, asked, list));
        return tools.whole(() -> {
            String _ = tools.require(caller, Operation.QUARTER_RUN);
            Run run = books.required(id);
            List<Kind> kinds =
                    books.runs().files(id).stream().map(FeedFile::kind).toList();
            require(Kind.suffice(kinds), Reason.FILES_MISSING);
            require(
                    books.runs().ofYear(run.path(), run.quarter()).stream()
                            .allMatch(
                                    each -> each.id().equals(id) || each.state().isSettled()),
                    Reason.EARLIER_FIRST);
            int trial = books.runs().begin(id).orElseThrow(() -> new QuarterRefused(Reason.OTHER_STATE));
            books.trials().add(run, trial, tools.now());
            books.tasks().add(tools.freshId(), run, JdbcTasks.Task.Kind.TRIAL, trial);
            tools.done(Operation.QUARTER_RUN, "trial " + trial, run);
            return trial;
        });
    }

    private void lay(Caller caller, Run run, byte[] list) {
        List<FeedFile> laid = files(caller, run.id());
        if (!Bringing.Drawing.isAmong(laid, list)) {
            laid.forEach(file -> drop(caller, run.id(), file.id()));
            Brought _ = store.bringing()
                    .bring(
                            caller,
                            () -> run,
                            Bringing.Drawing.kind(run),
                            new ByteArrayInputStream(list),
                            Manifest.NONE);
        }
    }

    @Override
    public Optional<Trial> trial(Caller caller, UUID id) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() -> last(id).map(JdbcTrials.Kept::trial));
    }

    private Optional<JdbcTrials.Kept> last(UUID id) {
        return books.runs().one(id).flatMap(run -> books.trials().one(id, run.trial()));
    }

    @Override
    public Optional<Progress> progress(Caller caller, UUID id) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() ->
                books.runs().one(id).flatMap(run -> books.tasks().progress(id, run.trial())));
    }

    @Override
    public Optional<Comparison> compare(Caller caller, UUID id) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() ->
                last(id).flatMap(kept -> kept.trial().come()).map(come -> comparing.of(books.required(id), come)));
    }

    @Override
    public List<Warning> warnings(Caller caller, UUID id) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() -> books.trials().warnings(id, books.required(id).trial()));
    }

    @Override
    public void rejects(Caller caller, UUID id, Path to) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        UUID file = tools.whole(() -> last(id).flatMap(JdbcTrials.Kept::rejects))
                .orElseThrow(() -> new QuarterRefused(Reason.ABSENT));
        store.files().write(file, to);
    }

    @Override
    public void see(Caller caller, UUID id, int trial, Warning.Kind kind) {
        tools.whole(() -> {
            String _ = tools.require(caller, Operation.QUARTER_RUN);
            Run run = books.required(id);
            require(run.trial() == trial, Reason.LOOK_AGAIN);
            books.trials().seen(id, trial, kind);
            tools.done(Operation.QUARTER_RUN, "seen " + kind, run);
            return true;
        });
    }

    @Override
    public void propose(Caller caller, UUID id, int trial) {
        tools.whole(() -> {
            String _ = tools.require(caller, Operation.QUARTER_RUN);
            Run run = books.required(id);
            require(run.trial() == trial, Reason.LOOK_AGAIN);
            require(books.trials().warnings(id, trial).stream().allMatch(Warning::seen), Reason.WARNINGS);
            require(books.checks().isDone(id, store.drawing().checkedBy(run)), Reason.CHECKS);
            require(books.runs().propose(id, trial), Reason.OTHER_STATE);
            tools.done(Operation.QUARTER_RUN, "propose " + trial, run);
            return true;
        });
    }

    @Override
    public void confirm(Caller caller, UUID id, int trial) {
        tools.whole(() -> {
            String _ = tools.require(caller, Operation.QUARTER_CONFIRM);
            Run run = books.required(id);
            require(run.trial() == trial, Reason.LOOK_AGAIN);
            require(run.state() == State.COMPARED, Reason.OTHER_STATE);
            require(run.proposedBy().filter(caller.account().toString()::equals).isEmpty(), Reason.BY_THE_SAME);
            require(books.runs().confirm(id, trial, tools.today()), Reason.LOOK_AGAIN);
            require(books.checks().isDone(id, store.drawing().checkedBy(run)), Reason.CHECKS);
            owes.openFund(run);
            books.lines()
                    .parts(id, trial)
                    .forEach(part -> books.tasks().add(tools.freshId(), run, JdbcTasks.Task.Kind.OWE, part));
            tools.done(Operation.QUARTER_CONFIRM, "confirm " + trial, run);
            return true;
        });
    }

    @Override
    public int partsLeft(Caller caller, UUID id) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() -> books.tasks().left(id));
    }

    @Override
    public boolean isSame(Caller caller, UUID id) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        Run run = tools.whole(() -> books.required(id));
        require(run.state().isSettled(), Reason.OTHER_STATE);
        Trial.Come stands = tools.whole(() -> last(id))
                .flatMap(kept -> kept.trial().come())
                .orElseThrow(() -> new QuarterRefused(Reason.ABSENT));
        boolean[] same = {false};
        try {
            settling.settle(
                    tools.whole(() -> settling.inputs(run, books.runs(), books.trials())),
                    SettlementListener.SILENT,
                    again -> same[0] = again.come().payments().equals(stands.payments()));
        } catch (SettlementStopped _) {
            return false;
        }
        return same[0];
    }

    @Override
    public void close(Caller caller, UUID id) {
        tools.whole(() -> {
            String _ = tools.require(caller, Operation.QUARTER_RUN);
            Run run = books.required(id);
            require(books.runs().step(run, State.PAID, State.CLOSED), Reason.OTHER_STATE);
            tools.done(Operation.QUARTER_RUN, "close", run);
            return true;
        });
    }
}
