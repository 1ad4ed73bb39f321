package org.huzhu.staff;

import java.util.Optional;
import java.util.UUID;

/** What the door for members must know of the register; the room of members answers. */
public interface MemberDirectory {

    /** The one member who has said that the phone is his; empty where none has, or more than one. */
    Optional<UUID> ofPhone(String phone);

    /** The member with this identity number, where the name is his. */
    Optional<UUID> ofNumberAndName(String number, String name);

    /** The member has proved that he holds the phone. */
    void holds(UUID member, String phone);
}
