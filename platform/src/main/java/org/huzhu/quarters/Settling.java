package org.huzhu.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Home;
import org.huzhu.documents.Documents;
import org.huzhu.documents.LargeFiles;
import org.huzhu.documents.Owner;
import org.huzhu.kernel.Money;
import org.huzhu.quarter.CountedStays;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.quarter.SettlementStopped;
import org.huzhu.quarter.SettlementSummary;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.JdbcTrials.Written;
import org.huzhu.quarters.Trial.Come;
import org.huzhu.quarters.checks.Entitled;
import org.huzhu.quarters.designated.Narrowing;
import org.huzhu.quarters.filed.FiledList;
import org.huzhu.quarters.filed.YearlySettlement;
import org.huzhu.quarters.working.OpenFolder;
import org.huzhu.quarters.working.YearlyRules;
import org.springframework.stereotype.Component;

/** Settles a quarter in a folder of its own, out of sealed files and into sealed files. */
@Component
class Settling {

    /** That of the program; a test holds it against the build. */
    static final String EDITION = "0.1";

    private final YearlyRules rules;
    private final YearlySettlement years;
    private final LargeFiles files;
    private final Documents documents;
    private final Home home;
    private final Entitled entitled;

    Settling(
            YearlyRules rules,
            YearlySettlement years,
            LargeFiles files,
            Documents documents,
            Home home,
            Entitled entitled) {
        this.years = years;
        this.entitled = entitled;
        this.rules = rules;
        this.files = files;
        this.documents = documents;
        this.home = home;
    }

    /**
     * What is settled.
     *
     * @param feeds of all quarters of the year so far, in their order
     * @param register who held which card; of what lies above the ceiling what was filed
     * @param paid the lists of the quarters before
     * @param designated to whom both are narrowed; empty where they count for all
     * @param leftOut the keyed digests of those who were found not to be entitled
     */
    record Inputs(
            Run run,
            List<FeedFile> feeds,
            FeedFile register,
            List<PaidList> paid,
            Optional<FeedFile> designated,
            Set<String> leftOut) {

        /** All that the result follows from, a line each. */
        private String said(QuarterRule rule) {
            return feeds.stream().map(file -> "feed " + file.sha256()).collect(Collectors.joining("\n"))
                    + "\nregister " + register.sha256()
                    + paid.stream().map(list -> "\npaid " + list.sha256()).collect(Collectors.joining())
                    + designated.map(list -> "\ndesignated " + list.sha256()).orElse("")
                    + leftOut.stream()
                            .sorted()
                            .map(person -> "\nwithout " + person)
                            .collect(Collectors.joining())
                    + "\nrule " + rule.plan() + " " + rule.version() + "\nedition " + EDITION;
        }
    }

    /** The list of an earlier quarter: where it lies, and the digest of what stands in it. */
    record PaidList(UUID id, String sha256, boolean isYearly) {

        static PaidList of(Run run, JdbcTrials.Kept kept) {
            return new PaidList(
                    kept.payments().orElseThrow(),
                    kept.trial().come().orElseThrow().payments(),
                    run.quarter().isYearly());
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
     * @param counted the stays on which it rests; empty where it is what was filed
     */
    record Settled(Come come, Path out, Path register, Optional<CountedStays> counted) {

        /** The stays that count, of the one with this member number. */
        List<QuarterLine.Stay> stays(String memberNo) {
            return counted.map(some -> some.of(memberNo)).orElseGet(List::of).stream()
                    .map(stay -> new QuarterLine.Stay(stay.admittedOn(), Money.ofFen(stay.selfPay1Fen())))
                    .toList();
        }

        /** What those with these member numbers are called. */
        Map<String, String> names(Set<String> memberNos) throws IOException {
            return counted.isPresent() ? Settlement.names(register, memberNos) : FiledList.names(register);
        }

        Path payments() {
            return out.resolve(Come.LISTED);
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
            try (OpenFolder folder =
                    OpenFolder.of(home.working(), inputs.run().id().toString())) {
                taker.take(settled(inputs, folder.path(), listener));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Settled settled(Inputs inputs, Path folder, SettlementListener listener) throws IOException {
        return inputs.run().quarter().isYearly()
                ? settledYear(inputs, folder)
                : settledQuarter(inputs, folder, listener);
    }

    private Settled settledYear(Inputs inputs, Path folder) throws IOException {
        Path filed = opened(inputs.register().id(), folder.resolve("filed.csv"));
        List<Path> below = new ArrayList<>();
        List<Path> before = new ArrayList<>();
        for (PaidList list : inputs.paid()) {
            Path to = folder.resolve("payments-%d.csv".formatted(below.size() + before.size() + 1));
            (list.isYearly() ? before : below).add(opened(list.id(), to));
        }
        YearlySettlement.Outcome come =
                years.settle(inputs.run().quarter(), filed, below, before, folder.resolve("out"));
        String said = inputs.said(rules.rule(inputs.run().quarter()));
        return new Settled(
                new Come(
                        Digests.hex(Digests.sha256(utf8(said))),
                        come.version(),
                        EDITION,
                        Digests.hex(Digests.sha256(come.out().resolve(Come.LISTED))),
                        come.persons(),
                        come.due(),
                        come.carried(),
                        come.carriedSum(),
                        come.rows(),
                        0,
                        Map.of()),
                come.out(),
                filed,
                Optional.empty());
    }

    private Settled settledQuarter(Inputs inputs, Path folder, SettlementListener listener) throws IOException {
        Quarter quarter = inputs.run().quarter();
        QuarterRule rule = rules.rule(quarter);
        List<Path> feeds = new ArrayList<>();
        for (FeedFile feed : inputs.feeds()) {
            feeds.add(opened(feed.id(), folder.resolve("feed-%d.csv".formatted(feeds.size() + 1))));
        }
        Path register = opened(inputs.register().id(), folder.resolve("members.csv"));
        if (!inputs.leftOut().isEmpty()) {
            register = entitled.register(inputs.leftOut(), register, folder.resolve("entitled.csv"));
        }
        List<Path> paid = new ArrayList<>();
        for (PaidList list : inputs.paid()) {
            paid.add(opened(list.id(), folder.resolve("payments-%d.csv".formatted(paid.size() + 1))));
        }
        if (inputs.designated().isPresent()) {
            Narrowing narrowing =
                    Narrowing.to(opened(inputs.designated().get().id(), folder.resolve("designated.csv")));
            feeds = narrowing.feeds(feeds, folder);
            register = narrowing.register(register, folder.resolve("members-designated.csv"));
        }
        Path out = folder.resolve("out");
        List<CountedStays> counted = new ArrayList<>();
        SettlementSummary summary = Settlement.settleWithStays(
                new SettlementRequest(quarter.year(), quarter.quarter(), feeds, register, paid, out),
                rule,
                listener,
                counted::add);
        return new Settled(
                Come.of(summary, Digests.hex(Digests.sha256(utf8(inputs.said(rule))))),
                out,
                register,
                counted.stream().findFirst());
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

    /** What the run is settled by: its own files, or those of the quarter that it draws on. */
    Inputs inputs(Run run, JdbcRuns runs, JdbcTrials trials) {
        Optional<FeedFile> filed = files(run, runs, Kind.FILED).stream().reduce((_, later) -> later);
        if (run.quarter().isYearly()) {
            return new Inputs(run, List.of(), filed.orElseThrow(), paid(run, runs, trials), Optional.empty(), Set.of());
        }
        Quarter source = rules.drawsOn(run.quarter()).orElse(run.quarter());
        List<FeedFile> feeds = new ArrayList<>();
        Optional<FeedFile> register = Optional.empty();
        for (Run each : runs.ofYear(run.path(), source)) {
            feeds.addAll(files(each, runs, Kind.FEED));
            register = files(each, runs, Kind.REGISTER).stream().reduce((_, later) -> later);
        }
        Optional<FeedFile> designated =
                files(run, runs, Kind.DESIGNATED).stream().reduce((_, later) -> later);
        Set<String> leftOut = entitled.unfit(
                Stream.concat(runs.ofYear(run.path(), source).stream(), runs.ofYear(run.path(), run.quarter()).stream())
                        .map(Run::id)
                        .distinct()
                        .toList());
        return new Inputs(run, feeds, register.orElseThrow(), paid(run, runs, trials), designated, leftOut);
    }

    private static List<PaidList> paid(Run run, JdbcRuns runs, JdbcTrials trials) {
        return runs.ofYear(run.path(), run.quarter()).stream()
                .filter(each -> each.quarter().quarter() < run.quarter().quarter())
                .map(each ->
                        PaidList.of(each, trials.one(each.id(), each.trial()).orElseThrow()))
                .toList();
    }

    private static List<FeedFile> files(Run run, JdbcRuns runs, Kind kind) {
        return runs.files(run.id()).stream().filter(file -> file.kind() == kind).toList();
    }
}
