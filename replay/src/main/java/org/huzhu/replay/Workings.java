package org.huzhu.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.adjudication.ChineseWording;
import org.huzhu.adjudication.Determination;
import org.huzhu.adjudication.Judge;
import org.huzhu.columns.Day;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.FactColumns;
import org.huzhu.kernel.DateSpan;
import org.huzhu.replay.Comparison.MemberChange;
import org.huzhu.rules.Rulebook;
import org.jspecify.annotations.Nullable;

/** Judges one member again under both rules, with the working, and keeps what differs. */
final class Workings {

    private final Rulebook before;
    private final Rulebook after;
    private final Set<String> plans;
    private final Question question;

    Workings(Rulebook before, Rulebook after, Set<String> plans, Question question) {
        this.before = before;
        this.after = after;
        this.plans = plans;
        this.question = question;
    }

    /** What one line is about; the same in both rules. */
    private record Key(String plan, String clause, Optional<DateSpan> cover, List<String> events) {}

    /** What one set of rules says of a member. */
    private record Found(Map<Key, Determination.Line> lines, List<Determination.Denial> denials) {}

    Working of(FactColumns facts, int member, MemberChange change) {
        Found old = find(before, facts, member);
        Found now = find(after, facts, member);
        Map<Key, Determination.Line> all = new LinkedHashMap<>(old.lines());
        now.lines().forEach(all::putIfAbsent);
        List<Working.Line> lines = new ArrayList<>();
        all.forEach((key, any) -> {
            long was = fen(old.lines().get(key));
            long is = fen(now.lines().get(key));
            if (was != is) {
                lines.add(new Working.Line(
                        any.plan().plan() + " " + key.clause() + " "
                                + any.clause().title(),
                        String.join("、", key.events()),
                        was,
                        is,
                        steps(old, key),
                        steps(now, key)));
            }
        });
        return new Working(change, lines);
    }

    private static long fen(Determination.@Nullable Line line) {
        return line == null ? 0 : line.entitled().fen();
    }

    private Found find(Rulebook rules, FactColumns facts, int member) {
        Determination determination = Judge.explain(rules, facts, member, event -> name(facts, member, event));
        Set<String> counted = counted(rules, facts, member);
        Map<Key, Determination.Line> lines = new LinkedHashMap<>();
        determination.lines().stream()
                .filter(line -> line.events().stream().anyMatch(event -> counted.contains(id(line, event))))
                .forEach(line -> lines.put(
                        new Key(line.plan().plan(), line.clause().number(), line.cover(), line.events()), line));
        return new Found(lines, determination.denials());
    }

    private static String id(Determination.Line line, String event) {
        return line.plan().plan() + " " + line.clause().number() + " " + event;
    }

    /** The awards of the years that are looked at, by plan, clause and first event. */
    private Set<String> counted(Rulebook rules, FactColumns facts, int member) {
        Judge judge = new Judge(rules);
        judge.judge(facts, member);
        Set<String> counted = new HashSet<>();
        for (int award = 0; award < judge.awards(); award++) {
            String plan = rules.plans().get(judge.clause(award).plan()).name();
            if (plans.contains(plan) && question.asks(judge.year(award))) {
                String number = judge.clause(award).clause().number();
                counted.add(plan + " " + number + " " + name(facts, member, judge.firstEvent(award)));
            }
        }
        return counted;
    }

    private static List<String> steps(Found found, Key key) {
        Determination.Line line = found.lines().get(key);
        if (line != null) {
            return ChineseWording.list(line.working());
        }
        return found.denials().stream()
                .filter(denial ->
                        denial.plan().plan().equals(key.plan()) && key.events().contains(denial.event()))
                .map(denial -> "不给付：依" + denial.clause() + "，" + ChineseWording.of(denial.reason()))
                .distinct()
                .toList();
    }

    /** An event by its kind, its ordinal among those of the member, and its year: nothing that tells who it is. */
    private static String name(FactColumns facts, int member, int event) {
        int ordinal = 1;
        for (int other = facts.eventsFrom(member); other < event; other++) {
            ordinal += facts.kind(other) == facts.kind(event) ? 1 : 0;
        }
        return kind(facts.kind(event)) + ordinal + "（" + Day.year(facts.day(event)) + "年）";
    }

    private static String kind(EventKind kind) {
        return switch (kind) {
            case VISIT -> "门诊";
            case STAY -> "住院";
            case DIAGNOSIS -> "确诊";
            case ACCIDENT -> "意外";
            case DEATH -> "身故";
            case LOSS -> "家财损失";
            case MATURITY -> "满期";
        };
    }
}
