package org.huzhu.roster.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of tables, open for reading. Macros, links and pictures in it are left alone. */
public interface Workbook extends AutoCloseable {

    /** The sheets in the order of their tabs. */
    List<Sheet> sheets();

    /** From when this workbook counts days that stand as plain numbers. */
    Serials serials();

    /**
     * The rows of a sheet, to be closed.
     *
     * @throws RosterRefused if they cannot be read
     */
    Rows rows(Sheet sheet);

    @Override
    void close();

    /**
     * Opens a file, whatever it is called.
     *
     * @throws RosterRefused if it is no table, or larger than the limits allow
     */
    static Workbook open(Path file, Limits limits) {
        return Guard.reading(() -> {
            long bytes = Files.size(file);
            if (bytes > limits.fileBytes()) {
                throw new RosterRefused(
                        RosterRefused.Reason.TOO_LARGE,
                        "",
                        "文件有 %,d 兆字节，最多可以读 %,d 兆字节".formatted(bytes >> 20, limits.fileBytes() >> 20),
                        "请删去图片和无关的工作表，或者分成几个文件");
            }
            return switch (FileKind.of(file)) {
                case ZIP -> XlsxWorkbook.open(file, limits);
                case TEXT -> CsvWorkbook.open(file, limits);
            };
        });
    }
}
