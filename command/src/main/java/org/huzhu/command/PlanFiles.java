package org.huzhu.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.quarter.table.DiskWording;
import org.huzhu.text.LibraryReader;
import org.huzhu.text.LibraryReader.LibraryReading;
import org.huzhu.text.PlanUnreadable;
import org.huzhu.text.Problem;

/** The plan files on disk: the folder {@code plans/}, or another of the same shape. */
public record PlanFiles(Path folder) {

    /** The names of the files, with {@code /} between folders, and their texts. */
    public Map<String, String> texts() {
        if (!Files.isDirectory(folder)) {
            throw new Refusal(Exit.ENVIRONMENT, "找不到计划文件夹 " + folder + "。请用 --plans 指明它在哪里。");
        }
        Map<String, String> texts = new TreeMap<>();
        names().forEach(name -> texts.put(name, text(folder.resolve(name))));
        return texts;
    }

    private Set<String> names() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(this::name)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (UncheckedIOException e) {
            throw unreadable(folder, requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** All plans; refuses with every problem of every file when one does not read. */
    LibraryReading read() {
        return read(texts(), Map.of());
    }

    /**
     * Reads the texts as one library.
     *
     * @param drafts for each name in the library that stands for a file elsewhere, where that file is
     */
    public static LibraryReading read(Map<String, String> texts, Map<String, Path> drafts) {
        try {
            return LibraryReader.read(texts);
        } catch (PlanUnreadable unreadable) {
            throw refusal(unreadable, drafts);
        }
    }

    static Refusal refusal(PlanUnreadable unreadable) {
        return refusal(unreadable, Map.of());
    }

    private static Refusal refusal(PlanUnreadable unreadable, Map<String, Path> drafts) {
        StringBuilder lines = new StringBuilder();
        for (Problem problem : unreadable.problems()) {
            Path draft = drafts.get(problem.file());
            String file = draft == null ? problem.file() : draft.toString();
            lines.append("%s 第%d行：%s%n".formatted(file, problem.line(), problem.message()));
        }
        return new Refusal(
                Exit.FOUND, lines + "共%d处要改。".formatted(unreadable.problems().size()));
    }

    /** The file itself; of a folder all plan files in it, by name. */
    static List<Path> below(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        PlanFiles folder = new PlanFiles(path);
        List<Path> found = folder.names().stream().map(path::resolve).toList();
        if (found.isEmpty()) {
            throw new Refusal(Exit.USAGE, "文件夹 " + path + " 里没有计划或案例文件（.yaml）。请核对路径。");
        }
        return found;
    }

    /** The name of a file of the folder, as problems name it. */
    public String name(Path file) {
        Path relative = folder.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize());
        return relative.toString().replace('\\', '/');
    }

    /**
     * The name that the file has in a library: a draft from elsewhere takes the place of the file of the same plan and
     * version.
     */
    public String nameInLibrary(Path file) {
        if (holds(file)) {
            return name(file);
        }
        Path whole = file.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        return parent == null || parent.getFileName() == null
                ? String.valueOf(whole.getFileName())
                : parent.getFileName() + "/" + whole.getFileName();
    }

    /** Whether the file lies in the folder. */
    public boolean holds(Path file) {
        return file.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize());
    }

    /** The text of any file, which must be UTF-8. */
    public static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new Refusal(Exit.ENVIRONMENT, file + " 不是 UTF-8 编码，请另存为 UTF-8 后再试。");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Refusal unreadable(Path path, IOException why) {
        return new Refusal(Exit.ENVIRONMENT, "读不出 " + path + "：" + DiskWording.of(why) + "。请核对路径和权限。");
    }
}
