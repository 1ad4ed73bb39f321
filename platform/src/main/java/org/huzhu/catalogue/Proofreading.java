package org.huzhu.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.catalogue.Findings.Differing;
import org.huzhu.catalogue.Findings.Worked;
import org.huzhu.examples.Examples;
import org.huzhu.examples.Examples.Difference;
import org.huzhu.facts.WorkedExample;
import org.huzhu.plan.PlanId;
import org.huzhu.rules.Rulebook;
import org.huzhu.text.Document.PlanFile;
import org.huzhu.text.LibraryReader;
import org.huzhu.text.LibraryReader.LibraryReading;
import org.huzhu.text.PlanUnreadable;

/** Reads files together and works out their examples again. */
final class Proofreading {

    private Proofreading() {}

    /** What is wrong with the file beside those that are published; a file of the same name gives way to it. */
    static Findings of(Map<String, String> published, String file, String content) {
        Map<String, String> all = new HashMap<>(published);
        all.put(file, content);
        try {
            return worked(LibraryReader.read(all), file);
        } catch (PlanUnreadable e) {
            return new Findings(e.problems(), List.of(), List.of());
        }
    }

    private static Findings worked(LibraryReading reading, String of) {
        Rulebook rules = Rulebook.of(reading.library());
        List<Differing> found = new ArrayList<>();
        List<Worked> own = new ArrayList<>();
        reading.examples().forEach((file, examples) -> {
            Optional<PlanId> id = reading.documents().get(file) instanceof PlanFile plan
                    ? Optional.of(plan.plan().id())
                    : Optional.empty();
            for (WorkedExample example : examples) {
                List<Difference> differences = Examples.differences(rules, id, example);
                if (file.equals(of)) {
                    own.add(new Worked(example.title(), example.line(), differences));
                }
                if (!differences.isEmpty()) {
                    found.add(new Differing(file, example.title(), differences));
                }
            }
        });
        return new Findings(List.of(), found, own);
    }
}
