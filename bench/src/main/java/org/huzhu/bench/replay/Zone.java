package org.huzhu.bench.replay;

import java.util.List;
import org.huzhu.plan.Waiting;
import org.huzhu.plan.Waiting.Treatment;
import org.huzhu.rules.WaitingRules;

/** Which days of cover give all, and which give less: above the one number, up to the other. */
record Zone(int fullAfter, int reducedAfter, int reducedUntil) {

    static Zone of(WaitingRules rules) {
        List<Waiting.Zone> zones = rules.waiting().zones();
        int before = Integer.MIN_VALUE;
        Zone found = new Zone(zones.isEmpty() ? -1 : zones.getLast().untilDay(), -1, -1);
        for (Waiting.Zone zone : zones) {
            if (zone.treatment() == Treatment.REDUCED) {
                Refused.unless(found.reducedUntil < 0, "两个减责段");
                found = new Zone(found.fullAfter, before, zone.untilDay());
            }
            before = zone.untilDay();
        }
        return found;
    }
}
