package org.huzhu.history;

import java.util.HashMap;
import java.util.Map;
import org.huzhu.history.parquet.Workspace;

/** Room for one thread to read parts in, one after the other: what is not kept of a part is overwritten by the next. */
final class Room implements AutoCloseable {

    private final Workspace workspace = new Workspace();
    private final Map<String, int[]> lent = new HashMap<>();
    private final int wordsEnd;

    /** Room to read a store in whose numbers of words are below the given one. */
    Room(int wordsEnd) {
        this.wordsEnd = wordsEnd;
    }

    Workspace workspace() {
        return workspace;
    }

    int wordsEnd() {
        return wordsEnd;
    }

    /** An array for at least so many rows of the column. */
    int[] ints(Table table, String column, int rows) {
        return lent.compute(
                table + " " + column,
                (name, known) -> known != null && known.length >= rows ? known : new int[rows + rows / 4]);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
