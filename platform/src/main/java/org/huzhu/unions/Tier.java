package org.huzhu.unions;

import java.util.Optional;

/** What an organisation is in the three tiers of service. Names are stored: never rename one. */
public enum Tier {
    /** 办事处. */
    OFFICE,
    /** 代办处: a district, a zone, a bureau, a group company. */
    AGENCY,
    /** 街道或乡镇总工会. */
    STREET,
    /** 代办点. */
    POINT,
    /** 参保单位, nested to any depth. */
    UNIT;

    /**
     * Whether one of this tier may stand right under one of the other; empty is nothing. A unit may be served by an
     * agency without a street or a point between them, and an office may stand under one that acts for a province.
     */
    public boolean mayStandUnder(Optional<Tier> above) {
        if (above.isEmpty()) {
            return this == OFFICE;
        }
        return switch (this) {
            case OFFICE, AGENCY -> above.get() == OFFICE;
            case STREET -> above.get() == AGENCY;
            case POINT -> above.get() == AGENCY || above.get() == STREET;
            case UNIT -> above.get() != OFFICE;
        };
    }
}
