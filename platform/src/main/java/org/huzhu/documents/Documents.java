package org.huzhu.documents;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where papers are taken in and looked at. It asks no rights: whoever calls has decided, and the scope at hand says
 * what he reaches. Taking one in takes seconds: best outside of a transaction.
 */
public interface Documents {

    /** How many documents one thing may have. */
    int OF_OWNER_MAX = 30;

    /** How many bytes the documents of one thing may have together, as they were brought. */
    long OF_OWNER_BYTES_MAX = 100L << 20;

    /** How many bytes the documents of one member may have together, as they were brought. */
    long OF_MEMBER_BYTES_MAX = 500L << 20;

    /** How many bytes a file may have, of whatever kind. */
    int FILE_BYTES_MAX = 20 << 20;

    /**
     * Takes in what somebody brought: looked at, made safe, sealed, kept.
     *
     * @param fileName as he calls it; only its ending matters, nothing of it is kept
     * @throws DocumentRefused with the reason
     */
    Document take(Owner owner, String fileName, InputStream bytes);

    /**
     * Begins to take in a file in pieces, over a line that may break.
     *
     * @param size how many bytes it will have
     * @throws DocumentRefused if it is too large, or the owner has too many
     */
    UUID begin(Owner owner, String fileName, long size);

    /** Whether there is such an upload, and it is of the owner. */
    boolean isOf(UUID upload, UUID owner);

    /**
     * Takes the next piece. What stands already is kept once; a piece that leaves a gap is not kept; of a piece that
     * breaks off, what came is.
     *
     * @return how many bytes stand: where the next piece begins
     * @throws DocumentRefused if there is no such upload, or the piece goes beyond its size
     */
    long put(UUID upload, long offset, InputStream piece);

    /**
     * Takes in the file once all of it stands. The same upload finished twice gives the same document; where it was
     * refused for a reason that passes, such as a store that is down, it can be finished later.
     *
     * @throws DocumentRefused with the reason
     */
    Document finish(UUID upload);

    /** All of one thing, the oldest first. */
    List<Document> of(UUID owner);

    Optional<Document> find(UUID id);

    /**
     * A page as JPEG, for looking at.
     *
     * @param page from 0
     * @throws DocumentRefused if there is none, or what lies there is not what was kept
     */
    byte[] picture(UUID id, int page);

    /**
     * What was brought, for downloading only: of a photo its picture alone.
     *
     * @throws DocumentRefused if there is none, or what lies there is not what was kept
     */
    byte[] original(UUID id);

    /** Takes the document away for good: with its key, nobody can open what still lies there. */
    void drop(UUID id);
}
