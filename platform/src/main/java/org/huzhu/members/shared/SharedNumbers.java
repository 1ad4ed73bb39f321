package org.huzhu.members.shared;

import java.util.UUID;

/**
 * With how many members of other families a member shares a number. It works in the scope at hand and asks no rights;
 * it tells how many they are, never who. One family is whoever stands in the other's, or has a relative in common.
 */
public interface SharedNumbers {

    /** How many others have a live card with the number of his. */
    int cards(UUID member);

    /** How many others have said his phone. */
    int phones(UUID member);
}
