package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.quarters.QuarterRefused.Reason;
import org.huzhu.quarters.checks.Check;
import org.huzhu.quarters.checks.CheckRefused;
import org.huzhu.quarters.checks.QuarterChecks;
import org.huzhu.quarters.checks.QuarterChecks.Draw;
import org.huzhu.quarters.checks.QuarterChecks.Paid;
import org.huzhu.quarters.checks.QuarterChecks.Part;
import org.huzhu.testkit.Together;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is checked by the union where he works before a quarter is confirmed, and what each place sees of it. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class})
class QuarterChecksTest {

    private static final int YEAR = 2025;
    private static final Draw ALL = new Draw(Optional.of(Money.ZERO), 0);

    @TempDir
    private static Path folder = Path.of("");

    private final Officers officers;
    private final QuarterDesk desk;
    private final QuarterWork work;
    private final QuarterChecks checks;
    private final Founding founding;
    private final SetClock clock;
    private final QuarterTools tools;
    private final JdbcClient database;

    @Autowired
    QuarterChecksTest(ApplicationContext rooms) {
        this.officers = rooms.getBean(Officers.class);
        this.desk = rooms.getBean(QuarterDesk.class);
        this.work = rooms.getBean(QuarterWork.class);
        this.checks = rooms.getBean(QuarterChecks.class);
        this.founding = rooms.getBean(Founding.class);
        this.clock = rooms.getBean(SetClock.class);
        this.tools = rooms.getBean(QuarterTools.class);
        this.database = rooms.getBean(JdbcClient.class);
    }

    @BeforeAll
    static void makeCity() throws IOException {
        City.make(CityOrder.usual(400, 1, YEAR), folder.resolve("city"));
    }

    /**
     * An office with the agencies of the city, a quarter that was tried there, and somebody at each of two agencies.
     */
    private record Drawn(Office office, UUID run, Caller street, Caller other) {}

    private Drawn tried() {
        Office office = officers.office();
        UUID run = officers.tried(office, folder.resolve("city"), YEAR, 1);
        List<String> agencies =
                officers.as(office.relief(), () -> desk.compare(office.relief(), run)).orElseThrow().changes().stream()
                        .map(Comparison.Change::agency)
                        .toList();
        List<Caller> handlers = new ArrayList<>();
        for (String agency : agencies) {
            Opening opening = new Opening(
                    Tier.AGENCY, agency, Optional.of(office.organisation().id()));
            Organisation opened =
                    Scope.ofSystem().call(() -> founding.open(opening, new Occasion(LocalDate.of(2012, 1, 1), "测试")));
            handlers.add(
                    new Caller(UUID.randomUUID(), Role.AGENCY_HANDLER, Optional.of(opened.path()), Optional.empty()));
        }
        again(office, run);
        return new Drawn(office, run, handlers.get(0), handlers.get(1));
    }

    private void again(Office office, UUID run) {
        clock.advance(Duration.ofSeconds(1));
        int _ = officers.ask(office, run);
        work.go();
    }

    private int draw(Drawn drawn, Draw draw) {
        return officers.as(
                drawn.office().relief(), () -> checks.draw(drawn.office().relief(), drawn.run(), draw));
    }

    private List<Check> waiting(Caller caller) {
        return officers.as(caller, () -> checks.waiting(caller, 1_000));
    }

    private void answer(Caller caller, Check check, boolean isFit, String said) {
        officers.as(caller, () -> {
            checks.answer(caller, check.id(), isFit, said);
            return true;
        });
    }

    private int persons(Drawn drawn) {
        return officers.trial(drawn.office(), drawn.run()).come().orElseThrow().persons();
    }

    private static void refuses(CheckRefused.Reason reason, ThrowingCallable task) {
        assertThatThrownBy(task)
                .isInstanceOfSatisfying(
                        CheckRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void propose(Drawn drawn) {
        officers.see(drawn.office(), drawn.run());
        officers.propose(
                drawn.office(),
                drawn.run(),
                officers.run(drawn.office(), drawn.run()).trial());
    }

    /** Everybody is entitled, but for whom is not. */
    private void answerAll(Drawn drawn, Check unfit) {
        waiting(drawn.office().relief())
                .forEach(
                        each -> answer(drawn.office().relief(), each, !each.id().equals(unfit.id()), "已调离"));
    }

    @Test
    void whoever_is_not_entitled_is_left_out_of_this_and_the_later_quarters() {
        Drawn drawn = tried();
        int before = persons(drawn);
        assertThat(draw(drawn, ALL)).isEqualTo(before);
        assertThat(draw(drawn, ALL)).isZero();
        officers.refuses(Reason.CHECKS, () -> propose(drawn));
        Check gone = waiting(drawn.street()).getFirst();
        answerAll(drawn, gone);
        officers.refuses(Reason.CHECKS, () -> propose(drawn));

        again(drawn.office(), drawn.run());

        assertThat(persons(drawn)).isEqualTo(before - 1);
        officers.confirmed(drawn.office(), drawn.run());
        work.go();
        assertThat(officers.as(
                        drawn.office().relief(),
                        () -> desk.isSame(drawn.office().relief(), drawn.run())))
                .isTrue();
        refuses(CheckRefused.Reason.CONFIRMED, () -> answer(drawn.street(), gone, true, ""));
        UUID next = officers.tried(drawn.office(), folder.resolve("city"), YEAR, 2);
        Drawn later = new Drawn(drawn.office(), next, drawn.street(), drawn.other());
        assertThat(draw(later, ALL)).isPositive();
        assertThat(waiting(drawn.office().relief())).extracting(Check::name).doesNotContain(gone.name());
    }

    @Test
    void a_street_answers_for_its_own_people_once_and_the_office_says_otherwise() {
        Drawn drawn = tried();
        int _ = draw(drawn, ALL);
        List<Check> own = waiting(drawn.street());
        Check first = own.getFirst();

        assertThat(own)
                .allSatisfy(check -> assertThat(check.path())
                        .startsWith(drawn.street().path().orElseThrow()));
        refuses(CheckRefused.Reason.ABSENT, () -> answer(drawn.other(), first, true, ""));
        refuses(CheckRefused.Reason.REASON_MISSING, () -> answer(drawn.street(), first, false, " "));
        answer(drawn.street(), first, false, "已退休");
        refuses(CheckRefused.Reason.ANSWERED, () -> answer(drawn.street(), first, true, ""));
        answer(drawn.office().relief(), first, true, "");

        assertThat(counts(drawn)).containsEntry(Check.State.FIT, 1).doesNotContainKey(Check.State.UNFIT);
    }

    @Test
    void a_reason_is_as_long_as_the_page_takes_and_no_longer() {
        Drawn drawn = tried();
        int _ = draw(drawn, ALL);
        Check first = waiting(drawn.street()).getFirst();

        refuses(CheckRefused.Reason.REASON_MISSING, () -> answer(drawn.street(), first, false, "已".repeat(401)));
        assertThat(counts(drawn)).doesNotContainKey(Check.State.UNFIT);
        answer(drawn.street(), first, false, " " + "已".repeat(400) + " ");
        assertThat(counts(drawn)).containsEntry(Check.State.UNFIT, 1);
    }

    @Test
    void one_in_so_many_is_drawn_the_same_each_time() {
        Drawn drawn = tried();
        Draw some = new Draw(Optional.empty(), 2);

        int count = draw(drawn, some);
        again(drawn.office(), drawn.run());

        assertThat(count).isBetween(1, persons(drawn) - 1);
        assertThat(draw(drawn, some)).isZero();
    }

    @Test
    void each_place_sees_who_was_paid_there_and_nobody_else() {
        Drawn drawn = tried();
        officers.confirmed(drawn.office(), drawn.run());
        work.go();

        Map<String, Integer> seen = Map.of("street", list(drawn, drawn.street()), "other", list(drawn, drawn.other()));
        int all = part(drawn, drawn.office().relief()).persons();

        assertThat(all).isEqualTo(persons(drawn));
        assertThat(seen.values()).allSatisfy(count -> assertThat(count).isBetween(1, all - 1));
        assertThat(part(drawn, drawn.street()).persons()).isEqualTo(seen.get("street"));
        assertThat(officers.as(drawn.street(), () -> checks.paying(drawn.street(), 10)))
                .extracting(QuarterChecks.Paying::run)
                .containsExactly(drawn.run());
    }

    private Part part(Drawn drawn, Caller caller) {
        return officers.as(caller, () -> checks.part(caller, drawn.run()));
    }

    private int list(Drawn drawn, Caller caller) {
        List<Paid> paid = new ArrayList<>();
        list(drawn, caller, paid::add);
        assertThat(paid).extracting(Paid::agency).containsOnly(paid.getFirst().agency());
        return paid.size();
    }

    private void list(Drawn drawn, Caller caller, Consumer<Paid> taker) {
        officers.as(caller, () -> {
            checks.list(caller, Optional.of(drawn.run()), taker);
            return true;
        });
    }

    @Test
    void whoever_takes_a_list_slowly_holds_no_connection_and_keeps_nobody_from_the_trail() throws IOException {
        City.make(CityOrder.usual(4_000, 1, YEAR), folder.resolve("large"));
        Office office = officers.office();
        UUID run = officers.tried(office, folder.resolve("large"), YEAR, 1);
        officers.confirmed(office, run);
        work.go();
        Drawn drawn = new Drawn(office, run, office.relief(), office.relief());
        AtomicInteger taken = new AtomicInteger();

        list(drawn, drawn.office().relief(), _ -> {
            if (taken.getAndIncrement() == 0) {
                assertThat(database.sql("""
                                select count(*) from pg_stat_activity
                                where datname = current_database() and state like 'idle in transaction%'
                                """).query(Integer.class).single()).isZero();
                CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> {
                    list(drawn, drawn.street(), _ -> {});
                    return true;
                });
                assertThat(other).succeedsWithin(Duration.ofSeconds(20));
            }
        });

        assertThat(taken).hasValue(persons(drawn));
    }

    private int fit(Caller caller, UUID run, Collection<Check> some) {
        Set<UUID> ids = some.stream().map(Check::id).collect(Collectors.toSet());
        return officers.as(caller, () -> checks.fit(caller, run, ids));
    }

    @Test
    void all_who_are_ticked_are_entitled_at_once_and_whoever_was_answered_before_stays_so() {
        Drawn drawn = tried();
        int _ = draw(drawn, ALL);
        List<Check> own = waiting(drawn.street());
        answer(drawn.street(), own.getFirst(), false, "已退休");

        refuses(CheckRefused.Reason.ABSENT, () -> fit(drawn.other(), drawn.run(), own));
        assertThat(fit(drawn.street(), drawn.run(), own)).isEqualTo(own.size() - 1);
        assertThat(fit(drawn.street(), drawn.run(), own)).isZero();

        assertThat(waiting(drawn.street())).isEmpty();
        assertThat(counts(drawn)).containsEntry(Check.State.FIT, own.size() - 1).containsEntry(Check.State.UNFIT, 1);
        assertThat(own.stream().skip(1).map(check -> "FIT " + check.id()).toList())
                .allSatisfy(what -> assertThat(recorded(what)).as(what).isOne());
    }

    private Map<Check.State, Integer> counts(Drawn drawn) {
        Caller relief = drawn.office().relief();
        return officers.as(relief, () -> checks.count(relief, drawn.run()));
    }

    private int recorded(String what) {
        return Scope.ofSystem()
                .call(() -> tools.whole(() -> database.sql(
                                "select count(*) from audit.record where reason = :what and path is not null")
                        .param("what", what)
                        .query(Integer.class)
                        .single()));
    }

    @Test
    void of_two_who_answer_for_the_same_people_at_once_each_is_answered_once() {
        Drawn drawn = tried();
        int _ = draw(drawn, ALL);
        List<Check> own = waiting(drawn.street());

        List<Integer> answered = Together.all(4, () -> fit(drawn.street(), drawn.run(), own));

        assertThat(answered.stream().mapToInt(Integer::intValue).sum()).isEqualTo(own.size());
        assertThat(own)
                .allSatisfy(check -> assertThat(recorded("FIT " + check.id())).isOne());
    }
}
