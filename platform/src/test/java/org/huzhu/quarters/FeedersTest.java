package org.huzhu.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.ProofNeeded;
import org.huzhu.access.Refused;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Town;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.quarters.QuarterDesk.Brought;
import org.huzhu.quarters.feeders.FeederRefused;
import org.huzhu.quarters.feeders.FeederRefused.Reason;
import org.huzhu.quarters.feeders.Feeders;
import org.huzhu.quarters.feeders.Feeders.Made;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Access keys of programs: who makes them, what they open, and when they end. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class})
class FeedersTest {

    private final Officers officers;
    private final Feeders feeders;
    private final QuarterDesk desk;
    private final QuarterTools tools;
    private final SetClock clock;
    private final JdbcClient database;

    FeedersTest(
            @Autowired Officers officers,
            @Autowired Feeders feeders,
            @Autowired QuarterDesk desk,
            @Autowired QuarterTools tools,
            @Autowired SetClock clock,
            @Autowired JdbcClient database) {
        this.officers = officers;
        this.feeders = feeders;
        this.desk = desk;
        this.tools = tools;
        this.clock = clock;
        this.database = database;
    }

    private Made made(Office office) {
        Caller officer = office.relief().fresh();
        return officers.as(
                officer, () -> feeders.make(officer, "医保中心", tools.today().plusDays(2)));
    }

    private static void refuses(Reason reason, ThrowingCallable task) {
        assertThatThrownBy(task)
                .isInstanceOfSatisfying(
                        FeederRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** A register with as many lines, brought for a quarter. */
    private Brought brought(Caller program, int lines, Manifest manifest) {
        String register = "member_no,id_number,name,card_no,valid_from,valid_to,agency\n"
                + "B1,x,王小明,6222020000000000,2012-01-01,,\n".repeat(lines);
        return desk.bring(
                program,
                new Quarter(Officers.PLAN, 2025, 1),
                Kind.REGISTER,
                new ByteArrayInputStream(register.getBytes(UTF_8)),
                manifest);
    }

    @Test
    void a_key_opens_the_bringing_of_files_at_its_office_and_nothing_else() {
        Office office = officers.office();
        Caller program = feeders.enter(made(office).key());

        Brought first = officers.as(program, () -> brought(program, 1, Manifest.NONE));
        UUID run = first.run();
        assertThat(officers.run(office, run).path())
                .isEqualTo(office.organisation().path());
        assertThat(officers.as(program, () -> brought(program, 1, Manifest.NONE)))
                .as("the same once more")
                .isEqualTo(new Brought(run, Optional.empty()));
        assertThat(officers.as(program, () -> brought(program, 2, Manifest.NONE))
                        .run())
                .as("what is open is not opened again")
                .isEqualTo(run);
        assertThatThrownBy(() -> officers.as(program, () -> desk.files(program, run)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> officers.as(program, () -> desk.ask(program, run)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> officers.as(program, () -> feeders.all(program)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_file_that_is_refused_opens_no_quarter() {
        Office office = officers.office();
        Caller program = feeders.enter(made(office).key());
        Manifest wrong = new Manifest(Optional.empty(), OptionalLong.of(7), Optional.empty());

        officers.refuses(
                QuarterRefused.Reason.NOT_AS_SAID, () -> officers.as(program, () -> brought(program, 1, wrong)));
        officers.refuses(
                QuarterRefused.Reason.DRAWS,
                () -> officers.as(
                        program,
                        () -> desk.bring(
                                program,
                                new Quarter("困难职工二次报销", 2025, 1),
                                Kind.REGISTER,
                                InputStream.nullInputStream(),
                                Manifest.NONE)));

        assertThat(officers.as(office.relief(), () -> desk.runs(office.relief(), 10)))
                .isEmpty();
    }

    @Test
    void several_files_at_once_open_one_quarter() {
        Office office = officers.office();
        Caller program = feeders.enter(made(office).key());
        AtomicInteger lines = new AtomicInteger();

        List<UUID> runs = Together.all(
                4,
                () -> officers.as(program, () -> brought(program, lines.incrementAndGet(), Manifest.NONE))
                        .run());

        assertThat(runs.stream().distinct()).hasSize(1);
        assertThat(officers.as(office.relief(), () -> desk.files(office.relief(), runs.getFirst())))
                .extracting(FeedFile::place)
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_key_is_made_by_an_officer_who_has_just_proved_who_he_is_and_only_its_digest_is_kept() {
        Office office = officers.office();
        assertThatThrownBy(() -> officers.as(
                        office.relief(),
                        () -> feeders.make(office.relief(), "x", tools.today().plusDays(1))))
                .isInstanceOf(ProofNeeded.class);
        assertThatThrownBy(() -> officers.as(
                        office.reviewer(),
                        () -> feeders.make(office.reviewer(), "x", tools.today().plusDays(1))))
                .isInstanceOf(Refused.class);

        Made made = made(office);
        String kept = Scope.ofSystem()
                .call(() -> tools.whole(() -> database.sql("select f::text from quarters.feeder f where id = :id")
                        .param("id", made.feeder().id())
                        .query(String.class)
                        .single()));
        assertThat(kept).doesNotContain(made.key().substring(made.key().length() - 20));
        assertThat(made.toString()).doesNotContain(made.key());
    }

    @Test
    void names_and_last_days_have_limits() {
        Caller officer = officers.office().relief().fresh();
        LocalDate today = tools.today();
        refuses(Reason.NAME, () -> officers.as(officer, () -> feeders.make(officer, " ", today.plusDays(1))));
        refuses(
                Reason.NAME,
                () -> officers.as(officer, () -> feeders.make(officer, "长".repeat(61), today.plusDays(1))));
        refuses(Reason.UNTIL, () -> officers.as(officer, () -> feeders.make(officer, "x", today)));
        refuses(Reason.UNTIL, () -> officers.as(officer, () -> feeders.make(officer, "x", today.plusDays(367))));
    }

    @Test
    void a_key_that_was_ended_or_is_past_its_last_day_opens_nothing_and_the_trail_says_so() {
        Office office = officers.office();
        Caller officer = office.relief().fresh();
        Made ended = made(office);
        officers.as(officer, () -> {
            feeders.end(officer, ended.feeder().id());
            return true;
        });
        refuses(Reason.ENDED, () -> feeders.enter(ended.key()));
        refuses(Reason.UNKNOWN, () -> feeders.enter(ended.key() + "x"));
        refuses(Reason.UNKNOWN, () -> feeders.enter(""));

        Made old = made(office);
        clock.advance(Duration.ofDays(2));
        refuses(Reason.ENDED, () -> feeders.enter(old.key()));
        List<String> trail = Scope.ofSystem()
                .call(() -> tools.whole(
                        () -> database.sql("select outcome || ' ' || reason from audit.record where actor = :actor")
                                .param("actor", old.feeder().id().toString())
                                .query((row, _) -> row.getString(1))
                                .list()));
        assertThat(trail).containsExactly("REFUSED ENDED");
    }

    @Test
    void several_who_make_keys_at_once_get_one_each_and_of_those_who_end_one_it_is_ended_by_one() {
        Office office = officers.office();
        Caller officer = office.relief().fresh();
        List<Made> made = Together.all(4, () -> made(office));
        assertThat(made.stream().map(Made::key).distinct()).hasSize(4);
        assertThat(officers.as(officer, () -> feeders.all(officer))).hasSize(4);

        made.forEach(each -> {
            List<Boolean> _ = Together.all(4, () -> {
                Caller one = Officers.of(office.organisation()).relief().fresh();
                return officers.as(one, () -> {
                    feeders.end(one, each.feeder().id());
                    return true;
                });
            });
            assertThat(recorded(each)).containsExactly("make", "end");
            refuses(Reason.ENDED, () -> feeders.enter(each.key()));
        });
    }

    /** What the trail says that was done with the key itself. */
    private List<String> recorded(Made made) {
        return Scope.ofSystem()
                .call(() -> tools.whole(() -> database.sql("""
                        select split_part(reason, ' ', 1) from audit.record
                        where action = 'quarter.key' and object = :id order by seq
                        """)
                        .param("id", made.feeder().id().toString())
                        .query((row, _) -> row.getString(1))
                        .list()));
    }

    @Test
    void a_key_that_comes_too_often_waits_for_the_next_minute() {
        Made made = made(officers.office());
        IntStream.range(0, Feeders.A_MINUTE_MAX).forEach(_ -> {
            Caller _ = feeders.enter(made.key());
        });
        refuses(Reason.TOO_OFTEN, () -> feeders.enter(made.key()));
        refuses(Reason.TOO_OFTEN, () -> feeders.enter(made.key()));
        clock.advance(Duration.ofMinutes(1));
        Caller _ = feeders.enter(made.key());
    }

    @Test
    void an_officer_of_another_office_neither_sees_nor_ends_it() {
        Made made = made(officers.office());
        Caller other = officers.office().relief().fresh();
        assertThat(officers.as(other, () -> feeders.all(other))).isEmpty();
        refuses(
                Reason.ABSENT,
                () -> officers.as(other, () -> {
                    feeders.end(other, made.feeder().id());
                    return true;
                }));
        Caller _ = feeders.enter(made.key());
    }
}
