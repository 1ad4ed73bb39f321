package org.huzhu.quarter.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** Looks up in one column of a file what stands in another, in whichever encoding the file is written. */
public final class Lookup {

    private Lookup() {}

    /**
     * What stands in the column {@code value} of rows that have one of the wanted texts in the column {@code key}; of
     * several rows with one text that of the last. Columns are counted from 0 in the order of the kind of file.
     *
     * @throws FileRefused if it cannot be read or is no table of its kind
     */
    public static Map<String, String> in(
            TableFile file, int key, int value, Set<String> wanted, ExecutorService workers) {
        Map<String, String> found = new HashMap<>();
        new Blocks(workers, _ -> {})
                .read(file, (block, places) -> new Found(new Row(block, places), key, value, wanted))
                .parts()
                .forEach(part -> found.putAll(part.values));
        return found;
    }

    /** What one block has. */
    private static final class Found implements TablePart {

        private final Map<String, String> values = new HashMap<>();
        private final long lines;
        private int rows;

        Found(Row row, int key, int value, Set<String> wanted) {
            for (; row.next(); rows++) {
                if (row.isWhole()) {
                    String text = row.text(key);
                    if (wanted.contains(text)) {
                        values.put(text, row.text(value));
                    }
                }
            }
            lines = row.line();
        }

        @Override
        public long lineCount() {
            return lines;
        }

        @Override
        public int rowsRead() {
            return rows;
        }

        @Override
        public void place(int file, long line) {
            // Nothing of it says where it stood.
        }
    }
}
