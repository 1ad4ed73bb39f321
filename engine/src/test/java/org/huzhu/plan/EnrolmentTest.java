package org.huzhu.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Enrolment.AgeRange;
import org.huzhu.plan.Enrolment.Contribution;
import org.huzhu.plan.Enrolment.GateBase;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.plan.Enrolment.Participation;
import org.huzhu.plan.Enrolment.Units;
import org.junit.jupiter.api.Test;

class EnrolmentTest {

    private static final LocalDate START = LocalDate.of(2024, 2, 29);
    private static final Contribution ORDINARY = price("26元档", Occupation.ORDINARY, 26);
    private static final Contribution HIGH_RISK = price("26元档", Occupation.HIGH_RISK, 32);

    @Test
    void the_share_of_a_unit_that_must_enrol_is_rounded_up() {
        Participation gate = new Participation(new Rate(8_000), 99, 0, GateBase.ALL_STAFF);

        assertThat(gate.needed(100)).isEqualTo(80);
        assertThat(gate.needed(101)).isEqualTo(81);
        assertThat(gate.needed(105)).isEqualTo(84);
        assertThat(gate.needed(106)).isEqualTo(85);
    }

    @Test
    void a_small_unit_enrols_as_a_whole() {
        Participation gate = new Participation(new Rate(8_000), 99, 0, GateBase.ALL_STAFF);

        assertThat(gate.needed(99)).isEqualTo(99);
        assertThat(gate.needed(0)).isZero();
        assertThatThrownBy(() -> gate.needed(-1)).hasMessageContaining("-1 people");
    }

    @Test
    void a_least_number_holds_whatever_the_share() {
        Participation gate = new Participation(new Rate(6_000), 10, 20, GateBase.WOMEN);

        assertThat(gate.needed(9)).isEqualTo(20);
        assertThat(gate.needed(30)).isEqualTo(20);
        assertThat(gate.needed(40)).isEqualTo(24);
    }

    @Test
    void a_term_of_years_ends_on_the_corresponding_day_or_the_last_of_the_month() {
        assertThat(new TermLength.Years(1).from(START)).isEqualTo(new DateSpan(START, LocalDate.of(2025, 2, 28)));
        assertThat(new TermLength.Years(4).from(START)).isEqualTo(new DateSpan(START, LocalDate.of(2028, 2, 29)));
        assertThatThrownBy(() -> new TermLength.Years(0)).hasMessageContaining("0 years");
    }

    @Test
    void a_calendar_year_ends_with_the_year_however_late_it_starts() {
        assertThat(new TermLength.CalendarYear().from(START)).isEqualTo(new DateSpan(START, LocalDate.of(2025, 1, 1)));
    }

    @Test
    void a_term_of_days_has_so_many_days() {
        assertThat(new TermLength.Days(15).from(START).days()).isEqualTo(15);
        assertThat(new TermLength.Days(1).from(START).days()).isEqualTo(1);
        assertThatThrownBy(() -> new TermLength.Days(0)).hasMessageContaining("0 days");
    }

    @Test
    void who_comes_late_to_fixed_dates_ends_with_the_others() {
        DateSpan event = new DateSpan(START.minusDays(9), START.plusDays(20));

        assertThat(new TermLength.Fixed(event).from(START)).isEqualTo(new DateSpan(START, START.plusDays(20)));
    }

    @Test
    void ages_and_units_that_make_no_sense_are_refused() {
        assertThat(new AgeRange(Optional.empty(), 0, 120).max()).isEqualTo(120);
        assertThat(new AgeRange(Optional.empty(), 18, 18).min()).isEqualTo(18);
        assertThatThrownBy(() -> new AgeRange(Optional.empty(), -1, 9)).hasMessageContaining("-1 to 9");
        assertThatThrownBy(() -> new AgeRange(Optional.empty(), 9, 8)).hasMessageContaining("9 to 8");
        assertThatThrownBy(() -> new AgeRange(Optional.empty(), 9, 121)).hasMessageContaining("9 to 121");
        assertThat(new Units(1, false).max()).isEqualTo(1);
        assertThatThrownBy(() -> new Units(0, false)).hasMessageContaining("not 0");
    }

    private static Contribution price(String tier, Occupation occupation, int yuan) {
        return new Contribution(
                Optional.of(tier), Optional.of(occupation), Optional.empty(), Money.ofYuan(yuan), false);
    }

    private static Enrolment accident() {
        return new Enrolment(
                Enrolment.Funding.CONTRIBUTION,
                Set.of(),
                List.of(),
                Enrolment.AgeDay.TERM_START,
                Set.of(Enrolment.Category.IN_SERVICE),
                List.of(ORDINARY, HIGH_RISK),
                new TermLength.Years(1),
                new Units(1, false),
                Optional.empty(),
                List.of(),
                Set.of(),
                Enrolment.Refund.NONE,
                Optional.empty(),
                Set.of(),
                new Basis(List.of(), true));
    }

    @Test
    void whoever_was_enrolled_as_ordinary_and_works_at_high_risk_gets_26_of_32_parts_of_the_benefit() {
        Money benefit = Money.ofYuan(15_000);

        assertThat(accident().forOccupation(benefit, ORDINARY, Occupation.HIGH_RISK))
                .isEqualTo(Money.parseYuan("12187.50"));
        assertThat(accident().forOccupation(Money.ofFen(1), ORDINARY, Occupation.HIGH_RISK))
                .isEqualTo(Money.ofFen(1));
        assertThat(accident().forOccupation(benefit, ORDINARY, Occupation.ORDINARY))
                .isEqualTo(benefit);
    }

    @Test
    void whoever_paid_for_the_higher_class_of_occupation_gets_no_more_than_the_benefit() {
        assertThat(accident().forOccupation(Money.ofYuan(300), HIGH_RISK, Occupation.ORDINARY))
                .isEqualTo(Money.ofYuan(300));
        assertThatThrownBy(() -> accident()
                        .forOccupation(Money.ofYuan(300), price("9元档", Occupation.ORDINARY, 9), Occupation.HIGH_RISK))
                .hasMessageContaining("HIGH_RISK in tier 9元档");
    }
}
