package org.huzhu.bench.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.bench.replay.Answers.Group;
import org.huzhu.bench.replay.Answers.Total;

/**
 * What the process of one side says, line by line.
 *
 * @param times by what was done
 * @param answers by trial
 * @param numbers all else: events, the peak of the memory
 */
record Report(Map<String, Stopwatch> times, Map<String, Answers> answers, Map<String, Long> numbers) {

    static final String TIME = "time\t%s\t%s\t%s";
    static final String NUMBER = "number\t%s\t%s";

    /** What a side can say. */
    static List<String> lines(String trial, Answers answers) {
        return answers.groups().entrySet().stream()
                .map(each -> "answer\t%s\t%s\t%s\t%d\t%d\t%d\t%d"
                        .formatted(
                                trial,
                                each.getKey().plan(),
                                each.getKey().clause(),
                                each.getKey().year(),
                                each.getValue().payments(),
                                each.getValue().fen(),
                                each.getValue().marks()))
                .toList();
    }

    static Report read(List<String> lines) {
        Report report = new Report(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        lines.forEach(line -> report.take(line.split("\t", -1)));
        return report;
    }

    private void take(String[] parts) {
        switch (parts[0]) {
            case "time" ->
                times.put(parts[1], new Stopwatch(Double.parseDouble(parts[2]), Double.parseDouble(parts[3])));
            case "number" -> numbers.put(parts[1], Long.parseLong(parts[2]));
            case "answer" ->
                answers.computeIfAbsent(parts[1], _ -> Answers.none())
                        .add(
                                new Group(parts[2], parts[3], Integer.parseInt(parts[4])),
                                new Total(
                                        Long.parseLong(parts[5]), Long.parseLong(parts[6]), Long.parseLong(parts[7])));
            default -> {}
        }
    }

    Optional<Stopwatch> time(String what) {
        return Optional.ofNullable(times.get(what));
    }

    long number(String what) {
        return numbers.getOrDefault(what, 0L);
    }
}
