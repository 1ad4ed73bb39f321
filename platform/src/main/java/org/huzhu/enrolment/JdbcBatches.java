package org.huzhu.enrolment;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.enrolment.Batch.Pinned;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.Order.Hours;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The batches themselves. */
@Repository
class JdbcBatches {

    private static final String BATCH = """
            select b.id, b.number, b.unit, b.path::text as path, b.channel, b.starts_on, b.from_time,
                   b.until_time, b.units, b.state,
                   b.turn::text as turn, b.renews, b.parts, b.made_by, b.made_at, b.said,
                   array(select plan from enrolment.batch_plan where batch = b.id order by place) as plans,
                   array(select version from enrolment.batch_plan where batch = b.id order by place) as versions,
                   array(select tier from enrolment.batch_plan where batch = b.id order by place) as tiers
            from enrolment.batch b
            """;

    private static final String NEXT_NUMBER = "select nextval('enrolment.batch_number')";

    private static final String ADD = """
            insert into enrolment.batch (id, number, unit, path, channel, starts_on, from_time, until_time, units,
                state, renews, made_by, made_at)
            values (:id, :number, :unit, :path::ltree, :channel, :startsOn, :fromTime, :untilTime, :units, 'READING',
                :renews, :by, :at)
            """;

    private static final String ADD_PLAN = """
            insert into enrolment.batch_plan (batch, path, place, plan, version, tier)
            values (:batch, :path::ltree, :place, :plan, :version, :tier)
            """;

    private static final String FIND = BATCH + "where b.id = :id and b." + Reach.IN.strip();

    private static final String LOCK = FIND + " for update of b";

    private static final String LIST = BATCH + """
            where (b.unit = :unit or :unit::uuid is null) and b.state <> 'DROPPED' and
            b.""" + Reach.IN.strip() + " order by b.made_at desc, b.id limit :max";

    private static final String TO_REVIEW = BATCH + """
            where b.turn is not null and b.turn <@ any(:reach::ltree[]) and
            b.""" + Reach.IN.strip() + " order by b.filed_at, b.id limit :max";

    private static final String MOVE = """
            update enrolment.batch set state = :to, turn = :turn::ltree, said = :said
            where id = :id and state = any(:from) and
            """ + Reach.IN;

    private static final String BEGIN_PART = """
            update enrolment.batch set state = 'READING', parts = parts + 1
            where id = :id and state = any(:from) and
            """ + Reach.IN + " returning parts";

    private static final String FILE = """
            update enrolment.batch
            set state = 'FILED', turn = :turn::ltree, filed_by = :by, filed_at = :at, said = '{}'
            where id = :id and state = 'LOOKED' and
            """ + Reach.IN;

    private static final String PASS_ON = """
            update enrolment.batch set turn = :turn::ltree
            where id = :id and state = 'FILED' and turn = :from::ltree and
            """ + Reach.IN;

    private static final String AGREE = """
            update enrolment.batch
            set state = 'CONFIRMED', turn = null, filed_by = coalesce(filed_by, :by),
                filed_at = coalesce(filed_at, :at), confirmed_by = :by, confirmed_at = :at, said = '{}'
            where id = :id and state = any(:from) and
            """ + Reach.IN;

    private static final String START = """
            update enrolment.batch set state = 'STARTED', paid_on = :since, starts_on = :startsOn
            where id = :id and state = 'CONFIRMED' and
            """ + Reach.IN;

    private static final String FILED_BY = "select filed_by from enrolment.batch where id = :id and " + Reach.IN;

    private static final String PERSONS = """
            select count(distinct person)::int from enrolment.cover
            where batch = any(:batches::uuid[]) and (:plan = '' or plan = :plan) and state <> 'VOID'
              and filed_path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;

    JdbcBatches(JdbcClient database) {
        this.database = database;
    }

    /** A number for people: a letter, the day, a running number. */
    String nextNumber(LocalDate day) {
        long next = database.sql(NEXT_NUMBER).query(Long.class).single();
        return "C%1$ty%1$tm%1$td%2$05d".formatted(day, next);
    }

    /** Who brought it, and when. */
    record Step(String by, Instant at) {}

    /** What a batch is called; whether its people are those whose cover ends. */
    record Named(UUID id, String number, boolean renews) {}

    void add(Named named, String path, Order order, List<Pinned> plans, Step step) {
        database.sql(ADD)
                .param("id", named.id())
                .param("number", named.number())
                .param("renews", named.renews())
                .param("unit", order.unit())
                .param("path", path)
                .param("channel", order.channel().name())
                .param("startsOn", order.startsOn())
                .param("fromTime", order.hours().map(Hours::from).orElse(null), Types.TIME)
                .param("untilTime", order.hours().map(Hours::until).orElse(null), Types.TIME)
                .param("units", order.units())
                .param("by", step.by())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .update();
        for (int place = 0; place < plans.size(); place++) {
            database.sql(ADD_PLAN)
                    .param("batch", named.id())
                    .param("path", path)
                    .param("place", place)
                    .param("plan", plans.get(place).plan())
                    .param("version", plans.get(place).version())
                    .param("tier", plans.get(place).tier().orElse(null), Types.VARCHAR)
                    .update();
        }
    }

    Optional<Batch> find(UUID id) {
        return Reach.limited(database, FIND)
                .param("id", id)
                .query(JdbcBatches::batch)
                .optional();
    }

    /** The batch, which nobody else moves until the transaction ends. */
    Optional<Batch> lock(UUID id) {
        return Reach.limited(database, LOCK)
                .param("id", id)
                .query(JdbcBatches::batch)
                .optional();
    }

    List<Batch> list(Optional<UUID> unit, int max) {
        return Reach.limited(database, LIST)
                .param("unit", unit.orElse(null), Types.OTHER)
                .param("max", max)
                .query(JdbcBatches::batch)
                .list();
    }

    List<Batch> toReview(int max) {
        return Reach.limited(database, TO_REVIEW)
                .param("max", max)
                .query(JdbcBatches::batch)
                .list();
    }

    /** Moves the batch, if it stands in one of the states. */
    boolean move(UUID id, List<State> from, State to, List<String> said) {
        return Reach.limited(database, MOVE)
                        .param("id", id)
                        .param("from", names(from))
                        .param("to", to.name())
                        .param("turn", null, Types.VARCHAR)
                        .param("said", new SqlArrayValue("text", said.toArray()))
                        .update()
                == 1;
    }

    /** Begins another file of the batch, if it stands in one of the states; the number of the file, from 1. */
    Optional<Integer> beginPart(UUID id, List<State> from) {
        return Reach.limited(database, BEGIN_PART)
                .param("id", id)
                .param("from", names(from))
                .query(Integer.class)
                .optional();
    }

    boolean file(UUID id, String turn, Step step) {
        return Reach.limited(database, FILE)
                        .param("id", id)
                        .param("turn", turn)
                        .param("by", step.by())
                        .param("at", step.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean passOn(UUID id, String from, String turn) {
        return Reach.limited(database, PASS_ON)
                        .param("id", id)
                        .param("from", from)
                        .param("turn", turn)
                        .update()
                == 1;
    }

    boolean agree(UUID id, List<State> from, Step step) {
        return Reach.limited(database, AGREE)
                        .param("id", id)
                        .param("from", names(from))
                        .param("by", step.by())
                        .param("at", step.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean start(UUID id, LocalDate since, LocalDate startsOn) {
        return Reach.limited(database, START)
                        .param("id", id)
                        .param("since", since)
                        .param("startsOn", startsOn)
                        .update()
                == 1;
    }

    /** The account that filed it. */
    Optional<String> filedBy(UUID id) {
        return Reach.limited(database, FILED_BY)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private static SqlArrayValue names(List<State> states) {
        return new SqlArrayValue("text", states.stream().map(State::name).toArray());
    }

    /** How many people are in the batches, each counted once. */
    int persons(List<UUID> batches, Optional<String> plan) {
        return Reach.limited(database, PERSONS)
                .param("batches", new SqlArrayValue("uuid", batches.toArray()))
                .param("plan", plan.orElse(""))
                .query(Integer.class)
                .single();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        List<@Nullable String> plans = texts(row.getArray("plans"));
        List<@Nullable String> versions = texts(row.getArray("versions"));
        List<@Nullable String> tiers = texts(row.getArray("tiers"));
        List<Pinned> pinned = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            pinned.add(new Pinned(text(plans.get(i)), text(versions.get(i)), Optional.ofNullable(tiers.get(i))));
        }
        return new Batch(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("unit", UUID.class),
                row.getString("path"),
                Batch.Channel.valueOf(row.getString("channel")),
                row.getObject("starts_on", LocalDate.class),
                Hours.of(row.getObject("from_time", LocalTime.class), row.getObject("until_time", LocalTime.class)),
                row.getInt("units"),
                pinned,
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("turn")),
                row.getBoolean("renews"),
                row.getInt("parts"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                texts(row.getArray("said")).stream().flatMap(Stream::ofNullable).toList());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<@Nullable String> texts(Array array) throws SQLException {
        return Arrays.asList((@Nullable String[]) array.getArray());
    }
}
