package org.huzhu.claims;

import org.huzhu.access.Role;
import org.huzhu.unions.Tier;

/** Who looks at a claim, one after the other. Names are stored: never rename one. */
public enum ReviewStep {
    /** 代办点核对. */
    POINT(Role.POINT_HANDLER, Tier.POINT),
    /** 代办处初审. */
    AGENCY(Role.AGENCY_HANDLER, Tier.AGENCY),
    /** 代办处复核. */
    AGENCY_REVIEW(Role.AGENCY_REVIEWER, Tier.AGENCY),
    /** 办事处审批. */
    OFFICE(Role.OFFICE_REVIEWER, Tier.OFFICE),
    /** 办事处再审：金额大的，由另一人. */
    OFFICE_SECOND(Role.OFFICE_REVIEWER, Tier.OFFICE);

    private final Role role;
    private final Tier tier;

    ReviewStep(Role role, Tier tier) {
        this.role = role;
        this.tier = tier;
    }

    /** Whose it is. */
    public Role role() {
        return role;
    }

    /** Of which tier the organisation is. */
    public Tier tier() {
        return tier;
    }
}
