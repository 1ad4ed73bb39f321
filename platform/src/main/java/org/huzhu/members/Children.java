package org.huzhu.members;

import java.time.LocalDate;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.members.MemberDetail.Kin;
import org.huzhu.members.MemberDetail.Relative;

/** The stricter rules for children under 14 (PIPL art. 31). */
final class Children {

    private static final int GUARDED_YEARS = 14;

    private Children() {}

    static boolean isGuarded(Kin kin, LocalDate birthOn, LocalDate today) {
        return kin == Kin.CHILD && birthOn.plusYears(GUARDED_YEARS).isAfter(today);
    }

    /** A child's data is not for the handlers of its parent's employer. */
    static boolean isHidden(Caller caller, Relative relative, LocalDate today) {
        return caller.role() == Role.UNIT_HANDLER && isGuarded(relative.kin(), relative.birthOn(), today);
    }
}
