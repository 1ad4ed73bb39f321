package org.huzhu.roster.table;

import org.huzhu.kernel.Require;

/**
 * How much of a file is read.
 *
 * @param fileBytes of the file as it is sent
 * @param unpackedBytes of all that is unpacked from it
 * @param ratio how many times as large a part may be unpacked as it was packed
 * @param rows with anything in them
 * @param columns with anything in them
 * @param cellSigns of one cell
 */
public record Limits(long fileBytes, long unpackedBytes, int ratio, int rows, int columns, int cellSigns) {

    private static final long MEBIBYTE = 1 << 20;

    public Limits {
        Require.that(
                fileBytes > 0 && unpackedBytes > 0 && ratio > 0 && rows > 0 && columns > 0 && cellSigns > 0,
                "Every limit of a file is above zero");
    }

    /** What one sheet of a workbook can hold, 1,048,576 rows, with 200 columns, and cells as long as Excel's. */
    public static Limits usual() {
        return new Limits(256 * MEBIBYTE, 4096 * MEBIBYTE, 200, 1_048_576, 200, 32_767);
    }
}
