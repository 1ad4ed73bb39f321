package org.huzhu.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.columns.FactColumns;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Home;
import org.huzhu.documents.Documents;
import org.huzhu.documents.LargeFiles;
import org.huzhu.documents.Owner;
import org.huzhu.kernel.Money;
import org.huzhu.plan.CostField;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.SettledFacts;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.quarter.SettlementStopped;
import org.huzhu.quarter.SettlementSummary;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.JdbcTrials.Written;
import org.huzhu.quarters.Trial.Come;
import org.huzhu.quarters.checks.QuarterChecks;
import org.huzhu.quarters.working.YearlyRules;
import org.springframework.stereotype.Component;

/** Settles a quarter in a folder of its own, out of sealed files and into sealed files. */
@Component
class Settling {

    /** That of the program; a test holds it against the build. */
    static final String EDITION = "0.1";

    private static final String LISTED = "payments.csv";

    private final YearlyRules rules;
    private final LargeFiles files;
    private final Documents documents;
    private final Home home;
    private final QuarterChecks checks;
    private final Secrets secrets;

    Settling(
            YearlyRules rules,
            LargeFiles files,
            Documents documents,
            Home home,
            QuarterChecks checks,
            Secrets secrets) {
        this.checks = checks;
        this.secrets = secrets;
        this.rules = rules;
        this.files = files;
        this.documents = documents;
        this.home = home;
    }

    /**
     * What is settled.
     *
     * @param feeds of all quarters of the year so far, in their order
     * @param register who held which card
     * @param paid the lists of the quarters before
     * @param leftOut the keyed digests of those who were found not to be entitled
     */
    record Inputs(Run run, List<FeedFile> feeds, FeedFile register, List<PaidList> paid, Set<String> leftOut) {

        /** All that the result follows from, a line each. */
        private String said(QuarterRule rule) {
            return feeds.stream().map(file -> "feed " + file.sha256()).collect(Collectors.joining("\n"))
                    + "\nregister " + register.sha256()
                    + paid.stream().map(list -> "\npaid " + list.sha256()).collect(Collectors.joining())
                    + leftOut.stream()
                            .sorted()
                            .map(person -> "\nwithout " + person)
                            .collect(Collectors.joining())
                    + "\nrule " + rule.plan() + " " + rule.version() + "\nedition " + EDITION;
        }
    }

    /** The list of an earlier quarter: where it lies, and the digest of what stands in it. */
    record PaidList(UUID id, String sha256) {

        static Optional<PaidList> of(JdbcTrials.Kept kept) {
            return kept.payments().flatMap(id -> kept.trial().come().map(come -> new PaidList(id, come.payments())));
        }
    }

    /** What was settled, as long as it lies open. */
    interface Taker {
        void take(Settled settled) throws IOException;
    }

    /**
     * A settlement that was made.
     *
     * @param out the folder with its lists, in the clear
     * @param register the register, in the clear
     * @param facts on which it rests
     */
    record Settled(Come come, Path out, Path register, SettledFacts facts) {

        /** The stays that count, of those with these member numbers. */
        Map<String, List<QuarterLine.Stay>> stays(Set<String> memberNos) {
            Map<String, List<QuarterLine.Stay>> stays = new HashMap<>();
            for (int part = 0; part < facts.parts(); part++) {
                List<String> members = facts.memberNos(part);
                FactColumns columns = facts.part(part).facts();
                for (int member = 0; member < members.size(); member++) {
                    if (memberNos.contains(members.get(member))) {
                        stays.put(members.get(member), stays(columns, member));
                    }
                }
            }
            return stays;
        }

        private static List<QuarterLine.Stay> stays(FactColumns columns, int member) {
            return IntStream.range(columns.eventsFrom(member), columns.eventsTo(member))
                    .filter(columns::isStay)
                    .mapToObj(event -> new QuarterLine.Stay(
                            LocalDate.ofEpochDay(columns.day(event)),
                            Money.ofFen(columns.bills().fenOrZero(CostField.SELF_PAY_1, columns.bill(event)))))
                    .toList();
        }

        Path payments() {
            return out.resolve(LISTED);
        }

        Path carried() {
            return out.resolve("carried.csv");
        }

        Path rejects() {
            return out.resolve("rejects.csv");
        }
    }

    /**
     * Settles, hands over what was made, and takes away all that lay open.
     *
     * @throws org.huzhu.quarter.SettlementStopped if it cannot be settled; what it says is for people
     */
    void settle(Inputs inputs, SettlementListener listener, Taker taker) {
        try {
            String mine = inputs.run().id().toString();
            Path working = Files.createDirectories(home.working());
            clear(working, mine);
            Path folder = Files.createTempDirectory(working, mine);
            try {
                taker.take(settled(inputs, folder, listener));
            } finally {
                clear(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Settled settled(Inputs inputs, Path folder, SettlementListener listener) throws IOException {
        Quarter quarter = inputs.run().quarter();
        QuarterRule rule = rules.rule(quarter);
        List<Path> feeds = new ArrayList<>();
        for (FeedFile feed : inputs.feeds()) {
            feeds.add(opened(feed.id(), folder.resolve("feed-%d.csv".formatted(feeds.size() + 1))));
        }
        Path register = opened(inputs.register().id(), folder.resolve("members.csv"));
        if (!inputs.leftOut().isEmpty()) {
            register = without(inputs.leftOut(), register, folder.resolve("entitled.csv"));
        }
        List<Path> paid = new ArrayList<>();
        for (PaidList list : inputs.paid()) {
            paid.add(opened(list.id(), folder.resolve("payments-%d.csv".formatted(paid.size() + 1))));
        }
        Path out = folder.resolve("out");
        SettledFacts[] facts = new SettledFacts[1];
        SettlementSummary summary = Settlement.settle(
                new SettlementRequest(quarter.year(), quarter.quarter(), feeds, register, paid, out),
                rule,
                listener,
                kept -> facts[0] = kept);
        return new Settled(
                come(summary, Digests.hex(Digests.sha256(utf8(inputs.said(rule))))),
                out,
                register,
                Objects.requireNonNull(facts[0]));
    }

    /** Why it cannot be settled, without the folders of this machine. */
    String said(SettlementStopped stopped) {
        String folder = Pattern.quote(home.working().toString()) + "[/\\\\][^/\\\\]+[/\\\\]?";
        return String.valueOf(stopped.getMessage()).replaceAll(folder, "");
    }

    /** Drops what a process that was killed had sealed for work that is of no use any more. */
    void forget(UUID task) {
        documents.of(task).forEach(left -> documents.drop(left.id()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private Path opened(UUID file, Path to) {
        files.write(file, to);
        return to;
    }

    /** The register without those who were found not to be entitled. */
    private Path without(Set<String> leftOut, Path register, Path to) throws IOException {
        try (CsvReader<NamedCsvRecord> in = CsvReader.builder().ofNamedCsvRecord(register);
                CsvWriter out =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to, UTF_8)) {
            boolean isFirst = true;
            for (NamedCsvRecord row : in) {
                if (isFirst) {
                    out.writeRecord(row.getHeader());
                    isFirst = false;
                }
                String person = Digests.hex(secrets.index(
                        Field.ID_NUMBER, row.getField("id_number").strip().toUpperCase(Locale.ROOT)));
                if (!leftOut.contains(person)) {
                    out.writeRecord(row.getFields());
                }
            }
        }
        return to;
    }

    private static Come come(SettlementSummary summary, String input) {
        String payments = summary.outputs().stream()
                .filter(output -> output.file().equals(LISTED))
                .map(SettlementSummary.OutputFile::sha256)
                .findFirst()
                .orElseThrow();
        return new Come(
                input,
                summary.version(),
                EDITION,
                payments,
                Math.toIntExact(summary.persons()),
                Money.ofFen(summary.sums().dueFen()),
                Math.toIntExact(summary.carriedPersons()),
                Money.ofFen(summary.sums().carriedFen()),
                summary.feed().read(),
                summary.feed().rejected().values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                summary.feed().rejected().entrySet().stream()
                        .filter(each -> each.getValue() > 0)
                        .collect(Collectors.toMap(each -> each.getKey().name(), each -> each.getValue())));
    }

    /**
     * Seals the lists; what a process that was killed had sealed of them is dropped.
     *
     * @param task the id of the work that they come from
     */
    Written keep(Run run, UUID task, Settled settled) throws IOException {
        forget(task);
        Owner owner = new Owner("quarter_list", task, run.path(), Optional.empty());
        return new Written(
                kept(owner, settled.payments()), kept(owner, settled.carried()), kept(owner, settled.rejects()));
    }

    private UUID kept(Owner owner, Path list) throws IOException {
        try (InputStream bytes = Files.newInputStream(list)) {
            return files.keep(owner, bytes).id();
        }
    }

    void drop(Written written) {
        documents.drop(written.payments());
        documents.drop(written.carried());
        documents.drop(written.rejects());
    }

    Inputs inputs(List<Run> ofYear, Run run, JdbcRuns runs, JdbcTrials trials) {
        List<FeedFile> feeds = new ArrayList<>();
        List<PaidList> paid = new ArrayList<>();
        for (Run each : ofYear) {
            runs.files(each.id()).stream()
                    .filter(file -> file.kind() == Kind.FEED)
                    .forEach(feeds::add);
            if (each.quarter().quarter() < run.quarter().quarter()) {
                paid.add(trials.one(each.id(), each.trial())
                        .flatMap(PaidList::of)
                        .orElseThrow());
            }
        }
        FeedFile register = runs.files(run.id()).stream()
                .filter(file -> file.kind() == Kind.REGISTER)
                .reduce((_, later) -> later)
                .orElseThrow();
        Set<String> leftOut = checks.unfit(ofYear.stream().map(Run::id).toList());
        return new Inputs(run, feeds, register, paid, leftOut);
    }

    /** Takes away what was left open of the run by a process that was killed. */
    private static void clear(Path working, String mine) throws IOException {
        List<Path> left;
        try (Stream<Path> all = Files.list(working)) {
            left = all.filter(each -> each.getFileName().toString().startsWith(mine))
                    .toList();
        }
        for (Path each : left) {
            clear(each);
        }
    }

    private static void clear(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
