package org.huzhu.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The files of all tables for one part, opened together. */
final class TableFiles implements AutoCloseable {

    private final List<TableReader> files = new ArrayList<>();

    private TableFiles() {}

    static TableFiles open(Storage storage, int part, Room room) throws IOException {
        TableFiles all = new TableFiles();
        try {
            for (Table table : Table.values()) {
                all.files.add(new TableReader(storage, table, part, room));
            }
            return all;
        } catch (IOException | RuntimeException e) {
            all.close();
            throw e;
        }
    }

    TableReader of(Table table) {
        return files.get(table.ordinal());
    }

    @Override
    public void close() throws IOException {
        for (TableReader file : files) {
            file.close();
        }
    }
}
