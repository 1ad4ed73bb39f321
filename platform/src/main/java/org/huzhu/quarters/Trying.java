package org.huzhu.quarters;

import static java.util.stream.Collectors.toMap;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private List<Fresh> fresh(Run run, Settled settled, Signs signs, QuarterTools tools) throws IOException {
        List<ListedPayment> listed = new ArrayList<>();
        ListedPayment.each(settled.payments(), listed::add);
        ListedPayment.each(settled.carried(), listed::add);
        Map<String, String> names = names(settled.register(), listed);
        Map<String, List<QuarterLine.Stay>> stays = settled.stays(names.keySet());
        Map<String, String> agencies = tools.whole(() -> people.agencies(run.path()));
        List<Fresh> fresh = new ArrayList<>();
        for (int from = 0; from < listed.size(); from += AT_ONCE) {
            List<ListedPayment> some = listed.subList(from, Math.min(listed.size(), from + AT_ONCE));
            signs.say(Progress.KEEPING, from, listed.size());
            Map<String, Roll.Place> known = tools.whole(() -> people.roll()
                    .residents(some.stream().map(ListedPayment::number).toList()));
            for (ListedPayment each : some) {
                Optional<Roll.Place> place = Optional.ofNullable(known.get(each.number()));
                fresh.add(new Fresh(
                        tools.freshId(),
                        place.map(Roll.Place::path).orElseGet(() -> agencies.getOrDefault(each.agency(), run.path())),
                        place.map(Roll.Place::member),
                        people.person(each.number()),
                        new PaidTo(names.getOrDefault(each.memberNo(), ""), each.number(), each.card()),
                        stays.getOrDefault(each.memberNo(), List.of()),
                        each));
            }
        }
        return fresh;
    }

    /** What they are called, as the register says. */
    private static Map<String, String> names(Path register, List<ListedPayment> listed) throws IOException {
        Map<String, String> names = new HashMap<>();
        listed.forEach(each -> names.put(each.memberNo(), ""));
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(register)) {
            for (NamedCsvRecord row : rows) {
                names.computeIfPresent(row.getField("member_no"), (_, _) -> row.getField("name"));
            }
        }
        return names;
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
