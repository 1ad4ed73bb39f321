package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Society.ILLUSTRATIVE;
import static org.huzhu.adjudication.Society.yuan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Enrolment;
import org.huzhu.plan.Enrolment.AgeRange;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Contribution;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.plan.TermLength;
import org.huzhu.rules.Admission;
import org.huzhu.rules.Admission.Admitted;
import org.huzhu.rules.Admission.Applicant;
import org.huzhu.rules.Admission.Refused;
import org.huzhu.rules.Admission.Why;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 10);
    private static final Enrolment WOMEN = rules(
            Set.of(Sex.FEMALE),
            List.of(new AgeRange(Optional.empty(), 16, 60)),
            List.of(new Contribution(Optional.empty(), Optional.empty(), Optional.empty(), yuan(25), false)));
    private static final Enrolment TIERED = rules(
            Set.of(Sex.FEMALE, Sex.MALE),
            List.of(new AgeRange(Optional.of(Sex.FEMALE), 16, 54), new AgeRange(Optional.of(Sex.MALE), 16, 59)),
            List.of(
                    new Contribution(
                            Optional.of("26元档"), Optional.of(Occupation.ORDINARY), Optional.empty(), yuan(26), false),
                    new Contribution(
                            Optional.of("26元档"), Optional.of(Occupation.HIGH_RISK), Optional.empty(), yuan(32), false),
                    new Contribution(
                            Optional.of("26元档"), Optional.empty(), Optional.of(Category.NEW_FORM), yuan(20), false)));

    @Test
    void who_fits_pays_for_each_unit() {
        assertThat(Admission.of(WOMEN, woman(DAY.minusYears(30), 1))).isEqualTo(new Admitted(yuan(25)));
        assertThat(Admission.of(WOMEN, woman(DAY.minusYears(30), 2))).isEqualTo(new Admitted(yuan(50)));
    }

    @Test
    void more_units_than_one_may_hold_are_refused() {
        assertThat(Admission.of(WOMEN, woman(DAY.minusYears(30), 3))).isEqualTo(new Refused(Why.UNITS));
    }

    @Test
    void full_years_count_from_the_least_to_the_greatest_age() {
        assertThat(Admission.of(WOMEN, woman(DAY.minusYears(16), 1))).isInstanceOf(Admitted.class);
        assertThat(Admission.of(WOMEN, woman(DAY.minusYears(16).plusDays(1), 1)))
                .isEqualTo(new Refused(Why.AGE));
        assertThat(Admission.of(WOMEN, woman(DAY.minusYears(61).plusDays(1), 1)))
                .isInstanceOf(Admitted.class);
        assertThat(Admission.of(WOMEN, woman(DAY.minusYears(61), 1))).isEqualTo(new Refused(Why.AGE));
    }

    @Test
    void ages_may_differ_by_sex() {
        LocalDate born = DAY.minusYears(55);

        assertThat(Admission.of(TIERED, person(Sex.MALE, born, Category.IN_SERVICE, Occupation.ORDINARY)))
                .isEqualTo(new Admitted(yuan(26)));
        assertThat(Admission.of(TIERED, person(Sex.FEMALE, born, Category.IN_SERVICE, Occupation.ORDINARY)))
                .isEqualTo(new Refused(Why.AGE));
    }

    @Test
    void a_sex_or_a_category_that_the_plan_is_not_for_is_refused() {
        Applicant man = person(Sex.MALE, DAY.minusYears(30), Category.IN_SERVICE, Occupation.ORDINARY);
        Applicant child = person(Sex.MALE, DAY.minusYears(30), Category.CHILD, Occupation.ORDINARY);

        assertThat(Admission.of(WOMEN, man)).isEqualTo(new Refused(Why.SEX));
        assertThat(Admission.of(TIERED, child)).isEqualTo(new Refused(Why.CATEGORY));
    }

    @Test
    void the_price_follows_tier_occupation_and_category() {
        LocalDate born = DAY.minusYears(30);

        assertThat(Admission.of(TIERED, person(Sex.MALE, born, Category.IN_SERVICE, Occupation.HIGH_RISK)))
                .isEqualTo(new Admitted(yuan(32)));
        assertThat(Admission.of(TIERED, woman(born, 1))).isEqualTo(new Refused(Why.PRICE));
        assertThat(Admission.of(
                        rules(
                                Set.of(Sex.MALE),
                                List.of(new AgeRange(Optional.empty(), 16, 60)),
                                TIERED.contributions().subList(2, 3)),
                        person(Sex.MALE, born, Category.NEW_FORM, Occupation.HIGH_RISK)))
                .isEqualTo(new Admitted(yuan(20)));
        assertThat(Admission.of(
                        rules(
                                Set.of(Sex.MALE),
                                List.of(new AgeRange(Optional.empty(), 16, 60)),
                                TIERED.contributions().subList(2, 3)),
                        person(Sex.MALE, born, Category.IN_SERVICE, Occupation.HIGH_RISK)))
                .isEqualTo(new Refused(Why.PRICE));
    }

    private static Applicant woman(LocalDate born, int units) {
        return new Applicant(Sex.FEMALE, born, Category.IN_SERVICE, Occupation.ORDINARY, Optional.empty(), units, DAY);
    }

    private static Applicant person(Sex sex, LocalDate born, Category category, Occupation occupation) {
        return new Applicant(sex, born, category, occupation, Optional.of("26元档"), 1, DAY);
    }

    private static Enrolment rules(Set<Sex> sexes, List<AgeRange> ages, List<Contribution> contributions) {
        return new Enrolment(
                Enrolment.Funding.CONTRIBUTION,
                sexes,
                ages,
                Enrolment.AgeDay.TERM_START,
                Set.of(Category.IN_SERVICE, Category.NEW_FORM),
                contributions,
                new TermLength.Years(1),
                new Enrolment.Units(2, false),
                Optional.empty(),
                List.of(),
                Set.of(),
                Enrolment.Refund.NONE,
                Optional.empty(),
                Set.of(),
                ILLUSTRATIVE);
    }
}
