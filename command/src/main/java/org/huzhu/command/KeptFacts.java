package org.huzhu.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huzhu.history.HistoryWriter;
import org.huzhu.quarter.SettledFacts;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the facts on which a settlement rests in a store of past events. What is not finished leaves nothing behind.
 */
final class KeptFacts implements AutoCloseable {

    private final Path folder;
    private final String madeBy;
    private @Nullable HistoryWriter writer;

    /** Keeps them in the folder once they are there; {@code madeBy} says in words what makes the store. */
    KeptFacts(Path folder, String madeBy) {
        this.folder = folder;
        this.madeBy = madeBy;
    }

    void take(SettledFacts facts) {
        try {
            HistoryWriter out = new HistoryWriter(folder, facts.words(), madeBy);
            writer = out;
            IntStream.range(0, facts.parts()).parallel().forEach(part -> write(out, facts, part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(HistoryWriter out, SettledFacts facts, int part) {
        List<String> memberNos = facts.memberNos(part);
        try {
            out.write(part, facts.part(part), member -> Optional.of(memberNos.get(member)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the store its name. */
    void finish() throws IOException {
        if (writer != null) {
            writer.finish();
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
