package org.huzhu.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Amounts.Row;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.Band;
import org.huzhu.plan.Benefit.DailyAllowance;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.Benefit.ShareRow;
import org.huzhu.plan.Waiting.FirstDay;
import org.huzhu.plan.Waiting.Treatment;
import org.huzhu.plan.Waiting.Zone;
import org.junit.jupiter.api.Test;

/** What no plan can mean is refused when it is made, with the value named. */
class PlanValuesTest {

    private static final Basis BASIS = new Basis(List.of(), true);

    @Test
    void an_amount_has_one_row_or_a_tier_in_each() {
        Row plain = new Row(Optional.empty(), Money.ofYuan(1), false);
        Row tiered = new Row(Optional.of("甲"), Money.ofYuan(2), false);
        Row other = new Row(Optional.of("乙"), Money.ofYuan(3), false);

        assertRefused(() -> new Amounts(List.of()), "at least one row");
        assertRefused(() -> new Amounts(List.of(plain, tiered)), "must name its tier");
        assertRefused(() -> new Amounts(List.of(tiered, plain)), "must name its tier");
        assertThat(new Amounts(List.of(plain)).row(Optional.of("甲"))).contains(plain);
        assertThat(new Amounts(List.of(tiered, other)).row(Optional.of("乙"))).contains(other);
        assertThat(new Amounts(List.of(tiered, other)).row(Optional.empty())).isEmpty();
    }

    @Test
    void a_figure_has_a_source_or_illustrates() {
        Source source = new Source("细则", LocalDate.of(2018, 6, 1));

        assertRefused(() -> new Basis(List.of(), false), "needs a source");
        assertThat(new Basis(List.of(source), false).illustrative()).isFalse();
        assertRefused(() -> new Source(" ", LocalDate.of(2018, 6, 1)), "title");
    }

    @Test
    void an_allowance_counts_days_from_nothing_on_and_hospitals_from_one_to_three() {
        assertThat(daily(0, 1).daysUnpaid()).isZero();
        assertThat(daily(0, 3).hospitalLevelMin()).isEqualTo(3);
        assertRefused(() -> daily(-1, 1), "-1");
        assertRefused(() -> daily(0, 0), "level 0");
        assertRefused(() -> daily(0, 4), "level 4");
    }

    @Test
    void the_row_of_a_stay_fits_its_ordinal_and_its_hospital() {
        ShareRow first = row(1, false, OptionalInt.of(3));
        ShareRow later = row(2, true, OptionalInt.empty());
        Benefit.CostShare share = share(List.of(first, later));

        assertThat(share.row(1, 3)).contains(first);
        assertThat(share.row(1, 2)).isEmpty();
        assertThat(share.row(2, 1)).contains(later);
        assertThat(share.row(9, 3)).contains(later);
        assertRefused(() -> share(List.of()), "at least one row");
        assertRefused(() -> row(0, false, OptionalInt.empty()), "not from 0");
    }

    @Test
    void bands_start_at_ascending_amounts() {
        assertThat(banded(0, 1).bands()).hasSize(2);
        assertRefused(() -> banded(), "at least one band");
        assertRefused(() -> banded(1, 1), "ascending");
        assertRefused(() -> banded(0, 2, 1), "ascending");
    }

    @Test
    void a_scale_of_disability_has_a_grade() {
        assertRefused(
                () -> new Benefit.DisabilityShare(Amounts.of(Money.ZERO), List.of(), 0, false, 180),
                "at least one grade");
    }

    @Test
    void a_cap_binds_a_clause_and_pays_a_day() {
        assertThat(new Cap.Limit.OfDays(1).max()).isEqualTo(1);
        assertRefused(() -> new Cap.Limit.OfDays(0), "0 days");
        assertRefused(() -> new Cap("九", Set.of(), Scope.TERM, new Cap.Limit.OfDays(1)), "九");
    }

    @Test
    void a_relation_and_a_pair_join_two() {
        assertRefused(() -> new Relation("七", "七", Relation.Manner.BOTH, Scope.EVENT, List.of("一")), "at least two");
        assertRefused(
                () -> new Stacking.Pair(List.of("甲"), new Stacking.Together.Both(), "一", "一", BASIS), "two plans");
    }

    @Test
    void zones_of_waiting_ascend_and_none_gives_all() {
        assertThat(waiting(30, 60).zones()).hasSize(2);
        assertRefused(() -> waiting(30, 30), "ascending");
        assertRefused(() -> waiting(60, 30), "ascending");
        assertThat(new Zone(0, Treatment.NONE).untilDay()).isZero();
        assertRefused(() -> new Zone(-1, Treatment.NONE), "day -1");
        assertRefused(() -> new Zone(1, Treatment.FULL), "nothing or less");
        assertThat(new Waiting.Renewal(0, true, true).gapDaysMax()).isZero();
        assertRefused(() -> new Waiting.Renewal(-1, true, true), "-1 days");
    }

    @Test
    void the_last_day_of_a_zone_belongs_to_it() {
        Waiting waiting = waiting(30, 60);

        assertThat(waiting.on(30)).isEqualTo(Treatment.NONE);
        assertThat(waiting.on(31)).isEqualTo(Treatment.REDUCED);
        assertThat(waiting.on(60)).isEqualTo(Treatment.REDUCED);
        assertThat(waiting.on(61)).isEqualTo(Treatment.FULL);
    }

    @Test
    void a_plan_has_a_name_a_version_and_clauses_with_numbers_of_their_own() {
        Plan plan = LibraryTest.plan("甲", "a", LocalDate.of(2018, 1, 1));
        Clause clause = plan.clauses().getFirst();

        assertRefused(() -> new PlanId(" ", "a"), "a name");
        assertRefused(() -> new PlanId("甲", ""), "a version");
        assertRefused(() -> of(plan, List.of()), "no clause");
        assertRefused(() -> of(plan, List.of(clause, clause)), "the same number");
    }

    private static Plan of(Plan plan, List<Clause> clauses) {
        return new Plan(
                plan.id(),
                plan.title(),
                plan.office(),
                plan.sources(),
                plan.applicability(),
                plan.enrolment(),
                plan.waiting(),
                plan.exclusions(),
                clauses,
                plan.caps(),
                plan.relations());
    }

    private static Waiting waiting(int first, int second) {
        return new Waiting(
                "四",
                "四",
                FirstDay.EFFECTIVE_DAY,
                List.of(new Zone(first, Treatment.NONE), new Zone(second, Treatment.REDUCED)),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                BASIS);
    }

    private static DailyAllowance daily(int unpaid, int level) {
        return new DailyAllowance(
                DayKind.HOSPITAL, Set.of(), Amounts.of(Money.ZERO), unpaid, 0, level, AcrossTerms.ADMISSION_PAYS_ALL);
    }

    private static ShareRow row(int ordinal, boolean andLater, OptionalInt level) {
        return new ShareRow(ordinal, andLater, level, Money.ZERO, Rate.WHOLE);
    }

    private static Benefit.CostShare share(List<ShareRow> rows) {
        return new Benefit.CostShare(
                CostField.TOTAL,
                Set.of(),
                rows,
                Benefit.StayOrder.ADMISSION,
                Money.ZERO,
                OptionalInt.empty(),
                RoundingMode.HALF_UP);
    }

    private static Benefit.BandedShare banded(int... starts) {
        List<Band> bands = IntStream.of(starts)
                .mapToObj(start -> new Band(Money.ofYuan(start), Rate.WHOLE))
                .toList();
        return new Benefit.BandedShare(CostField.TOTAL, Set.of(), bands, RoundingMode.HALF_UP);
    }

    private static void assertRefused(ThrowingCallable making, String saying) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(saying);
    }
}
