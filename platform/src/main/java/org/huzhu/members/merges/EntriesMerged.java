package org.huzhu.members.merges;

import java.util.UUID;

/**
 * Two entries of one person were joined, or a join was undone; told within the transaction that does it.
 *
 * @param kept the entry that stays
 * @param given the entry that is given up for it, or stands by itself again
 * @param isUndone whether a join was undone
 */
public record EntriesMerged(UUID kept, UUID given, boolean isUndone) {}
