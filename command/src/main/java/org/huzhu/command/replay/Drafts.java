package org.huzhu.command.replay;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huzhu.columns.Words;
import org.huzhu.command.Exit;
import org.huzhu.command.PlanFiles;
import org.huzhu.command.Refusal;
import org.huzhu.examples.Examples;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.replay.Amendment;
import org.huzhu.rules.Rulebook;
import org.huzhu.text.Document;
import org.huzhu.text.LibraryReader.LibraryReading;
import org.huzhu.text.PlanDiff;

/**
 * The draft and what it is compared with, read among the other plans as strictly as {@code huzhu plans check} reads
 * them.
 */
final class Drafts {

    private final Path file;
    private final String name;
    private final boolean isInFolder;
    private final Map<String, String> texts;
    private final Library published;
    private final Optional<Against> against;
    private final Optional<LocalDate> since;

    /** Another version that the draft is compared with. */
    private record Against(Path file, String text, Plan plan) {}

    /**
     * Reads what does not change while the draft does.
     *
     * @param file the draft
     */
    Drafts(PlanFiles files, Path file, Optional<Path> against, Optional<LocalDate> since) {
        this.file = file;
        this.since = since;
        texts = files.texts();
        name = files.nameInLibrary(file);
        isInFolder = files.holds(file);
        published = PlanFiles.read(texts, Map.of()).library();
        this.against = against.map(path -> against(files, path));
    }

    private Against against(PlanFiles files, Path path) {
        String text = PlanFiles.text(path);
        return new Against(
                path, text, plan(path, files.nameInLibrary(path), read(path, files.nameInLibrary(path), text)));
    }

    private LibraryReading read(Path path, String called, String text) {
        Map<String, String> all = new TreeMap<>(texts);
        all.put(called, text);
        return PlanFiles.read(all, Map.of(called, path));
    }

    private static Plan plan(Path path, String called, LibraryReading reading) {
        if (reading.documents().get(called) instanceof Document.PlanFile plan) {
            return plan.plan();
        }
        throw new Refusal(Exit.USAGE, path + " 不是计划文件：计划文件的第一个词应是“计划”。");
    }

    /** The library as it stands. */
    Library published() {
        return published;
    }

    /** The draft as it stands on the disk. */
    String text() {
        return PlanFiles.text(file);
    }

    Path file() {
        return file;
    }

    /** Reads the text in the place of the draft; refuses one that does not read, with all its mistakes. */
    Amendment read(String text) {
        Plan draft = plan(file, name, read(file, name, text));
        against.map(Against::plan).ifPresent(other -> {
            if (!other.id().plan().equals(draft.id().plan())) {
                throw new Refusal(
                        Exit.USAGE,
                        "%s 是“%s”，%s 是“%s”：只能比较同一计划的两个版本。"
                                .formatted(file, draft.id(), against.get().file(), other.id()));
            }
        });
        return new Amendment(without(draft), draft, against.map(Against::plan), since);
    }

    /** A version that lies in the folder itself is compared with what it took the place of. */
    private Library without(Plan draft) {
        if (!isInFolder) {
            return published;
        }
        List<Plan> others = new ArrayList<>(published.plans());
        others.removeIf(plan -> plan.id().equals(draft.id()));
        return new Library(published.dictionary(), others, published.overlays(), published.stackings());
    }

    /** How many examples of the draft do not hold under it, in words; empty when all do. */
    Optional<String> examples(String text) {
        LibraryReading reading = read(file, name, text);
        Plan draft = plan(file, name, reading);
        Rulebook rules = Rulebook.of(reading.library(), new Words());
        long wrong = reading.examples().getOrDefault(name, List.of()).stream()
                .filter(example -> !Examples.differences(rules, Optional.of(draft.id()), example)
                        .isEmpty())
                .count();
        return wrong == 0 ? Optional.empty() : Optional.of("草案自己的算例有%d个与新规则不符；试算照做，定稿以前要改算例。".formatted(wrong));
    }

    /** What the text changes in the version that it is compared with, or would replace; none for a new plan. */
    List<PlanDiff.Change> changes(Amendment amendment, String text) {
        if (against.isPresent()) {
            return PlanDiff.between(
                    against.get().file().toString(), against.get().text(), file.toString(), text);
        }
        return replaced(amendment)
                .map(before -> PlanDiff.between(before, texts.getOrDefault(before, ""), file.toString(), text))
                .orElse(List.of());
    }

    /** The file of the version that the draft would replace: its namesake, else the newest that began before it. */
    Optional<String> replaced(Amendment amendment) {
        Plan draft = amendment.draft();
        List<Plan> versions = amendment.published().versions(draft.id().plan());
        return versions.stream()
                .filter(plan -> plan.id().equals(draft.id()))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(plan -> plan.applicability()
                                .from()
                                .isBefore(draft.applicability().from()))
                        .reduce((one, later) -> later))
                .map(plan -> plan.id().plan() + "/" + plan.id().version() + ".yaml")
                .filter(texts::containsKey);
    }

    /** The files that decide, each with its text: the draft, and what it is compared with. */
    Map<String, String> files(Amendment amendment, String text) {
        Map<String, String> decisive = new TreeMap<>();
        decisive.put(file.toString(), text);
        against.ifPresent(other -> decisive.put(other.file().toString(), other.text()));
        replaced(amendment)
                .filter(other -> against.isEmpty())
                .ifPresent(other -> decisive.put("计划文件夹/" + other, texts.getOrDefault(other, "")));
        return decisive;
    }

    /** All plan files of the folder, as one text for a fingerprint. */
    String folder() {
        StringBuilder all = new StringBuilder();
        texts.forEach((path, text) -> all.append(path).append('\n').append(text));
        return all.toString();
    }
}
