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
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Home;
import org.huzhu.documents.Document;
import org.huzhu.documents.Documents;
import org.huzhu.documents.LargeFiles;
import org.huzhu.documents.LargeFiles.Kept;
import org.huzhu.documents.Owner;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.JdbcRuns.Staged;
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
    private final Documents documents;
    private final JdbcRuns runs;
    private final QuarterTools tools;

    Bringing(FeedForms forms, Home home, LargeFiles files, Documents documents, JdbcRuns runs, QuarterTools tools) {
        this.documents = documents;
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

    /** File and entry are one transaction: whoever is killed in between leaves neither. */
    FeedFile bring(Caller caller, Run run, Kind kind, InputStream bytes, Manifest manifest) {
        Laid laid = laid(run, kind, bytes, manifest, each -> {
            begin(caller, run);
            QuarterRefused.require(enter(run, each), Reason.KNOWN_FILE);
        });
        return tools.whole(() -> runs.files(run.id())).stream()
                .filter(file -> file.id().equals(laid.id()))
                .findFirst()
                .orElseThrow(() -> new QuarterRefused(Reason.LOOK_AGAIN));
    }

    /**
     * First all are sealed, then all are entered in one transaction. What whoever was killed before that had sealed is
     * dropped with the next.
     *
     * @return of each whether it is new
     */
    List<Boolean> bring(Caller caller, Run run, List<Sent> sent) {
        forget(run);
        List<Laid> laid = new ArrayList<>();
        boolean stands = false;
        try {
            sent.forEach(each -> laid.add(laid(run, each)));
            List<Boolean> isNew = tools.whole(() -> {
                begin(caller, run);
                requireThere(run, laid);
                return laid.stream().map(each -> entered(run, each)).toList();
            });
            stands = true;
            return isNew;
        } finally {
            if (!stands) {
                laid.forEach(each -> documents.drop(each.id()));
            }
        }
    }

    private boolean entered(Run run, Laid laid) {
        boolean isNew = enter(run, laid);
        if (!isNew) {
            documents.drop(laid.id());
        }
        return isNew;
    }

    /** Whoever enters files waits for this, and sees what became of his. */
    private void forget(Run run) {
        boolean _ = tools.whole(() -> {
            Optional<Run> _ = runs.lock(run.id());
            Set<UUID> left = sealed(run);
            runs.files(run.id()).forEach(file -> left.remove(file.id()));
            left.forEach(documents::drop);
            return true;
        });
    }

    /** Another delivery for the same run, taken in elsewhere at the same time, may have held them for left behind. */
    private void requireThere(Run run, List<Laid> laid) {
        if (!sealed(run).containsAll(laid.stream().map(Laid::id).toList())) {
            throw new IllegalStateException("What was sealed for run %s was dropped meanwhile".formatted(run.id()));
        }
    }

    private Set<UUID> sealed(Run run) {
        return documents.of(run.id()).stream().map(Document::id).collect(Collectors.toSet());
    }

    /** A file that lies sealed. */
    private record Laid(UUID id, Kind kind, Staged staged) {}

    private Laid laid(Run run, Sent sent) {
        try (InputStream bytes = Files.newInputStream(sent.file(), LinkOption.NOFOLLOW_LINKS)) {
            return laid(run, sent.kind(), bytes, sent.manifest(), _ -> {});
        } catch (QuarterRefused refused) {
            throw new QuarterRefused(refused, sent.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Laid laid(Run run, Kind kind, InputStream bytes, Manifest manifest, Consumer<Laid> with) {
        return manifest.form().isEmpty() || kind != Kind.FEED
                ? kept(run, kind, bytes, manifest, with)
                : anew(run, bytes, manifest, with);
    }

    private Laid kept(Run run, Kind kind, InputStream bytes, Manifest manifest, Consumer<Laid> with) {
        FirstLook look = FirstLook.of(kind, bytes);
        Owner owner = new Owner("quarter_file", run.id(), run.path(), Optional.empty());
        Laid[] laid = new Laid[1];
        Kept _ = files.keep(owner, look, kept -> {
            look.requireColumns();
            look.requireAsSaid(kept.sha256(), manifest);
            laid[0] = new Laid(kept.id(), kind, new Staged(look.rows(), kept.bytes(), kept.sha256()));
            with.accept(laid[0]);
        });
        return laid[0];
    }

    /** Files may come: whoever brings them may still do so, and the figures do not stand. */
    private void begin(Caller caller, Run run) {
        String _ = tools.require(caller, Operation.QUARTER_FEED);
        QuarterRefused.require(runs.reopen(run.id()), Reason.OTHER_STATE);
    }

    /** Whether it was not there before. */
    private boolean enter(Run run, Laid laid) {
        boolean isNew = runs.add(run, laid.id(), laid.kind(), laid.staged(), tools.now());
        if (isNew) {
            tools.done(Operation.QUARTER_FEED, "bring " + laid.kind(), run);
        }
        return isNew;
    }

    private Laid anew(Run run, InputStream bytes, Manifest manifest, Consumer<Laid> with) {
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
                return kept(run, Kind.FEED, in, Manifest.NONE, with);
            }
        } catch (FormRefused e) {
            throw new QuarterRefused(Reason.COLUMNS, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
