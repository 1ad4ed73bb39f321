package org.huzhu.members.phones;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.huzhu.kernel.Phone;

/**
 * The phones of members, in full: the door for the room that sends messages. It works in the scope at hand and asks no
 * rights; whoever asks sends at once, and keeps nothing.
 */
public interface Phones {

    /**
     * The phones of those of the members who are within reach and have said one; of merged entries, that of the other.
     */
    Map<UUID, Phone> of(Collection<UUID> members);
}
