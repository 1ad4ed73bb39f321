package org.huzhu.quarters.designated;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.ManyRows;
import org.huzhu.database.Scope;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarters.designated.Designation.Kind;
import org.huzhu.quarters.designated.DesignationList.Entry;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Who is designated, as it is kept. */
@Repository
class JdbcDesignations {

    private static final String IN = " path <@ any(:reach::ltree[]) ";

    private static final String SELECT = """
            select id, kind, name, number, since, until, source from quarters.designation where kind = :kind and
            """ + IN;

    private static final String ALL = SELECT + " order by since desc, id desc limit :max";

    /** In an order that follows from what stands in it alone. */
    private static final String AT = SELECT + " and path = cast(:path as ltree) order by person, since";

    private static final String COUNT = """
            select count(distinct person) from quarters.designation
            where kind = :kind and since <= :day and (until is null or until > :day) and
            """ + IN;

    private static final String ONE_BY_ONE =
            "select pg_advisory_xact_lock(hashtextextended('designation/' || :kind || '/' || :path, 0))";

    private static final String KNOWN = """
            select id, person, since, until from quarters.designation
            where kind = :kind and path = cast(:path as ltree) and
            """ + IN + " for update";

    private static final String UNTIL = """
            update quarters.designation set until = :until
            where id = :id and (:until::date is null or since < :until) and
            """ + IN;

    private final JdbcClient database;
    private final JdbcOperations rows;
    private final Secrets secrets;

    JdbcDesignations(JdbcClient database, JdbcOperations rows, Secrets secrets) {
        this.database = database;
        this.rows = rows;
        this.secrets = secrets;
    }

    /** Whose identity numbers are sealed again when keys change. */
    @Bean
    static SealedColumn designatedNumbers(JdbcClient database) {
        return SealedColumn.of(database, Field.ID_NUMBER, "quarters.designation", "id", "number");
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    /** The same for the same number, as lines of quarters have it; tells nothing of it. */
    private String person(IdNumber number) {
        return Digests.hex(secrets.index(Field.ID_NUMBER, number.text()));
    }

    /** Who begins when: there is one entry for it. */
    record Begin(String person, LocalDate since) {}

    /** An entry that there is. */
    record Known(UUID id, Optional<LocalDate> until) {}

    /** An entry that is to be. */
    record Fresh(UUID id, String path, Kind kind, Entry entry, Instant at) {}

    Begin begin(Entry entry) {
        return new Begin(person(entry.number()), entry.since());
    }

    /** Whoever brings a list of the kind at the same time waits, and finds what the other brought. */
    void oneByOne(Kind kind, String path) {
        database.sql(ONE_BY_ONE)
                .param("kind", kind.name())
                .param("path", path)
                .query((_, _) -> true)
                .list();
    }

    Map<Begin, Known> known(Kind kind, String path) {
        Map<Begin, Known> known = new HashMap<>();
        within(KNOWN).param("kind", kind.name()).param("path", path).query(row -> {
            known.put(
                    new Begin(row.getString("person"), day(row, "since").orElseThrow()),
                    new Known(row.getObject("id", UUID.class), day(row, "until")));
        });
        return known;
    }

    void add(List<Fresh> fresh) {
        rows.execute((ConnectionCallback<Boolean>) connection -> {
            ManyRows.<Fresh>of("quarters.designation")
                    .column("id", "uuid", Fresh::id)
                    .column("path", "ltree", Fresh::path)
                    .column("kind", "text", each -> each.kind().name())
                    .column("person", "text", each -> person(each.entry().number()))
                    .column("name", "text", each -> each.entry().name())
                    .column(
                            "number",
                            "bytea",
                            each -> secrets.seal(
                                    Field.ID_NUMBER,
                                    each.id(),
                                    each.entry().number().text()))
                    .column("since", "date", each -> Date.valueOf(each.entry().since()))
                    .column(
                            "until",
                            "date",
                            each -> each.entry().until().map(Date::valueOf).orElse(null))
                    .column("source", "text", each -> each.entry().source())
                    .column("noted_by", "text", _ -> Scope.required().actor())
                    .column("noted_at", "timestamptz", each -> Timestamp.from(each.at()))
                    .add(connection, fresh);
            return true;
        });
    }

    /** Whether there was such an entry, which begins before. */
    boolean until(UUID id, Optional<LocalDate> until) {
        return within(UNTIL)
                        .param("id", id)
                        .param("until", until.orElse(null), Types.DATE)
                        .update()
                == 1;
    }

    List<Designation> all(Kind kind, int max) {
        return within(ALL)
                .param("kind", kind.name())
                .param("max", max)
                .query((row, _) -> designation(row))
                .list();
    }

    int count(Kind kind, LocalDate day) {
        return within(COUNT)
                .param("kind", kind.name())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** All of an office, a line each: identity number, first day, and the day after the last. */
    String list(Kind kind, String path) {
        return within(AT)
                .param("kind", kind.name())
                .param("path", path)
                .query((row, _) -> number(row)
                        + "," + day(row, "since").orElseThrow()
                        + "," + day(row, "until").map(LocalDate::toString).orElse(""))
                .list()
                .stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private Designation designation(ResultSet row) throws SQLException {
        return new Designation(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                IdNumber.masked(number(row)),
                day(row, "since").orElseThrow(),
                day(row, "until"),
                row.getString("source"));
    }

    private String number(ResultSet row) throws SQLException {
        return Objects.requireNonNull(
                secrets.open(Field.ID_NUMBER, row.getObject("id", UUID.class), row.getBytes("number")));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
