package org.huzhu.bench.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huzhu.plan.Library;
import org.huzhu.text.LibraryReader;

/**
 * A change that a plan officer tries, and the plans that are judged anew under it.
 *
 * @param name as it stands in the results
 * @param plans by their short names
 * @param edits what is written instead in the files of the plans
 */
record Trial(String name, List<String> plans, List<Edit> edits) {

    /** The plans that the made-up society holds. */
    static final List<String> SIX = List.of("暖互助", "住院医疗", "住院津贴", "女工特疾", "重大疾病", "意外伤害");

    private static final List<Edit> NUAN =
            List.of(new Edit("暖互助/", "比例: 20%", "比例: 25%"), new Edit("暖互助/", "门诊起付: 1800元", "门诊起付: 1500元"));
    private static final List<Edit> STAYS =
            List.of(new Edit("住院医疗/", "比例: 70%", "比例: 75%"), new Edit("住院医疗/", "比例: 60%", "比例: 65%"));

    /** All trials: plan by plan, each changed where that says something, then all together. */
    static final List<Trial> ALL = List.of(
            new Trial("暖互助", List.of("暖互助"), NUAN),
            new Trial("住院医疗", List.of("住院医疗"), STAYS),
            new Trial("住院津贴", List.of("住院津贴"), List.of()),
            new Trial("女工特疾", List.of("女工特疾"), List.of()),
            new Trial("重大疾病", List.of("重大疾病"), List.of()),
            new Trial("意外伤害", List.of("意外伤害"), List.of()),
            new Trial("六项", SIX, Stream.concat(NUAN.stream(), STAYS.stream()).toList()));

    /** In all files whose name starts so, the one text instead of the other. */
    record Edit(String files, String text, String instead) {

        private String in(String name, String content) {
            return name.startsWith(files) ? content.replace(text, instead) : content;
        }
    }

    /** The library under the change; the texts are those of the folder of plans, by name. */
    Library library(Map<String, String> texts) {
        Map<String, String> changed = new TreeMap<>(texts);
        edits.forEach(edit -> changed.replaceAll(edit::in));
        return LibraryReader.read(changed).library();
    }

    /** The texts of all plan files below the folder. */
    static Map<String, String> texts(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
