package org.huzhu.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.plan.Dictionary.DiseaseList;

/** All plans in all versions, with the dictionary they share and the rules between them. */
public record Library(Dictionary dictionary, List<Plan> plans, List<Overlay> overlays, List<Stacking> stackings) {

    public Library {
        plans = plans.stream()
                .sorted(Comparator.comparing((Plan plan) -> plan.id().plan())
                        .thenComparing(plan -> plan.applicability().from())
                        .thenComparing(plan -> plan.id().version()))
                .toList();
        overlays = List.copyOf(overlays);
        stackings = List.copyOf(stackings);
    }

    /** The versions of the plan, oldest first. */
    public List<Plan> versions(String plan) {
        return plans.stream().filter(each -> each.id().plan().equals(plan)).toList();
    }

    public Optional<Stacking> stacking(String office) {
        return stackings.stream().filter(each -> each.office().equals(office)).findFirst();
    }

    /** This library with the plan in place of its namesake, or added. */
    public Library with(Plan draft) {
        List<Plan> others = new ArrayList<>(plans);
        others.removeIf(each -> each.id().equals(draft.id()));
        others.add(draft);
        return new Library(dictionary, others, overlays, stackings);
    }

    /**
     * The version that governs an event.
     *
     * <p>Where the version follows the event, it is the newest that had begun by the day of the event. Elsewhere it is
     * the newest that had begun when the coverage period started, unless a later one that reaches cover in force had
     * begun by the day of the event.
     *
     * @return empty when no version had begun
     */
    public Optional<Plan> governing(String plan, LocalDate termStart, LocalDate eventDay) {
        Plan governing = null;
        for (Plan version : versions(plan)) {
            Applicability when = version.applicability();
            boolean byStart = !when.from().isAfter(termStart);
            boolean byEvent = !when.from().isAfter(eventDay)
                    && (when.by() == Applicability.By.EVENT || when.reach() == Applicability.Reach.IN_FORCE);
            if (when.by() == Applicability.By.EVENT ? byEvent : byStart || byEvent) {
                governing = version;
            }
        }
        return Optional.ofNullable(governing);
    }

    /** The classes of a list as they stand for cover of the office on the day, overlays included. */
    public Set<String> classes(PlanId id, String list, Optional<String> office, LocalDate day) {
        Set<String> classes = new HashSet<>(dictionary.list(list).classes());
        overlays.stream()
                .filter(overlay -> overlay.list().equals(list) && overlay.bearsOn(id, office, day))
                .map(overlay -> dictionary.list(overlay.addedList()))
                .map(DiseaseList::classes)
                .forEach(classes::addAll);
        return classes;
    }
}
