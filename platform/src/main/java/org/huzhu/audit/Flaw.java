package org.huzhu.audit;

/**
 * Something about a trail that is not as it was sealed.
 *
 * @param kind what is wrong
 * @param place the number of the block; for {@link Kind#POSITION} and {@link Kind#RECORD} the position of the record,
 *     for {@link Kind#STRAY} its seq
 */
public record Flaw(Kind kind, long place) {

    /** What can be wrong. */
    public enum Kind {
        /** A record is no line of a record. */
        RECORD,
        /** A record is missing, or one too many, or out of its order. */
        POSITION,
        /** A block is no line of a block, or its number, count or range does not follow. */
        BLOCK,
        /** A block's own hash is not that of what it says. */
        HASH,
        /** A block does not follow from the one before. */
        CHAIN,
        /** The records of a block are not those that were sealed. */
        CONTENT,
        /** The trail is not the one that was anchored, or ends before. */
        ANCHOR,
        /** A record was never sealed and does not wait for it; only the database itself shows this. */
        STRAY
    }
}
