package org.huzhu.bench.replay;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.bench.replay.Answers.Group;
import org.huzhu.bench.replay.Answers.Total;
import org.huzhu.columns.Words;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Library;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.ExclusionRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Pricing;
import org.huzhu.rules.Rulebook;

/** Judges the facts in DuckDB's tables anew, with one statement for each kind of benefit of a plan. */
final class DuckReplay {

    private final Connection connection;
    private final Words words;

    DuckReplay(Connection connection, Words words) {
        this.connection = connection;
        this.words = words;
    }

    /** An empty database in memory that works with so many threads. */
    static Connection open(int threads) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", String.valueOf(threads));
        settings.setProperty("preserve_insertion_order", "false");
        return DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    /** Fills DuckDB's own tables from the store. */
    static void load(Connection connection, Path store) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Sql.text("load", Map.of("store", store.toString())));
        }
    }

    /** Adds up the columns of the store, without keeping them. */
    static void sum(Connection connection, Path store) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.text("sums", Map.of("store", store.toString())))) {
            rows.next();
        }
    }

    /** What the plans give under the library; fills the tables of its numbers first. */
    Answers judge(Library library, List<String> plans) throws SQLException {
        Rulebook rules = Rulebook.of(library, words);
        RuleTables.fill(connection, rules, plans);
        Answers answers = Answers.none();
        for (PlanRules plan : rules.plans()) {
            if (plans.contains(plan.name())) {
                for (String sql : statements(plan).toList()) {
                    ask(sql, plan, rules.words(), answers);
                }
            }
        }
        return answers;
    }

    private void ask(String sql, PlanRules plan, Words known, Answers answers) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                answers.add(
                        new Group(plan.name(), known.word(rows.getInt(1)), rows.getInt(2)),
                        new Total(rows.getLong(3), rows.getLong(4), rows.getLong(5)));
            }
        }
    }

    /** The statements that judge the plan. */
    static Stream<String> statements(PlanRules plan) {
        List<ClauseRules> clauses = plan.versions().stream()
                .flatMap(version -> version.clauses().stream())
                .toList();
        return Stream.of("years", "shares", "allowance", "diseases", "accidents")
                .filter(kind -> clauses.stream().anyMatch(clause -> kind.equals(kind(clause.pricing()))))
                .map(kind -> Sql.text(kind, values(plan, kind, clauses)));
    }

    private static String kind(Pricing pricing) {
        return switch (pricing) {
            case Pricing.Yearly _ -> "years";
            case Pricing.Banded _ -> "years";
            case Pricing.Share _ -> "shares";
            case Pricing.Disease _ -> "diseases";
            case Pricing.Allowance allowance ->
                allowance.daily().days() == Benefit.DayKind.HOSPITAL ? "allowance" : "accidents";
            case Pricing.Disability _ -> "accidents";
            case Pricing.Injury _ -> "accidents";
            case Pricing.Death _ -> "accidents";
            case Pricing.Property _ -> "";
            case Pricing.Maturity _ -> "";
        };
    }

    private static Map<String, String> values(PlanRules plan, String kind, List<ClauseRules> all) {
        Map<String, String> values = new HashMap<>();
        values.put("plan", String.valueOf(plan.word()));
        values.put("mark", Answers.markInSql("fen"));
        values.put("y_mark", Answers.markInSql("y_fen"));
        values.put("b_mark", Answers.markInSql("b_fen"));
        for (ClauseRules clause : all) {
            if (kind(clause.pricing()).equals(kind)) {
                valuesOf(clause, values);
            }
        }
        if (kind.equals("years")) {
            int both =
                    all.stream().map(ClauseRules::version).distinct().toList().size() * 2;
            Refused.unless(all.size() == both && values.containsKey("banded_base"), "年度补助不是每版两条");
        }
        return values;
    }

    private static void valuesOf(ClauseRules clause, Map<String, String> values) {
        int circumstances = clause.exclusions().stream()
                .mapToInt(ExclusionRules::circumstances)
                .reduce(0, (a, b) -> a | b);
        switch (clause.pricing()) {
            case Pricing.Yearly yearly -> {
                put(values, "yearly_base", column(yearly.share().base()));
                put(values, "yearly_circumstances", circumstances);
            }
            case Pricing.Banded banded -> {
                put(values, "banded_base", column(banded.share().base()));
                put(values, "banded_circumstances", circumstances);
                put(
                        values,
                        "banded_others",
                        banded.lessOthers().stream()
                                .map(field -> "coalesce(" + column(field) + ", 0)")
                                .collect(Collectors.joining(" + ", "0 + ", "")));
            }
            case Pricing.Share share -> {
                put(values, "base", column(share.share().base()));
                put(values, "causes", causes(share.share().causes().stream()));
                put(values, "circumstances", circumstances);
            }
            case Pricing.Allowance allowance -> {
                boolean byAccident = clause.eventDay() == EventDay.ACCIDENT;
                put(values, "causes", causes(allowance.daily().causes().stream()));
                put(values, "circumstances", circumstances);
                put(values, "event_day", byAccident ? "coalesce(accident_on, first_day)" : "first_day");
            }
            default -> {}
        }
    }

    private static int causes(Stream<Cause> causes) {
        ToIntFunction<Cause> bit = cause -> 1 << cause.ordinal();
        return causes.mapToInt(bit).sum();
    }

    /** One value for all versions. */
    private static void put(Map<String, String> values, String name, Object value) {
        String before = values.put(name, String.valueOf(value));
        Refused.unless(before == null || before.equals(String.valueOf(value)), "各版不同的 " + name);
    }

    private static String column(CostField field) {
        return field.name().toLowerCase(Locale.ROOT) + "_fen";
    }
}
