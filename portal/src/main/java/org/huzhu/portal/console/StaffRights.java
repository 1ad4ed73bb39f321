package org.huzhu.portal.console;

import java.util.EnumSet;
import java.util.Set;
import org.huzhu.access.Role;

/**
 * What whoever looks at an account may do with it.
 *
 * @param given the roles that he may give
 * @param mayReset whether he may let the person set a new password
 * @param mayDisable whether he may take the account out of use
 */
public record StaffRights(Set<Role> given, boolean mayReset, boolean mayDisable) {

    public StaffRights {
        given = given.isEmpty() ? Set.of() : EnumSet.copyOf(given);
    }
}
