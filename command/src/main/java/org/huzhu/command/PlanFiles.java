package org.huzhu.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huzhu.text.LibraryReader;
import org.huzhu.text.LibraryReader.LibraryReading;
import org.huzhu.text.PlanUnreadable;

/** The plan files on disk: the folder {@code plans/}, or another of the same shape. */
record PlanFiles(Path folder) {

    /** The names of the files, with {@code /} between folders, and their texts. */
    Map<String, String> texts() {
        if (!Files.isDirectory(folder)) {
            throw new Refusal(Exit.ENVIRONMENT, "找不到计划文件夹 " + folder + "。请用 --plans 指明它在哪里。");
        }
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml")).forEach(file -> texts.put(name(file), text(file)));
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal(Exit.ENVIRONMENT, "读不出计划文件夹 " + folder + "：" + e.getMessage());
        }
        return texts;
    }

    /** All plans; refuses with every problem of every file when one does not read. */
    LibraryReading read() {
        return read(texts());
    }

    static LibraryReading read(Map<String, String> texts) {
        try {
            return LibraryReader.read(texts);
        } catch (PlanUnreadable unreadable) {
            throw refusal(unreadable);
        }
    }

    static Refusal refusal(PlanUnreadable unreadable) {
        List<String> lines =
                unreadable.problems().stream().map(Object::toString).toList();
        return new Refusal(Exit.FOUND, String.join("\n", lines) + "\n共" + lines.size() + "处要改。");
    }

    /** The name of a file of the folder, as problems name it. */
    String name(Path file) {
        Path relative = folder.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize());
        return relative.toString().replace('\\', '/');
    }

    /** Whether the file lies in the folder. */
    boolean holds(Path file) {
        return file.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize());
    }

    /** The text of any file, which must be UTF-8. */
    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new Refusal(Exit.ENVIRONMENT, file + " 不是 UTF-8 编码，请另存为 UTF-8 后再试。");
        } catch (IOException e) {
            throw new Refusal(Exit.ENVIRONMENT, "读不出文件 " + file + "，请核对路径和权限。");
        }
    }
}
