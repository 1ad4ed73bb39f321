package org.huzhu.quarter.table;

import java.nio.file.Path;
import java.util.List;

/**
 * A file to be read: comma-separated values with a header.
 *
 * @param position among all files read together, from 0
 * @param name what messages and results call it, without a directory
 * @param path where it is
 * @param option of the command that names such files, without its dashes
 * @param columns the names that the header must have, in any order
 */
public record TableFile(int position, String name, Path path, String option, List<String> columns) {

    public TableFile {
        columns = List.copyOf(columns);
    }
}
