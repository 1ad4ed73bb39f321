package org.huzhu.members.roll;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What members are called, many at a time (花名册): the door for rooms that write lists of people. It works in the scope
 * at hand and asks no rights; numbers leave it masked.
 */
public interface Roll {

    /** Those of the members who are within reach, by their ids. */
    Map<UUID, Named> named(Collection<UUID> members);

    /**
     * Where those are members who have these identity numbers of 18 signs: of several units, that which took them in
     * last. Who is no member within reach is left out.
     */
    Map<String, Place> residents(Collection<String> numbers);

    /**
     * A member, and his place.
     *
     * @param path of his unit
     */
    record Place(UUID member, String path) {}

    /**
     * A member on a list.
     *
     * @param paper the number of his paper, masked
     */
    record Named(String name, String paper) {}
}
