package org.huzhu.bench.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huzhu.columns.Day;
import org.huzhu.columns.Words;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;
import org.huzhu.rules.VersionRules;
import org.huzhu.rules.WaitingRules;

/**
 * The numbers of plans as tables, so that a changed plan is other rows and the same SQL.
 *
 * <p>Refuses what the SQL does not know how to judge, instead of judging it wrongly.
 */
final class RuleTables {

    private static final String EARLIEST = "date '0001-01-01'";
    private static final String LATEST = "date '9999-12-31'";

    private final Rulebook rules;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    private RuleTables(Rulebook rules) {
        this.rules = rules;
    }

    /** Empties the tables and fills them with the numbers of the plans, given by their short names. */
    static void fill(Connection connection, Rulebook rules, List<String> plans) throws SQLException {
        RuleTables tables = new RuleTables(rules);
        rules.plans().stream().filter(plan -> plans.contains(plan.name())).forEach(tables::add);
        tables.addSame();
        try (Statement statement = connection.createStatement()) {
            statement.execute(Sql.text("rules"));
            for (Map.Entry<String, List<String>> table : tables.rows.entrySet()) {
                statement.execute(
                        "insert into %s values %s".formatted(table.getKey(), String.join(",", table.getValue())));
            }
        }
    }

    /** One row more; numbers, truths and expressions of SQL. */
    void row(String table, Object... values) {
        rows.computeIfAbsent(table, _ -> new ArrayList<>())
                .add(Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(",", "(", ")")));
    }

    private void add(PlanRules plan) {
        Refused.unless(
                rules.offices().stream().allMatch(office -> office.indemnity().isEmpty()), "补偿原则");
        eras(plan);
        for (int version = 0; version < plan.versions().size(); version++) {
            version(plan, version);
            for (ClauseRules clause : plan.versions().get(version).clauses()) {
                new ClauseRows(this, rules, plan, clause).add();
            }
        }
    }

    /** Which classes of disease are one disease. */
    private void addSame() {
        List<Integer> classes = rules.library().dictionary().classes().keySet().stream()
                .map(words()::find)
                .toList();
        for (int one : classes) {
            classes.stream()
                    .filter(other -> rules.isSameDisease(one, other))
                    .forEach(other -> row("p_same", one, other));
        }
    }

    private void eras(PlanRules plan) {
        for (Era era : Era.of(plan)) {
            row(
                    "p_era",
                    plan.word(),
                    era.version(),
                    date(era.startFrom()),
                    date(era.startUntil()),
                    date(era.dayFrom()),
                    date(era.dayUntil()));
        }
    }

    private static String date(int day) {
        return switch (day) {
            case Day.NONE -> EARLIEST;
            case Day.END -> LATEST;
            default -> "date '%s'".formatted(Day.date(day));
        };
    }

    private void version(PlanRules plan, int number) {
        VersionRules version = plan.versions().get(number);
        WaitingRules waiting = version.waiting();
        if (waiting == null) {
            row("p_version", plan.word(), number, version.unitsMax(), 0, false, false, -1, -1, -1, -1, false);
        } else {
            Refused.unless(!waiting.gapCovered(), "间隔期内事件: 保障");
            Refused.unless(waiting.extraUnitsWait() || version.unitsMax() == 1, "新增份另等: 否，份数多于一份");
            Zone zone = Zone.of(waiting);
            row(
                    "p_version",
                    plan.word(),
                    number,
                    version.unitsMax(),
                    waiting.offset(),
                    !waiting.illnessExempt(),
                    !waiting.accidentExempt(),
                    zone.fullAfter(),
                    zone.reducedAfter(),
                    zone.reducedUntil(),
                    waiting.gapDaysMax(),
                    waiting.isWaivable());
            waiting.plansNotCounted().forEach(other -> row("p_not_counted", plan.word(), number, other));
        }
        version.relations().forEach(relation -> Relations.add(this, plan, number, relation));
    }

    Words words() {
        return rules.words();
    }
}
