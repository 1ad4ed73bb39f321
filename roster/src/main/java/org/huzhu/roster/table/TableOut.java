package org.huzhu.roster.table;

import java.io.IOException;
import java.util.List;

/** A table that is being written, row by row, in little memory. */
public interface TableOut extends AutoCloseable {

    /** Writes a row: numbers stay numbers where the form knows them, all else is text and never a formula. */
    void write(List<?> cells) throws IOException;

    @Override
    void close() throws IOException;
}
