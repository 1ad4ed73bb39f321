package org.huzhu.bench.replay;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.function.IntFunction;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Part;
import org.huzhu.columns.Terms;
import org.huzhu.plan.CostField;

/** DuckDB's own tables of the facts, in memory, in the order of members. */
final class DuckStore {

    private static final List<CostField> COSTS =
            Society.COSTS.stream().sorted().toList();

    private final DuckDBConnection connection;

    private DuckStore(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** An empty database in memory that works with so many threads. */
    static DuckDBConnection open(int threads) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", String.valueOf(threads));
        settings.setProperty("preserve_insertion_order", "false");
        return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    /** Makes the tables and fills them, part by part. */
    static void fill(DuckDBConnection connection, int parts, IntFunction<FactColumns> part) throws SQLException {
        DuckStore store = new DuckStore(connection);
        store.execute(Sql.text("facts"));
        for (int number = 0; number < parts; number++) {
            store.add(part.apply(number), number * Part.MEMBERS);
            store.execute(Sql.text("append"));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void add(FactColumns facts, int firstMember) throws SQLException {
        terms(facts, firstMember);
        try (DuckDBAppender visits = connection.createAppender("raw_visits");
                DuckDBAppender stays = connection.createAppender("raw_stays");
                DuckDBAppender diagnoses = connection.createAppender("raw_diagnoses");
                DuckDBAppender accidents = connection.createAppender("raw_accidents");
                DuckDBAppender deaths = connection.createAppender("raw_deaths")) {
            for (int member = 0; member < facts.members(); member++) {
                for (int event = facts.eventsFrom(member); event < facts.eventsTo(member); event++) {
                    Row row = new Row(facts, firstMember + member, event, event - facts.eventsFrom(member));
                    switch (facts.kind(event)) {
                        case VISIT -> row.visit(visits);
                        case STAY -> row.stay(stays);
                        case DIAGNOSIS -> row.diagnosis(diagnoses);
                        case ACCIDENT -> row.accident(accidents);
                        case DEATH -> row.death(deaths);
                        case LOSS, MATURITY -> Refused.unless(false, facts.kind(event).name());
                    }
                }
            }
        }
    }

    private void terms(FactColumns facts, int firstMember) throws SQLException {
        Terms terms = facts.terms();
        try (DuckDBAppender rows = connection.createAppender("raw_terms")) {
            for (int member = 0; member < facts.members(); member++) {
                for (int term = facts.termsFrom(member); term < facts.termsTo(member); term++) {
                    rows.beginRow();
                    rows.append(firstMember + member).append(terms.plan(term)).append(terms.from(term));
                    rows.append(terms.until(term)).append(terms.units(term)).append(terms.tier(term));
                    rows.endRow();
                }
            }
        }
    }

    /** One event. */
    private record Row(FactColumns facts, int member, int event, int rank) {

        private void begin(DuckDBAppender to) throws SQLException {
            to.beginRow().append(member).append(rank).append(facts.person(event));
            to.append(facts.circumstances(event)).append(facts.day(event));
        }

        private void costs(DuckDBAppender to) throws SQLException {
            Bills bills = facts.bills();
            for (CostField field : COSTS) {
                long fen = bills.fen(field, facts.bill(event));
                if (fen == Bills.UNKNOWN) {
                    to.appendNull();
                } else {
                    to.append(fen);
                }
            }
        }

        private static void day(DuckDBAppender to, int day) throws SQLException {
            if (day == Day.NONE) {
                to.appendNull();
            } else {
                to.append(day);
            }
        }

        private void visit(DuckDBAppender to) throws SQLException {
            begin(to);
            costs(to);
            to.endRow();
        }

        private void stay(DuckDBAppender to) throws SQLException {
            begin(to);
            int stay = facts.row(event);
            day(to, facts.stays().dischargedOn(stay));
            to.append(facts.stays().hospitalLevel(stay));
            to.append(facts.stays().cause(stay).ordinal());
            day(to, facts.stays().accidentOn(stay));
            to.append(facts.stays().icd(stay));
            event(to, facts.stays().transferredFrom(stay));
            day(to, facts.stays().settledOn(stay));
            costs(to);
            to.endRow();
        }

        private void event(DuckDBAppender to, int other) throws SQLException {
            if (other == FactColumns.NO_EVENT) {
                to.appendNull();
            } else {
                to.append(other - event + rank);
            }
        }

        private void diagnosis(DuckDBAppender to) throws SQLException {
            begin(to);
            to.append(facts.diagnoses().disease(facts.row(event)));
            day(to, facts.diagnoses().firstDiagnosedOn(facts.row(event)));
            to.endRow();
        }

        private void accident(DuckDBAppender to) throws SQLException {
            begin(to);
            int accident = facts.row(event);
            int grade = facts.accidents().heaviest(accident);
            to.append(grade).append(grade == 0 ? 0 : facts.accidents().count(accident, grade));
            to.append(facts.accidents().priorGrade(accident));
            day(to, facts.accidents().assessedOn(accident));
            to.append(facts.accidents().restDays(accident)).append(facts.accidents().careDays(accident));
            to.append(injuries(accident));
            to.endRow();
        }

        private int injuries(int accident) {
            int set = 0;
            for (var injury : org.huzhu.plan.Benefit.Injury.values()) {
                set |= facts.accidents().hasInjury(accident, injury) ? 1 << injury.ordinal() : 0;
            }
            return set;
        }

        private void death(DuckDBAppender to) throws SQLException {
            begin(to);
            int death = facts.row(event);
            to.append(facts.deaths().cause(death).ordinal());
            day(to, facts.deaths().accidentOn(death));
            event(to, facts.deaths().accident(death));
            to.endRow();
        }
    }

}
