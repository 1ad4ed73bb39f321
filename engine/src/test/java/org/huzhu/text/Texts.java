package org.huzhu.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.huzhu.plan.Library;

/** Files that use the whole vocabulary between them, made up for the tests. */
final class Texts {

    static final String DICTIONARY = text("病种词典.yaml");
    static final String PLAN = text("2018.yaml");
    static final String OTHER_PLAN = text("另例.yaml");
    static final String OVERLAY = text("叠加.yaml");
    static final String STACKING = text("并用规则.yaml");
    static final String CASE = text("案例.yaml");

    /** All of them, each where it belongs. */
    static final Map<String, String> FILES = Map.of(
            "病种词典.yaml", DICTIONARY,
            "示例/2018.yaml", PLAN,
            "另例/2018.yaml", OTHER_PLAN,
            "地区叠加/高原.yaml", OVERLAY,
            "并用规则/北京.yaml", STACKING,
            "案例/一人一病.yaml", CASE);

    private Texts() {}

    static Library library() {
        return LibraryReader.read(FILES).library();
    }

    static Map<String, String> filesWith(String path, String text) {
        Map<String, String> files = new TreeMap<>(FILES);
        files.put(path, text);
        return files;
    }

    /** The problems of the file when it is read beside all others. */
    static List<Problem> problems(String text) {
        try {
            Document unused = PlanReader.knowing(library()).read("例.yaml", text);
            return List.of();
        } catch (PlanUnreadable e) {
            return e.problems();
        }
    }

    /** The line, from 1, where the text first stands. */
    static int line(String in, String text) {
        int at = in.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException("The file does not say: " + text);
        }
        return 1
                + Math.toIntExact(
                        in.substring(0, at).chars().filter(it -> it == '\n').count());
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
