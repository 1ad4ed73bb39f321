package org.huzhu.rules;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Enrolment;
import org.huzhu.plan.Enrolment.AgeRange;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Contribution;
import org.huzhu.plan.Enrolment.Occupation;

/** Whether a plan admits a person, and what the cover costs. */
public sealed interface Admission {

    /** The person may enrol; {@code contribution} is for all units of one coverage period. */
    record Admitted(Money contribution) implements Admission {}

    /** The person may not enrol, for the reason given. */
    record Refused(Why why) implements Admission {}

    /** Why a plan does not admit a person. */
    enum Why {
        SEX,
        AGE,
        CATEGORY,
        UNITS,
        PRICE
    }

    /**
     * A person who would enrol.
     *
     * @param units units of cover, over all terms of the plan that overlap
     * @param countedOn the day on which the plan counts full years (周岁)
     */
    record Applicant(
            Sex sex,
            LocalDate born,
            Category category,
            Occupation occupation,
            Optional<String> tier,
            int units,
            LocalDate countedOn) {}

    /** Checks the applicant against the enrolment rules of a plan. */
    static Admission of(Enrolment rules, Applicant applicant) {
        if (!rules.sexes().contains(applicant.sex())) {
            return new Refused(Why.SEX);
        }
        if (!rules.categories().contains(applicant.category())) {
            return new Refused(Why.CATEGORY);
        }
        int age = Period.between(applicant.born(), applicant.countedOn()).getYears();
        if (rules.ages().stream().noneMatch(range -> admits(range, applicant.sex(), age))) {
            return new Refused(Why.AGE);
        }
        if (applicant.units() > rules.units().max()) {
            return new Refused(Why.UNITS);
        }
        return rules.contribution(applicant.tier(), applicant.occupation(), applicant.category())
                .map(Contribution::perUnit)
                .<Admission>map(each -> new Admitted(each.times(applicant.units())))
                .orElseGet(() -> new Refused(Why.PRICE));
    }

    private static boolean admits(AgeRange range, Sex sex, int age) {
        return (range.sex().isEmpty() || range.sex().get() == sex) && range.min() <= age && age <= range.max();
    }
}
