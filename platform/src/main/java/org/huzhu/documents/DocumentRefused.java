package org.huzhu.documents;

/** What cannot be taken in or shown; the reason has a sentence among the texts. */
public final class DocumentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is no such document, page or upload, or it is out of reach. */
        ABSENT,
        EMPTY,
        /** More bytes than a file of its kind may have. */
        TOO_LARGE,
        /** None of the kinds that are taken, or another than its name says. */
        TYPE,
        /** A photo in HEIC, which browsers do not show. */
        HEIC,
        /** The file is not whole, or not what it says it is. */
        BROKEN,
        TOO_MANY_PIXELS,
        TOO_MANY_PAGES,
        ENCRYPTED,
        /** Scripts, files within, or orders to start something. */
        ACTIVE_CONTENT,
        /** It takes too long, or too much memory, to take it apart. */
        TOO_COMPLEX,
        /** XML that is no receipt that we know. */
        NO_RECEIPT,
        /** The thing has as many documents as it may have. */
        TOO_MANY,
        /** The thing has as many bytes of documents as it may have. */
        OWNER_FULL,
        /** The member has as many bytes of documents as he may have. */
        MEMBER_FULL,
        /** Pieces of the upload have not come yet. */
        INCOMPLETE,
        /** As much is looked at as can be at once. */
        BUSY,
        /** What lies there is not what was kept. */
        DAMAGED,
        /** Where documents are kept cannot be reached, or is full. */
        STORE_DOWN
    }

    private final Reason reason;

    public DocumentRefused(Reason reason) {
        super("Refused: " + reason);
        this.reason = reason;
    }

    public DocumentRefused(Reason reason, Throwable cause) {
        super("Refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new DocumentRefused(otherwise);
        }
    }
}
