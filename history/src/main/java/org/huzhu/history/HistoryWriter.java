package org.huzhu.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.history.PartWriter.Written;
import org.huzhu.kernel.Require;

/**
 * Writes a store, part by part, in a folder beside the one that is to be; {@link #finish} gives it its name. Closing it
 * without that, or the end of the process, leaves nothing behind.
 *
 * <p>Several threads may write, each its own parts.
 */
public final class HistoryWriter implements AutoCloseable {

    /** So that numbers of members are numbers of 32 bits. */
    private static final int PARTS_MAX = Integer.MAX_VALUE / Part.MEMBERS;

    private final Words words;
    private final String madeBy;
    private final Aside aside;
    private final Map<Integer, Written> parts = new TreeMap<>();
    private final Map<Integer, Integer> members = new TreeMap<>();

    /**
     * Begins a store, which has no part yet.
     *
     * @param folder is not there yet, or empty
     * @param words what the numbers of words mean; they may grow until {@link #finish}
     * @param madeBy what makes the store, in words
     * @throws HistoryRefused if something is in the folder, or nothing can be written there
     */
    public HistoryWriter(Path folder, Words words, String madeBy) throws IOException {
        this.words = words;
        this.madeBy = madeBy;
        aside = Aside.beside(folder);
        for (Table table : Table.values()) {
            aside.folder(table.folder());
        }
    }

    /** Writes a part. All but the last have {@link Part#MEMBERS} members. */
    public void write(int partNumber, Part part) throws IOException {
        write(partNumber, part, member -> Optional.empty());
    }

    /** Writes a part of which the society's number of each member is known; never a number of identity. */
    public void write(int partNumber, Part part, IntFunction<Optional<String>> memberNo) throws IOException {
        Require.that(partNumber >= 0 && partNumber < PARTS_MAX, "There is no part %d", partNumber);
        Written written = new PartWriter(
                        part, partNumber * Part.MEMBERS, memberNo, table -> aside.open(table.file(partNumber)))
                .write();
        synchronized (parts) {
            parts.put(partNumber, written);
            members.put(partNumber, part.members().size());
        }
    }

    /** Writes words and manifest, and gives the folder its name. Every part from 0 to the last has been written. */
    public Manifest finish() throws IOException {
        synchronized (parts) {
            int last = parts.size() - 1;
            members.forEach((part, size) -> Require.that(
                    part <= last && (size == Part.MEMBERS || part == last),
                    "Part %d of %d has %d members; parts are numbered from 0, and all but the last have %d",
                    part,
                    parts.size(),
                    size,
                    Part.MEMBERS));
            Manifest manifest = manifest();
            words();
            try (OutputStream out = aside.open(Manifest.FILE)) {
                out.write(ManifestJson.of(manifest).getBytes(UTF_8));
            }
            aside.publish();
            return manifest;
        }
    }

    private Manifest manifest() {
        Map<Table, Long> rows = new EnumMap<>(Table.class);
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (Table table : Table.values()) {
            rows.put(table, 0L);
        }
        for (Written part : parts.values()) {
            part.rows().forEach((table, count) -> rows.merge(table, count, Long::sum));
            first = part.firstYear() == 0 ? first : Math.min(first, part.firstYear());
            last = Math.max(last, part.lastYear());
        }
        long size = members.values().stream().mapToLong(Integer::longValue).sum();
        return new Manifest(Manifest.VERSION, size, parts.size(), rows, last == 0 ? 0 : first, last, madeBy);
    }

    private void words() throws IOException {
        try (TableWriter out = new TableWriter(StoredWords.FIELDS, aside.open(StoredWords.FILE), words.end() - 1)) {
            out.ints("number", i -> i + 1).texts("word", i -> words.word(i + 1)).finish();
        }
    }

    @Override
    public void close() throws IOException {
        aside.close();
    }
}
