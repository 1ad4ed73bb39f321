package org.huzhu.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.history.parquet.ByteSource;
import org.huzhu.history.parquet.ParquetRefused;
import org.huzhu.history.parquet.Workspace;
import org.huzhu.kernel.Require;
import org.huzhu.plan.CostField;

/**
 * A store of past events and payments, opened to be read; see {@code docs/history.md}. Whatever is wrong with it ends
 * in a {@link HistoryRefused}. Safe for several threads.
 */
public final class History {

    private final Storage storage;
    private final Manifest manifest;
    private final Words words;

    private History(Storage storage, Manifest manifest, Words words) {
        this.storage = storage;
        this.manifest = manifest;
        this.words = words;
    }

    /** Is told how far the loading has come; called by several threads, one at a time. */
    @FunctionalInterface
    public interface Progress {

        /** For whoever does not want to know. */
        Progress NONE = (parts, of) -> {};

        /** So many of all parts have been loaded. */
        void loaded(int parts, int of);
    }

    /** Opens the store in a local folder. */
    public static History open(Path folder) {
        return open(Storage.of(folder));
    }

    /** Opens a store, wherever its files are. */
    public static History open(Storage storage) {
        return refusing(storage, () -> {
            Manifest manifest = manifest(storage);
            try (Workspace workspace = new Workspace()) {
                return new History(storage, manifest, StoredWords.read(storage, workspace));
            }
        });
    }

    private static Manifest manifest(Storage storage) throws IOException {
        try (ByteSource file = storage.open(Manifest.FILE)) {
            byte[] bytes = new byte[Math.toIntExact(file.length())];
            file.read(0, bytes, bytes.length);
            return ManifestJson.read(new String(bytes, UTF_8), file.name());
        } catch (NoSuchFileException e) {
            throw new HistoryRefused(
                    storage.name() + " 不是历史库：没有 " + Manifest.FILE + "。请指定 huzhu history make 写出的目录", e);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** What the numbers of words in the facts mean. They are shared: whoever has new words extends them. */
    public Words words() {
        return words;
    }

    /** How many parts there are. */
    public int parts() {
        return manifest.parts();
    }

    /**
     * Loads a part.
     *
     * @param costs the parts of bills that are read; what members bore is read in any case
     */
    public Part load(int part, Set<CostField> costs) {
        Require.that(part >= 0 && part < parts(), "There is no part %d of %d", part, parts());
        try (Room room = new Room(words.end())) {
            return read(part, costs, room, new EnumMap<>(Table.class));
        }
    }

    /** How much of what the store holds; reads a few columns of all parts. */
    public Summary summary() {
        return refusing(storage, () -> Summary.read(this, storage));
    }

    /** The society's numbers of the members of a part, empty where they are not known. */
    public List<Optional<String>> memberNumbers(int part) {
        Require.that(part >= 0 && part < parts(), "There is no part %d of %d", part, parts());
        return refusing(storage, () -> {
            try (Room room = new Room(words.end());
                    TableReader file = new TableReader(storage, Table.MEMBERS, part, room)) {
                return Arrays.stream(file.texts("member_no"))
                        .map(Optional::ofNullable)
                        .toList();
            }
        });
    }

    /** Loads all parts, in their order, by so many threads. */
    public List<Part> loadAll(Set<CostField> costs, int threads, Progress progress) {
        Loading loading = new Loading(costs, progress);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                done.add(workers.submit(loading));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HistoryRefused("读取历史库 " + storage.name() + " 被中断。请重新运行", e);
        } finally {
            workers.shutdownNow();
        }
        return loading.parts();
    }

    /** Loads one part after the other, together with other threads. */
    private final class Loading implements Runnable {

        private final Set<CostField> costs;
        private final Progress progress;
        private final Part[] loaded = new Part[manifest.parts()];
        private final AtomicInteger next = new AtomicInteger();
        private final Map<Table, Long> rows = new EnumMap<>(Table.class);
        private int count;

        Loading(Set<CostField> costs, Progress progress) {
            this.costs = Set.copyOf(costs);
            this.progress = progress;
        }

        @Override
        public void run() {
            try (Room room = new Room(words.end())) {
                for (int part = next.getAndIncrement(); part < loaded.length; part = next.getAndIncrement()) {
                    Map<Table, Long> counts = new EnumMap<>(Table.class);
                    loaded[part] = read(part, costs, room, counts);
                    count(counts);
                }
            } catch (RuntimeException | Error e) {
                next.set(loaded.length);
                throw e;
            }
        }

        private synchronized void count(Map<Table, Long> counts) {
            counts.forEach((table, more) -> rows.merge(table, more, Long::sum));
            progress.loaded(++count, loaded.length);
        }

        List<Part> parts() {
            rows.forEach((table, found) -> {
                if (!found.equals(manifest.rows().get(table))) {
                    throw new HistoryRefused("历史库 " + storage.name() + " 的 " + table.folder() + " 有 " + found + " 行，"
                            + Manifest.FILE + " 记的是 " + manifest.rows().get(table) + " 行" + HistoryRefused.REMEDY);
                }
            });
            return List.of(loaded);
        }
    }

    private Part read(int part, Set<CostField> costs, Room room, Map<Table, Long> rows) {
        return refusing(storage, () -> {
            PartReader reader = new PartReader(storage, room, part, manifest.members(part), costs);
            Part read = reader.read();
            rows.putAll(reader.rows());
            return read;
        });
    }

    /** Reads something of a store. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T refusing(Storage storage, Reading<T> reading) {
        try {
            return reading.read();
        } catch (ParquetRefused e) {
            throw new HistoryRefused(e.getMessage() + HistoryRefused.REMEDY, e);
        } catch (IOException e) {
            throw new HistoryRefused("历史库 " + storage.name() + " 读不出来：" + e.getMessage() + "。请检查磁盘和权限", e);
        }
    }
}
