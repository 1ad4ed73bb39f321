package org.huzhu.city.past;

import java.util.ArrayList;
import java.util.List;
import org.huzhu.city.past.Happening.Death;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.jspecify.annotations.Nullable;

/**
 * All that happens to one member and his children, collected in any order. What is drawn for days after a person's
 * death, or after the member has left, is forgotten.
 */
final class Diary {

    private final List<Happening> happenings = new ArrayList<>();
    private final List<Death> deaths = new ArrayList<>();
    private int leavesOn;

    /** Begins anew, for a member who leaves on the day. */
    void begin(int memberLeavesOn) {
        happenings.clear();
        deaths.clear();
        leavesOn = memberLeavesOn;
    }

    /** Notes it, if it is before the member leaves; of a person's deaths, the earliest counts. */
    void add(Happening happening) {
        if (happening.day() >= leavesOn) {
            return;
        }
        if (happening instanceof Death death) {
            if (death.day() < lastDay(death.person())) {
                deaths.removeIf(other -> other.person() == death.person());
                deaths.add(death);
            }
        } else {
            happenings.add(happening);
        }
    }

    /** The day of the person's death, or a day that never comes. */
    int lastDay(int person) {
        for (int i = 0; i < deaths.size(); i++) {
            if (deaths.get(i).person() == person) {
                return deaths.get(i).day();
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Brings everything into the order of days and forgets what no longer happens. A death comes last on its day. */
    void close() {
        happenings.addAll(deaths);
        sort();
        if (!deaths.isEmpty()) {
            int last = lastDay(FactColumns.MEMBER);
            happenings.removeIf(it -> it.day() > Math.min(last, lastDay(it.person())));
        }
    }

    /** Few happenings, most of them nearly in order already. */
    private void sort() {
        for (int next = 1; next < happenings.size(); next++) {
            Happening moved = happenings.get(next);
            int at = next;
            while (at > 0 && moved.day() < happenings.get(at - 1).day()) {
                happenings.set(at, happenings.get(at - 1));
                at--;
            }
            happenings.set(at, moved);
        }
    }

    int size() {
        return happenings.size();
    }

    /** The place of the happening among those of the member; none for null and for what was forgotten. */
    int place(@Nullable Happening happening) {
        return happening == null ? FactColumns.NO_EVENT : happenings.indexOf(happening);
    }

    /** Writes everything into the columns. */
    void tell(FactBuilder facts) {
        for (int i = 0; i < happenings.size(); i++) {
            happenings.get(i).tell(facts, this);
        }
    }
}
