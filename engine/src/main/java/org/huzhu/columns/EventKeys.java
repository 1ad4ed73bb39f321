package org.huzhu.columns;

/** Finds which events of a member hang together; see {@link FactColumns#key}. */
final class EventKeys {

    private final FactColumns facts;

    EventKeys(FactColumns facts) {
        this.facts = facts;
    }

    /** Finds the keys of all events of a member, from an inclusive to an exclusive number. */
    void find(int from, int to) {
        for (int event = from; event < to; event++) {
            switch (facts.kind(event)) {
                case STAY -> facts.stays.key.set(facts.row(event), ofStay(event, from, to));
                case DEATH -> facts.deaths.key.set(facts.row(event), ofDeath(event, from, to));
                case VISIT, DIAGNOSIS, ACCIDENT, LOSS, MATURITY -> {}
            }
        }
    }

    /** The key of a stay of the member whose events these are. */
    int ofStay(int event, int from, int to) {
        int first = StayChain.first(facts, event, StayChain.ANY_HOURS);
        int on = facts.stays.accidentOn(facts.row(first));
        int accident = on == Day.NONE ? FactColumns.NO_EVENT : accident(first, on, from, to);
        return accident == FactColumns.NO_EVENT ? first : accident;
    }

    /** The key of a death of the member whose events these are. */
    int ofDeath(int event, int from, int to) {
        int death = facts.row(event);
        int accident = facts.deaths.accident(death);
        int on = facts.deaths.accidentOn(death);
        if (accident == FactColumns.NO_EVENT && on != Day.NONE) {
            accident = accident(event, on, from, to);
        }
        return accident == FactColumns.NO_EVENT ? event : accident;
    }

    /** The first accident of the same person on the day. */
    private int accident(int of, int on, int from, int to) {
        for (int event = from; event < to; event++) {
            if (facts.kind(event) == EventKind.ACCIDENT
                    && facts.day(event) == on
                    && facts.person(event) == facts.person(of)) {
                return event;
            }
        }
        return FactColumns.NO_EVENT;
    }
}
