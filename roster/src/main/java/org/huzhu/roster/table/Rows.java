package org.huzhu.roster.table;

import java.util.Optional;

/** The rows of one sheet with anything in them, from the top. */
public interface Rows extends AutoCloseable {

    /**
     * The next row; empty after the last.
     *
     * @throws RosterRefused if the file is not what it seemed to be
     */
    Optional<TableRow> next();

    @Override
    void close();
}
