package org.huzhu.quarters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Home;
import org.huzhu.documents.LargeFiles;
import org.huzhu.documents.LargeFiles.Kept;
import org.huzhu.documents.Owner;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.JdbcRuns.Staged;
import org.huzhu.quarters.QuarterDesk.Brought;
import org.huzhu.quarters.QuarterDesk.Sent;
import org.huzhu.quarters.QuarterRefused.Reason;
import org.huzhu.quarters.designated.DesignatedList;
import org.huzhu.quarters.feed.FeedForms;
import org.huzhu.quarters.feed.FeedForms.FormRefused;
import org.huzhu.quarters.filed.FiledList;
import org.huzhu.quarters.working.OpenFolder;
import org.huzhu.quarters.working.YearlyRules;
import org.springframework.stereotype.Component;

/** Takes files in. A feed in another form is written anew before, in a folder that is emptied afterwards. */
@Component
class Bringing {

    private final FeedForms forms;
    private final Home home;
    private final LargeFiles files;
    private final JdbcRuns runs;
    private final QuarterTools tools;

    Bringing(FeedForms forms, Home home, LargeFiles files, JdbcRuns runs, QuarterTools tools) {
        this.forms = forms;
        this.home = home;
        this.files = files;
        this.runs = runs;
        this.tools = tools;
    }

    /** Opens runs, and lays what a run is settled by that nobody brings: who is designated, or what was filed. */
    @Component("quarterDrawing")
    record Drawing(YearlyRules rules, JdbcRuns runs, DesignatedList designated, FiledList filed, QuarterTools tools) {

        /**
         * What is opened where this is asked for: of what lies above the ceiling the next one of the year.
         *
         * @throws QuarterRefused if it cannot be opened now: other quarters may have to come before it
         */
        Quarter next(String path, Quarter asked) {
            QuarterRefused.require(!asked.end().isAfter(tools.today()), Reason.NOT_OVER);
            QuarterRefused.require(rules.plans(asked.year()).contains(asked.plan()), Reason.NO_SUCH_PLAN);
            Optional<Run> begun =
                    runs.lastOfYear(path, asked).filter(last -> last.quarter().isYearly());
            if (!asked.isYearly()) {
                QuarterRefused.require(begun.isEmpty(), Reason.YEAR_BEGUN);
                return asked;
            }
            QuarterRefused.require(rules.above(asked).isPresent(), Reason.NO_SUCH_PLAN);
            QuarterRefused.require(
                    begun.filter(last -> !last.state().isSettled()).isEmpty(), Reason.OPEN_ALREADY);
            int next = begun.map(last -> last.quarter().quarter() + 1).orElse(Quarter.YEARLY);
            return new Quarter(asked.plan(), asked.year(), next);
        }

        /** The one that was opened now; empty where another stood there. */
        Optional<Run> open(Operation by, String path, Quarter asked) {
            Quarter quarter = next(path, asked);
            UUID id = tools.freshId();
            boolean _ = runs.add(id, path, quarter, tools.now());
            Optional<Run> fresh = runs.one(id);
            fresh.ifPresent(run -> tools.done(by, "open", run));
            return fresh;
        }

        /** The run of the quarter, opened where it is not there yet. */
        Run opened(String path, Quarter asked) {
            return runs.of(path, asked).orElseGet(() -> {
                Optional<Run> _ = open(Operation.QUARTER_FEED, path, asked);
                return runs.of(path, asked).orElseThrow();
            });
        }

        /** What it is called that is laid for the run. */
        static FeedFile.Kind kind(Run run) {
            return run.quarter().isYearly() ? FeedFile.Kind.FILED : FeedFile.Kind.DESIGNATED;
        }

        /** Whether nobody brings files for it. */
        boolean isLaid(Quarter quarter) {
            return quarter.isYearly() || rules.drawsOn(quarter).isPresent();
        }

        Optional<Quarter> drawsOn(Run run) {
            return rules.drawsOn(run.quarter());
        }

        /** The runs whose checks count for a run: those that it is settled by, and those of its plan, up to itself. */
        List<UUID> checkedBy(Run run) {
            Quarter source = drawsOn(run).orElse(run.quarter());
            return run.quarter().isYearly()
                    ? List.of()
                    : Stream.concat(
                                    runs.ofYear(run.path(), source).stream(),
                                    runs.ofYear(run.path(), run.quarter()).stream())
                            .map(Run::id)
                            .distinct()
                            .toList();
        }

        /** The list as it stands now; empty where the run has files of its own. */
        Optional<byte[]> list(Run run) {
            if (run.quarter().isYearly()) {
                byte[] lines = filed.of(run.quarter(), run.path());
                QuarterRefused.require(lines.length > 0, Reason.NOBODY);
                return Optional.of(lines);
            }
            Optional<Quarter> base = drawsOn(run);
            base.ifPresent(quarter -> QuarterRefused.require(
                    runs.of(run.path(), quarter)
                            .filter(each -> each.state().isSettled())
                            .isPresent(),
                    Reason.BASE_FIRST));
            Optional<byte[]> list = base.flatMap(
                            _ -> rules.designation(run.quarter().plan()))
                    .map(kind -> designated.of(kind, run.path()));
            list.ifPresent(lines -> QuarterRefused.require(lines.length > 0, Reason.NOBODY));
            return list;
        }

        /** Whether the list lies there already. */
        static boolean isAmong(List<FeedFile> laid, byte[] list) {
            String sha256 = Digests.hex(Digests.sha256(list));
            return laid.stream().anyMatch(file -> file.sha256().equals(sha256));
        }
    }

    /**
     * File and entry are one transaction, and so is the opening of the run that it asks for then: whoever is refused,
     * or killed in between, leaves none of them.
     */
    Brought bring(Caller caller, Supplier<Run> to, Kind kind, InputStream bytes, Manifest manifest) {
        try (Laid laid = laid(kind, bytes, manifest)) {
            return tools.whole(() -> {
                Entered entered = entered(caller, to, List.of(laid));
                return new Brought(
                        entered.run(),
                        runs.files(entered.run()).stream()
                                .filter(file -> file.id().equals(laid.kept().id()))
                                .findFirst());
            });
        }
    }

    /**
     * First all are sealed, then all are entered in one transaction.
     *
     * @return of each whether it is new
     */
    List<Boolean> bring(Caller caller, Supplier<Run> to, List<Sent> sent) {
        List<Laid> laid = new ArrayList<>();
        try {
            sent.forEach(each -> laid.add(laid(each)));
            return tools.whole(() -> entered(caller, to, laid).isNew());
        } finally {
            laid.forEach(Laid::close);
        }
    }

    /** What came of files. */
    private record Entered(UUID run, List<Boolean> isNew) {}

    /** Whoever brings them may still do so, and the figures do not stand; what is there already changes nothing. */
    private Entered entered(Caller caller, Supplier<Run> to, List<Laid> laid) {
        String _ = tools.require(caller, Operation.QUARTER_FEED);
        Run run = runs.lock(to.get().id()).orElseThrow(() -> new QuarterRefused(Reason.ABSENT));
        QuarterRefused.require(!run.state().isSettled(), Reason.OTHER_STATE);
        List<Boolean> isNew = laid.stream().map(each -> enter(run, each)).toList();
        if (isNew.contains(true)) {
            QuarterRefused.require(runs.reopen(run.id()), Reason.OTHER_STATE);
        }
        return new Entered(run.id(), isNew);
    }

    /** Whether it was not there before. */
    private boolean enter(Run run, Laid laid) {
        boolean isNew = runs.add(run, laid.kept().id(), laid.kind(), laid.staged(), tools.now());
        if (isNew) {
            laid.file().stand(new Owner("quarter_file", run.id(), run.path(), Optional.empty()));
            tools.done(Operation.QUARTER_FEED, "bring " + laid.kind(), run);
        }
        return isNew;
    }

    /** A file that lies sealed. */
    private record Laid(LargeFiles.Laid file, Kind kind, long rows) implements AutoCloseable {

        Kept kept() {
            return file.kept();
        }

        Staged staged() {
            return new Staged(rows, kept().bytes(), kept().sha256());
        }

        @Override
        public void close() {
            file.close();
        }
    }

    private Laid laid(Sent sent) {
        try (InputStream bytes = Files.newInputStream(sent.file(), LinkOption.NOFOLLOW_LINKS)) {
            return laid(sent.kind(), bytes, sent.manifest());
        } catch (QuarterRefused refused) {
            throw new QuarterRefused(refused, sent.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Laid laid(Kind kind, InputStream bytes, Manifest manifest) {
        return manifest.form().isEmpty() || kind != Kind.FEED ? kept(kind, bytes, manifest) : anew(bytes, manifest);
    }

    private Laid kept(Kind kind, InputStream bytes, Manifest manifest) {
        FirstLook look = FirstLook.of(kind, bytes);
        LargeFiles.Laid file = files.lay(look);
        try {
            look.requireColumns();
            look.requireAsSaid(file.kept().sha256(), manifest);
            return new Laid(file, kind, look.rows());
        } catch (QuarterRefused refused) {
            file.close();
            throw refused;
        }
    }

    private Laid anew(InputStream bytes, Manifest manifest) {
        String form = manifest.form().orElseThrow();
        QuarterRefused.require(forms.knows(form), Reason.COLUMNS);
        try (OpenFolder folder = OpenFolder.beside(home.working(), "bring-")) {
            Path theirs = folder.path().resolve("theirs.csv");
            Path ours = folder.path().resolve("ours.csv");
            FirstLook look = FirstLook.ofOthers(bytes);
            Files.copy(look, theirs);
            look.requireAsSaid(Digests.hex(Digests.sha256(theirs)), manifest);
            forms.rewrite(form, theirs, ours);
            try (InputStream in = Files.newInputStream(ours)) {
                return kept(Kind.FEED, in, Manifest.NONE);
            }
        } catch (FormRefused e) {
            throw new QuarterRefused(Reason.COLUMNS, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
