package org.huzhu.members.proxies;

import java.util.UUID;
import org.huzhu.kernel.Phone;

/**
 * Whether somebody acts for a member, or ever did: the door for rooms that let nobody decide for his own family. It
 * works in the scope at hand and asks no rights.
 */
public interface ActedFor {

    /** Whether somebody with this name or this phone has accepted to act for the member. */
    boolean hasActed(UUID member, String name, Phone phone);
}
