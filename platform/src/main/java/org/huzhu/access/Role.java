package org.huzhu.access;

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
    INTEGRATOR
}
