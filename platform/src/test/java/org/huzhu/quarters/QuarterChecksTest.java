package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

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

    @Autowired
    QuarterChecksTest(
            Officers officers,
            QuarterDesk desk,
            QuarterWork work,
            QuarterChecks checks,
            Founding founding,
            SetClock clock) {
        this.officers = officers;
        this.desk = desk;
        this.work = work;
        this.checks = checks;
        this.founding = founding;
        this.clock = clock;
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
        refuses(CheckRefused.Reason.CONFIRMED, () -> answer(drawn.office().relief(), gone, true, ""));
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

        assertThat(officers.as(
                        drawn.office().relief(),
                        () -> checks.count(drawn.office().relief(), drawn.run())))
                .containsEntry(Check.State.FIT, 1)
                .doesNotContainKey(Check.State.UNFIT);
    }

    @Test
    void one_in_so_many_is_drawn_the_same_each_time() {
        Drawn drawn = tried();
        Draw some = new Draw(Optional.empty(), 4);

        int count = draw(drawn, some);
        again(drawn.office(), drawn.run());

        assertThat(count).isBetween(1, persons(drawn) / 2);
        assertThat(draw(drawn, some)).isZero();
    }

    @Test
    void each_place_sees_who_was_paid_there_and_nobody_else() {
        Drawn drawn = tried();
        officers.confirmed(drawn.office(), drawn.run());
        work.go();

        Map<String, Integer> seen = Map.of("street", list(drawn, drawn.street()), "other", list(drawn, drawn.other()));
        Part all = parts(drawn.office().relief()).getFirst();

        assertThat(all.persons()).isEqualTo(persons(drawn));
        assertThat(seen.values()).allSatisfy(count -> assertThat(count).isBetween(1, all.persons() - 1));
        assertThat(parts(drawn.street()).getFirst().persons()).isEqualTo(seen.get("street"));
    }

    private List<Part> parts(Caller caller) {
        return officers.as(caller, () -> checks.parts(caller));
    }

    private int list(Drawn drawn, Caller caller) {
        List<Paid> paid = new ArrayList<>();
        officers.as(caller, () -> {
            checks.list(caller, Optional.of(drawn.run()), paid::add);
            return true;
        });
        assertThat(paid).extracting(Paid::agency).containsOnly(paid.getFirst().agency());
        return paid.size();
    }
}
