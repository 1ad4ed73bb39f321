package org.huzhu.quarters;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.kernel.Money;
import org.huzhu.members.roll.Roll;
import org.huzhu.quarter.SettlementStopped;
import org.huzhu.quarters.JdbcLines.Fresh;
import org.huzhu.quarters.JdbcTasks.Task;
import org.huzhu.quarters.JdbcTrials.Written;
import org.huzhu.quarters.Run.State;
import org.huzhu.quarters.Settling.Inputs;
import org.huzhu.quarters.Settling.Settled;
import org.huzhu.quarters.Trial.Progress;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/** Makes a trial: settles, keeps the lists and their lines, and looks at what stands out. */
@Component
class Trying {

    /** Parts in which a run is owed, each by one transaction. */
    static final int PARTS = 64;

    private static final int AT_ONCE = 5_000;
    private static final String OVERTAKEN = "试算期间文件有变动，请重新试算";

    private final JdbcRuns runs;
    private final JdbcTrials trials;
    private final JdbcLines lines;
    private final Settling settling;
    private final Comparing comparing;
    private final People people;

    Trying(JdbcRuns runs, JdbcTrials trials, JdbcLines lines, Settling settling, Comparing comparing, People people) {
        this.runs = runs;
        this.trials = trials;
        this.lines = lines;
        this.settling = settling;
        this.comparing = comparing;
        this.people = people;
    }

    /** Who the people on a list are, and which organisation an agency on it means. */
    @Component
    record People(Roll roll, UnionTree tree, Secrets secrets) {

        /** The same for the same number; tells nothing of it. */
        String person(String number) {
            return Digests.hex(secrets.index(Field.ID_NUMBER, number));
        }

        /** The agencies of the office, by their names. */
        Map<String, String> agencies(String office) {
            return tree.at(office)
                    .map(top -> tree.below(top.id()).stream()
                            .filter(each -> each.tier() == Tier.AGENCY)
                            .collect(toMap(Organisation::name, Organisation::path, (one, _) -> one)))
                    .orElseGet(Map::of);
        }
    }

    void go(Task task, Signs signs, QuarterTools tools) {
        Run run = tools.whole(() -> runs.one(task.run())).orElseThrow();
        if (run.trial() != task.number() || run.state() != State.STAGED) {
            // Files came or went since it was asked for: what it would come to is nobody's question any more.
            signs.end(() -> {
                settling.forget(task.id());
                trials.stopped(run, task.number(), OVERTAKEN, tools.now());
            });
            return;
        }
        try {
            Inputs inputs = tools.whole(() -> settling.inputs(run, runs, trials));
            signs.say(Progress.OPENING, 0, 0);
            settling.settle(
                    inputs,
                    (stage, done, total) -> signs.say(stage.name(), done, total),
                    settled -> keep(run, task, settled, signs, tools));
        } catch (SettlementStopped e) {
            signs.end(() -> {
                trials.stopped(run, run.trial(), settling.said(e), tools.now());
                boolean _ = runs.step(run, State.STAGED, State.OPEN);
            });
        }
    }

    private void keep(Run run, Task task, Settled settled, Signs signs, QuarterTools tools) throws IOException {
        signs.say(Progress.KEEPING, 0, settled.come().persons());
        List<Fresh> fresh = fresh(run, settled, signs, tools);
        Written written = settling.keep(run, task.id(), settled);
        boolean stands = false;
        try {
            signs.end(() -> {
                lines.forget(run.id(), run.trial());
                lines.add(run, run.trial(), fresh);
                trials.done(run, run.trial(), settled.come(), written, tools.now());
                comparing.warnings(run, settled.come()).forEach(each -> trials.warn(run, run.trial(), each));
                QuarterRefused.require(runs.step(run, State.STAGED, State.TRIED), QuarterRefused.Reason.OTHER_STATE);
            });
            stands = true;
        } finally {
            if (!stands) {
                settling.drop(written);
            }
        }
    }

    /** Names and digests are worked out by other threads, while this one asks the register of members. */
    private List<Fresh> fresh(Run run, Settled settled, Signs signs, QuarterTools tools) throws IOException {
        List<ListedPayment> listed = new ArrayList<>();
        ListedPayment.each(settled.payments(), listed::add);
        ListedPayment.each(settled.carried(), listed::add);
        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            Future<Map<String, String>> names = hands.submit(() -> settled.names(numbers(listed)));
            Future<List<String>> persons = hands.submit(() -> persons(listed));
            Map<String, Roll.Place> places = places(listed, signs, tools);
            Map<String, String> agencies = tools.whole(() -> people.agencies(run.path()));
            Map<String, String> called = result(names);
            List<String> digests = result(persons);
            List<Fresh> fresh = new ArrayList<>(listed.size());
            for (int i = 0; i < listed.size(); i++) {
                ListedPayment each = listed.get(i);
                Optional<Roll.Place> place = Optional.ofNullable(places.get(each.number()));
                fresh.add(new Fresh(
                        tools.freshId(),
                        place.map(Roll.Place::path).orElseGet(() -> agencies.getOrDefault(each.agency(), run.path())),
                        place.map(Roll.Place::member),
                        digests.get(i),
                        new PaidTo(called.getOrDefault(each.memberNo(), ""), each.number(), each.card()),
                        settled.stays(each.memberNo()),
                        each));
            }
            return fresh;
        }
    }

    private List<String> persons(List<ListedPayment> listed) {
        return listed.stream().map(each -> people.person(each.number())).toList();
    }

    private Map<String, Roll.Place> places(List<ListedPayment> listed, Signs signs, QuarterTools tools) {
        Map<String, Roll.Place> places = new HashMap<>();
        for (int from = 0; from < listed.size(); from += AT_ONCE) {
            signs.say(Progress.KEEPING, from, listed.size());
            List<String> some = listed.subList(from, Math.min(listed.size(), from + AT_ONCE)).stream()
                    .map(ListedPayment::number)
                    .toList();
            places.putAll(tools.whole(() -> people.roll().residents(some)));
        }
        return places;
    }

    private static Set<String> numbers(List<ListedPayment> listed) {
        return listed.stream().map(ListedPayment::memberNo).collect(toSet());
    }

    private static <T> T result(Future<T> work) throws IOException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while lines were made", e);
        }
    }

    /**
     * A row of a list that {@link org.huzhu.quarter.Settlement} wrote; sums in fen.
     *
     * @param number the identity number
     */
    record ListedPayment(
            String memberNo,
            String number,
            String card,
            String agency,
            long outpatient,
            long inpatient,
            long entitled,
            long before,
            long due,
            Optional<QuarterLine.Above> above) {

        /** Hands over each row of the list. */
        static void each(Path list, Consumer<ListedPayment> taker) throws IOException {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
                for (NamedCsvRecord row : rows) {
                    taker.accept(new ListedPayment(
                            row.getField("member_no"),
                            row.getField("id_number"),
                            row.getField("card_no"),
                            row.getField("agency"),
                            fen(row, "outpatient_self_pay_1"),
                            fen(row, "inpatient_self_pay_1"),
                            fen(row, "entitled"),
                            fen(row, "paid_before"),
                            fen(row, "due"),
                            above(row)));
                }
            }
        }

        private static Optional<QuarterLine.Above> above(NamedCsvRecord row) {
            return row.findField("above")
                    .map(sum -> new QuarterLine.Above(
                            Money.parseYuan(sum),
                            Money.ofFen(fen(row, "supplement")),
                            Money.ofFen(fen(row, "commercial")),
                            Money.ofFen(fen(row, "assistance")),
                            Money.ofFen(fen(row, "below"))));
        }

        private static long fen(NamedCsvRecord row, String column) {
            return Money.parseYuan(row.getField(column)).fen();
        }

        @Override
        public String toString() {
            return "ListedPayment " + due;
        }
    }
}
