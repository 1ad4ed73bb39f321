package org.huzhu.documents;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Where sealed bytes lie outside of the database, each under the SHA-256 of itself. */
interface Shelf {

    /** Lays the bytes down, for certain: what lies there afterwards is all of them, or nothing. */
    void put(String name, byte[] sealed) throws IOException;

    /** What lies under the name; empty where nothing does. */
    Optional<byte[]> get(String name) throws IOException;

    /** Takes away what lies under the name, if anything does. */
    void remove(String name) throws IOException;

    /** Names all that was laid down before the moment, and tidies away what never became whole. */
    void each(Instant before, Consumer<String> names) throws IOException;
}
