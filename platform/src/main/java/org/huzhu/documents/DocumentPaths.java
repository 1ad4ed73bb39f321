package org.huzhu.documents;

/** The paths of documents, which this room keeps but does not know the meaning of. */
public interface DocumentPaths {

    /**
     * Lets documents follow where the organisation at the path, and all below it, has moved, in the transaction at
     * hand.
     */
    void follow(String from, String to);
}
