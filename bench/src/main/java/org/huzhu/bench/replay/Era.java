package org.huzhu.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huzhu.columns.Day;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.VersionRules;

/**
 * Starts of cover and days of events for which one version governs; half-open, open ends as {@link Day#NONE} and
 * {@link Day#END}.
 */
record Era(int version, int startFrom, int startUntil, int dayFrom, int dayUntil) {

    /** All eras of the plan. */
    static List<Era> of(PlanRules plan) {
        List<Integer> begins = new ArrayList<>(
                plan.versions().stream().map(VersionRules::from).collect(Collectors.toCollection(TreeSet::new)));
        begins.addFirst(Day.NONE);
        begins.addLast(Day.END);
        List<Era> eras = new ArrayList<>();
        for (int start = 0; start + 1 < begins.size(); start++) {
            Era open = new Era(PlanRules.NO_VERSION, begins.get(start), begins.get(start + 1), Day.NONE, Day.NONE);
            for (int day = 0; day < begins.size(); day++) {
                boolean isEnd = begins.get(day) == Day.END;
                int governing = isEnd ? PlanRules.NO_VERSION : plan.governing(begins.get(start), begins.get(day));
                if (governing != open.version) {
                    if (open.version != PlanRules.NO_VERSION) {
                        eras.add(open.until(begins.get(day)));
                    }
                    open = new Era(governing, open.startFrom, open.startUntil, begins.get(day), Day.END);
                }
            }
        }
        return joined(eras);
    }

    /** One era instead of two that differ only in starts that follow on each other. */
    private static List<Era> joined(List<Era> eras) {
        List<Era> joined = new ArrayList<>();
        for (Era era : eras) {
            int before = -1;
            for (int i = 0; i < joined.size(); i++) {
                before = joined.get(i).isFollowedBy(era) ? i : before;
            }
            if (before < 0) {
                joined.add(era);
            } else {
                Era one = joined.get(before);
                joined.set(before, new Era(one.version, one.startFrom, era.startUntil, one.dayFrom, one.dayUntil));
            }
        }
        return joined;
    }

    private boolean isFollowedBy(Era other) {
        return startUntil == other.startFrom
                && version == other.version
                && dayFrom == other.dayFrom
                && dayUntil == other.dayUntil;
    }

    private Era until(int day) {
        return new Era(version, startFrom, startUntil, dayFrom, day);
    }
}
