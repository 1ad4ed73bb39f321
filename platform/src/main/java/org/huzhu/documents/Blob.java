package org.huzhu.documents;

/**
 * Sealed bytes that lie outside of the database.
 *
 * @param place which part of the document they are
 * @param name under which they lie
 * @param bytes how many
 */
record Blob(String place, String name, long bytes) {

    static final String ORIGINAL = "original";

    static String page(int page) {
        return "page/" + page;
    }

    static String piece(int piece) {
        return "piece/" + piece;
    }
}
