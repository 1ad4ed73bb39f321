package org.huzhu.access;

import java.util.EnumSet;
import java.util.Set;

/** What a person may be at an organisation. Names are stored: never rename one. */
public enum Role {
    MEMBER,
    /** Whom a member lets act for him, in claims and nothing else: 家人代办. */
    MEMBER_PROXY,
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

    /** Whether it is held at an organisation; a member, and whom he lets act for him, hold no post. */
    public boolean isPost() {
        return this != MEMBER && this != MEMBER_PROXY;
    }

    /**
     * The roles that are his to give: his own and those that he leads. The security administrator has the giving of
     * every role of the business in his hand and may do none of what they may; of administrators each kind gives its
     * own.
     */
    public Set<Role> given() {
        return switch (this) {
            case POINT_HANDLER -> EnumSet.of(POINT_HANDLER, UNIT_HANDLER);
            case AGENCY_HANDLER -> EnumSet.of(AGENCY_HANDLER, POINT_HANDLER, UNIT_HANDLER);
            case OFFICE_REVIEWER -> EnumSet.of(OFFICE_REVIEWER, AGENCY_REVIEWER);
            case AUDIT_ADMINISTRATOR -> EnumSet.of(AUDIT_ADMINISTRATOR, AUDITOR);
            case SECURITY_ADMINISTRATOR ->
                EnumSet.complementOf(EnumSet.of(MEMBER, MEMBER_PROXY, SYSTEM_ADMINISTRATOR, AUDIT_ADMINISTRATOR));
            case MEMBER,
                    MEMBER_PROXY,
                    UNIT_HANDLER,
                    AGENCY_REVIEWER,
                    FINANCE_MAKER,
                    FINANCE_CHECKER,
                    PLAN_OFFICER,
                    RELIEF_OFFICER,
                    AUDITOR,
                    SYSTEM_ADMINISTRATOR,
                    INTEGRATOR -> EnumSet.of(this);
        };
    }
}
