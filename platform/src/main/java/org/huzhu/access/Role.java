package org.huzhu.access;

import java.util.EnumSet;
import java.util.Set;

/** What a person may be at an organisation. Names are stored: never rename one. */
public enum Role {
    MEMBER,
    UNIT_HANDLER,
    POINT_HANDLER,
    AGENCY_HANDLER,
    AGENCY_REVIEWER,
    OFFICE_REVIEWER,
    FINANCE_MAKER,
    FINANCE_CHECKER,
    PLAN_OFFICER,
    RELIEF_OFFICER,
    AUDITOR,
    SYSTEM_ADMINISTRATOR,
    SECURITY_ADMINISTRATOR,
    AUDIT_ADMINISTRATOR,
    INTEGRATOR;

    private static final Set<Role> GUARDED = EnumSet.of(
            FINANCE_MAKER, FINANCE_CHECKER, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR);

    /** Whether nobody acts in it by a password alone: money and administration ask for a second factor. */
    public boolean isGuarded() {
        return GUARDED.contains(this);
    }
}
