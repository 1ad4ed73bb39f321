package org.huzhu.bench.replay;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huzhu.adjudication.Matches;
import org.huzhu.bench.Bench;
import org.huzhu.bench.replay.Stopwatch.Timed;
import org.huzhu.city.Machine;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Part;
import org.huzhu.history.History;
import org.huzhu.plan.Library;

/** The process of one side of the replay: says what it measured, and what it answered. */
public final class ReplaySide {

    private static final double WARM_SECONDS = 2;

    private final PrintStream out = Bench.output();
    private final Path store;
    private final Map<String, String> texts;
    private final int threads;
    private final int runs;

    private ReplaySide(Path store, Path plans, int threads, int runs) {
        this.store = store;
        this.texts = Trial.texts(plans);
        this.threads = threads;
        this.runs = runs;
    }

    /** Who judges, or makes what is judged. */
    enum Side {
        STORE,
        HUZHU,
        DUCKDB,
        DROOLS
    }

    /** Takes the side, the store, the folder of plans, threads, runs, and how much: parts, or members of the sample. */
    public static void main(String[] arguments) throws Exception {
        ReplaySide side = new ReplaySide(
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
        int much = Integer.parseInt(arguments[5]);
        switch (Side.valueOf(arguments[0])) {
            case STORE ->
                new Society(side.library(Trial.ALL.getLast())).write(side.store, much, Part.MEMBERS, side.threads);
            case HUZHU -> side.huzhu();
            case DUCKDB -> side.duckDb();
            case DROOLS -> side.drools(much);
        }
        side.say("peak", Machine.peakProcess().orElse(0));
        side.out.flush();
    }

    private Library library(Trial trial) {
        return trial.library(texts);
    }

    private <T> T say(String what, Timed<T> timed) {
        out.println(
                Report.TIME.formatted(what, timed.time().seconds(), timed.time().processor()));
        out.flush();
        return timed.answer();
    }

    private void say(String what, long number) {
        out.println(Report.NUMBER.formatted(what, number));
    }

    private void answer(Trial trial, Answers answers) {
        Report.lines(trial.name(), answers).forEach(out::println);
    }

    private void huzhu() throws Exception {
        History history = History.open(store);
        List<FactColumns> parts = say("load", Stopwatch.time(() -> load(history)));
        say("events", parts.stream().mapToLong(FactColumns::events).sum());
        OurReplay replay = new OurReplay(parts, history.words());
        Trial first = Trial.ALL.getFirst();
        Library changed = library(first);
        say("first " + first.name(), Stopwatch.time(() -> replay.judge(changed, first.plans(), threads)));
        say("sum", Stopwatch.median(runs, () -> replay.sumOfColumns(threads)));
        for (Trial trial : Trial.ALL) {
            Library library = library(trial);
            answer(trial, judged("judge " + trial.name(), () -> replay.judge(library, trial.plans(), threads)));
            if (trial.plans().size() == 1) {
                price(replay, trial, library);
            }
        }
    }

    private List<FactColumns> load(History history) {
        return history.loadAll(Society.COSTS, threads, History.Progress.NONE).stream()
                .map(Part::facts)
                .toList();
    }

    /** Warms up first, at least once and for two seconds; then the median. */
    private Answers judged(String what, Callable<Answers> judge) throws Exception {
        double warm = 0;
        while (warm < WARM_SECONDS) {
            warm += Stopwatch.time(judge).time().seconds();
        }
        return say(what, Stopwatch.median(runs, judge));
    }

    private void price(OurReplay replay, Trial trial, Library library) throws Exception {
        String plan = trial.plans().getFirst();
        List<Matches> matches =
                say("match " + trial.name(), Stopwatch.time(() -> replay.match(library, plan, threads)));
        Answers answers = judged("price " + trial.name(), () -> replay.price(library, plan, matches, threads));
        Report.lines("price " + trial.name(), answers).forEach(out::println);
    }

    private void duckDb() throws Exception {
        History history = History.open(store);
        try (Connection connection = DuckReplay.open(threads)) {
            say("sum of the store", Stopwatch.median(runs, () -> {
                DuckReplay.sum(connection, store);
                return "";
            }));
            say("load", Stopwatch.time(() -> {
                DuckReplay.load(connection, store);
                return "";
            }));
            DuckReplay replay = new DuckReplay(connection, history.words());
            for (Trial trial : Trial.ALL) {
                Library library = library(trial);
                answer(trial, judged("judge " + trial.name(), () -> replay.judge(library, trial.plans())));
            }
        }
    }

    private void drools(int members) throws Exception {
        History history = History.open(store);
        Part part = history.load(0, Society.COSTS);
        say("events", part.facts().eventsTo(Math.min(members, part.facts().members()) - 1));
        for (Trial trial : Trial.ALL) {
            Library library = library(trial);
            DroolsReplay replay = say(
                    "compile " + trial.name(),
                    Stopwatch.time(() -> new DroolsReplay(library, history.words(), trial.plans())));
            List<List<Object>> facts = replay.facts(part.facts(), members);
            answer(trial, judged("judge " + trial.name(), () -> replay.judge(facts, 0)));
            answerOfSample(
                    trial,
                    library,
                    part.facts(),
                    history,
                    Math.min(members, part.facts().members()));
        }
    }

    /** What our judge finds for the very members that Drools judges. */
    private void answerOfSample(Trial trial, Library library, FactColumns facts, History history, int members) {
        Answers ours = OurReplay.judge(facts, members, history.words(), library, trial.plans());
        Report.lines("sample " + trial.name(), ours).forEach(out::println);
    }
}
