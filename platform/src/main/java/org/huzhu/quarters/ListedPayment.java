package org.huzhu.quarters;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.huzhu.kernel.Money;

/**
 * A row of a list that {@link org.huzhu.quarter.Settlement} wrote; sums in fen.
 *
 * @param number the identity number
 */
record ListedPayment(
        String memberNo,
        String number,
        String card,
        String agency,
        long outpatient,
        long inpatient,
        long entitled,
        long before,
        long due) {

    /** Hands over each row of the list. */
    static void each(Path list, Consumer<ListedPayment> taker) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
            for (NamedCsvRecord row : rows) {
                taker.accept(new ListedPayment(
                        row.getField("member_no"),
                        row.getField("id_number"),
                        row.getField("card_no"),
                        row.getField("agency"),
                        fen(row, "outpatient_self_pay_1"),
                        fen(row, "inpatient_self_pay_1"),
                        fen(row, "entitled"),
                        fen(row, "paid_before"),
                        fen(row, "due")));
            }
        }
    }

    private static long fen(NamedCsvRecord row, String column) {
        return Money.parseYuan(row.getField(column)).fen();
    }

    @Override
    public String toString() {
        return "ListedPayment " + due;
    }
}
