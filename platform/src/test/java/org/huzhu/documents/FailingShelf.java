package org.huzhu.documents;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.huzhu.database.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A folder that can be told to fail. */
final class FailingShelf implements Shelf {

    private final Shelf folder;
    private volatile String trouble = "";
    private volatile String last = "";

    private FailingShelf(Shelf folder) {
        this.folder = folder;
    }

    /** What stands in for the usual one. */
    static class Surroundings {

        @Bean
        @Primary
        FailingShelf failingShelf(Home home) {
            return new FailingShelf(new FolderShelf(home.documents()));
        }
    }

    /** Fails with these words as long as the work goes on. */
    void fail(String words, Runnable work) {
        trouble = words;
        try {
            work.run();
        } finally {
            trouble = "";
        }
    }

    /** What was laid down last. */
    String last() {
        return last;
    }

    private void mayFail() throws IOException {
        if (!trouble.isEmpty()) {
            throw new IOException(trouble);
        }
    }

    @Override
    public void put(String name, byte[] sealed) throws IOException {
        mayFail();
        folder.put(name, sealed);
        last = name;
    }

    @Override
    public Optional<byte[]> get(String name) throws IOException {
        mayFail();
        return folder.get(name);
    }

    @Override
    public void remove(String name) throws IOException {
        folder.remove(name);
    }

    @Override
    public void each(Instant before, Consumer<String> names) throws IOException {
        mayFail();
        folder.each(before, names);
    }
}
