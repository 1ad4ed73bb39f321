package org.huzhu.quarters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Operation;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Home;
import org.huzhu.documents.LargeFiles;
import org.huzhu.documents.LargeFiles.Kept;
import org.huzhu.documents.Owner;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.JdbcRuns.Staged;
import org.huzhu.quarters.QuarterRefused.Reason;
import org.huzhu.quarters.designated.DesignatedList;
import org.huzhu.quarters.feed.FeedForms;
import org.huzhu.quarters.feed.FeedForms.FormRefused;
import org.huzhu.quarters.filed.FiledList;
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

    /** Lays what a run is settled by that nobody brings: who is designated, or what was filed. */
    @Component("quarterDrawing")
    record Drawing(YearlyRules rules, JdbcRuns runs, DesignatedList designated, FiledList filed) {

        /**
         * What is opened where this is asked for: of what lies above the ceiling the next one of the year.
         *
         * @throws QuarterRefused if quarters of the year, or an earlier one of these, come before it
         */
        Quarter opened(String path, Quarter asked) {
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

        /** What it is called that is laid for the run. */
        static FeedFile.Kind kind(Run run) {
            return run.quarter().isYearly() ? FeedFile.Kind.FILED : FeedFile.Kind.DESIGNATED;
        }

        /** Whether nobody brings files for it. */
        boolean isLaid(Run run) {
            return run.quarter().isYearly() || drawsOn(run).isPresent();
        }

        Optional<Quarter> drawsOn(Run run) {
            return rules.drawsOn(run.quarter());
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

    FeedFile bring(Run run, Kind kind, InputStream bytes, Manifest manifest) {
        return manifest.form().isEmpty() || kind != Kind.FEED
                ? kept(run, kind, bytes, manifest)
                : anew(run, bytes, manifest);
    }

    /** File and entry are one transaction: whoever is killed in between leaves neither. */
    private FeedFile kept(Run run, Kind kind, InputStream bytes, Manifest manifest) {
        FirstLook look = FirstLook.of(kind, bytes);
        Owner owner = new Owner("quarter_file", run.id(), run.path(), Optional.empty());
        UUID id = files.keep(owner, look, kept -> enter(run, kind, look, kept, manifest))
                .id();
        return tools.whole(() -> runs.files(run.id())).stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new QuarterRefused(Reason.LOOK_AGAIN));
    }

    private void enter(Run run, Kind kind, FirstLook look, Kept kept, Manifest manifest) {
        look.requireColumns();
        look.requireAsSaid(kept.sha256(), manifest);
        QuarterRefused.require(runs.reopen(run.id()), Reason.OTHER_STATE);
        Staged staged = new Staged(look.rows(), kept.bytes(), kept.sha256());
        QuarterRefused.require(runs.add(run, kept.id(), kind, staged, tools.now()), Reason.KNOWN_FILE);
        tools.done(Operation.QUARTER_FEED, "bring " + kind, run);
    }

    private FeedFile anew(Run run, InputStream bytes, Manifest manifest) {
        String form = manifest.form().orElseThrow();
        QuarterRefused.require(forms.knows(form), Reason.COLUMNS);
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(home.working()), "bring-" + run.id());
            Path theirs = folder.resolve("theirs.csv");
            Path ours = folder.resolve("ours.csv");
            try {
                FirstLook look = FirstLook.ofOthers(bytes);
                Files.copy(look, theirs);
                look.requireAsSaid(Digests.hex(Digests.sha256(theirs)), manifest);
                forms.rewrite(form, theirs, ours);
                try (InputStream in = Files.newInputStream(ours)) {
                    return kept(run, Kind.FEED, in, Manifest.NONE);
                }
            } finally {
                Files.deleteIfExists(theirs);
                Files.deleteIfExists(ours);
                Files.delete(folder);
            }
        } catch (FormRefused e) {
            throw new QuarterRefused(Reason.COLUMNS, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
