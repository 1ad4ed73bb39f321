package org.huzhu.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.text.LibraryReader;

/** The plans of the project, for tests: as they stand, and with a text changed. */
final class Shelf {

    private static final Path PLANS = Path.of("../plans");
    private static final Map<String, String> TEXTS = texts();

    /** The plans as they stand. */
    static final Library PUBLISHED = LibraryReader.read(TEXTS).library();

    private Shelf() {}

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PLANS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                texts.put(PLANS.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** A version as it stands. */
    static Plan plan(String plan, String version) {
        return PUBLISHED.versions(plan).stream()
                .filter(each -> each.id().version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    /** A version with one text put for another, each time that it stands there. */
    static Plan draft(String plan, String version, String text, String replacement) {
        String file = plan + "/" + version + ".yaml";
        Map<String, String> texts = new TreeMap<>(TEXTS);
        String changed = texts.getOrDefault(file, "").replace(text, replacement);
        if (changed.equals(texts.put(file, changed))) {
            throw new IllegalArgumentException(file + " does not say " + text);
        }
        return LibraryReader.read(texts).library().versions(plan).stream()
                .filter(each -> each.id().version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    /** Every table by one dimension, and one by all but the agency. */
    static final List<List<Dimension>> GROUPINGS = List.of(
            List.of(Dimension.PLAN),
            List.of(Dimension.YEAR),
            List.of(Dimension.AGENCY),
            List.of(Dimension.SEX),
            List.of(Dimension.AGE),
            List.of(Dimension.AGE, Dimension.PLAN, Dimension.YEAR, Dimension.SEX));
}
