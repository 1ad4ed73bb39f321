package org.huzhu.enrolment.gaps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huzhu.enrolment.gaps.Gaps.Fit;
import org.huzhu.enrolment.gaps.Gaps.Why;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Funding;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.plan.Plan;

/** Which of the plans that are offered would fit a unit that has nobody enrolled in them. */
final class Fits {

    /** Groups of people that a unit's members can be listed in. */
    private static final List<Why> GROUPS = List.of(Why.NEW_FORM, Why.HARDSHIP, Why.MODEL_WORKER);

    private Fits() {}

    static boolean isForWomen(Plan plan) {
        return plan.enrolment().sexes().equals(Set.of(Sex.FEMALE));
    }

    static boolean isForStaff(Plan plan) {
        return plan.enrolment().categories().contains(Category.IN_SERVICE);
    }

    /** The groups that a plan is for, by the names that they have in the register. */
    static Set<String> groups(Plan plan) {
        Set<String> names =
                plan.enrolment().categories().stream().map(Enum::name).collect(Collectors.toSet());
        names.retainAll(GROUPS.stream().map(Enum::name).toList());
        return names;
    }

    /** The most particular first; a plan that somebody gives away is for whoever gives it to choose. */
    static List<Fit> of(JdbcGaps.Row row, Function<String, Optional<Plan>> plans) {
        List<Fit> fits = new ArrayList<>();
        for (String name : row.offered()) {
            boolean isHeld =
                    row.gap().plans().stream().anyMatch(held -> held.plan().equals(name));
            if (!isHeld) {
                plans.apply(name)
                        .filter(plan -> plan.enrolment().funding() != Funding.GIFT)
                        .flatMap(plan -> fit(name, plan, row))
                        .ifPresent(fits::add);
            }
        }
        fits.sort(Comparator.comparing(Fit::why).thenComparing(Fit::plan));
        return fits;
    }

    private static Optional<Fit> fit(String name, Plan plan, JdbcGaps.Row row) {
        if (isForWomen(plan)) {
            return some(name, Why.WOMEN, row.gap().women().orElse(0));
        }
        Optional<Fit> group = GROUPS.stream()
                .filter(why -> groups(plan).contains(why.name()))
                .flatMap(why -> some(name, why, row.groups().getOrDefault(why.name(), 0)).stream())
                .findFirst();
        if (group.isPresent() || !isForStaff(plan)) {
            return group;
        }
        boolean hasRisk = plan.enrolment().contributions().stream()
                .anyMatch(price -> price.occupation().equals(Optional.of(Occupation.HIGH_RISK)));
        return some(name, Why.HIGH_RISK, hasRisk ? row.highRisk() : 0)
                .or(() -> Optional.of(new Fit(name, Why.STAFF, row.gap().staff().orElse(0))));
    }

    private static Optional<Fit> some(String plan, Why why, int heads) {
        return heads > 0 ? Optional.of(new Fit(plan, why, heads)) : Optional.empty();
    }
}
