package org.huzhu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.text.LibraryReader;

/** Reads the rule of the quarter from the folder of plans. */
final class Rules {

    private static final String PLAN = "暖互助";

    private Rules() {}

    static QuarterRule of(Path plans, int year) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(plans)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                texts.put(plans.relativize(file).toString(), Files.readString(file));
            }
        }
        return QuarterRule.of(LibraryReader.read(texts).library(), PLAN, year);
    }
}
