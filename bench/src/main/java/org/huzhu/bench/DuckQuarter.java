package org.huzhu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.rules.YearlyShareRule;

/** The quarter in DuckDB: the whole of {@code quarter.sql} in a database in memory. */
final class DuckQuarter {

    private static final String SCRIPT = "quarter.sql";

    private DuckQuarter() {}

    /** Settles: writes payments.csv, carried.csv and rejects.csv into the folder of the request. */
    static void settle(SettlementRequest request, QuarterRule rule, int threads, String memory)
            throws IOException, SQLException {
        Files.createDirectories(request.out());
        Map<String, String> words = words(request, rule.share());
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("set threads = " + threads);
            statement.execute("set memory_limit = '" + memory + "'");
            statement.execute("set temp_directory = '" + request.out() + "/spilt'");
            for (String sql : script().split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(filled(sql, words));
                }
            }
        }
    }

    private static String script() throws IOException {
        try (InputStream in = DuckQuarter.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException(SCRIPT + " is not beside its class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> words(SettlementRequest request, YearlyShareRule share) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("feeds", list(request.feeds()));
        words.put("members", request.members().toString());
        words.put("paid", list(request.paid()));
        words.put("out", request.out().toString());
        words.put("year", Integer.toString(request.year()));
        words.put("quarter", Integer.toString(request.quarter()));
        words.put("first_day", request.firstDay().toString());
        words.put("last_day", request.lastDay().toString());
        words.put("outpatient_deductible", Long.toString(share.outpatientDeductibleFen()));
        words.put("first_stay_deductible", Long.toString(share.firstStayDeductibleFen()));
        words.put("later_stay_deductible", Long.toString(share.laterStayDeductibleFen()));
        words.put("rate_basis_points", Integer.toString(share.rate().basisPoints()));
        words.put("maximum", Long.toString(share.yearlyMaximumFen()));
        return words;
    }

    private static String list(List<Path> files) {
        return files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", ", "[", "]"));
    }

    private static String filled(String sql, Map<String, String> words) {
        String filled = sql;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace("${" + word.getKey() + "}", word.getValue());
        }
        return filled;
    }
}
