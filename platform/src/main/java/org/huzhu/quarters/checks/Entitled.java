package org.huzhu.quarters.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.kernel.IdNumber;
import org.springframework.stereotype.Component;

/** Leaves out of a register whoever was found not to be entitled. */
@Component
public class Entitled {

    private final JdbcLeftOut leftOut;
    private final Secrets secrets;

    Entitled(JdbcLeftOut leftOut, Secrets secrets) {
        this.leftOut = leftOut;
        this.secrets = secrets;
    }

    /**
     * The keyed digests of those who were not entitled when the last trial of a run began: they are noted with it the
     * first time that this is asked, and whatever is found later changes nothing of them.
     *
     * @param runs whose checks count, the run itself last; within the transaction at hand
     */
    public Set<String> unfit(List<UUID> runs) {
        UUID run = runs.getLast();
        leftOut.note(run, leftOut.now(runs));
        return leftOut.noted(run);
    }

    /**
     * Writes the register anew without them. Signs that are no ASCII pass as they are, in whatever encoding.
     *
     * @param unfit their keyed digests
     */
    public Path register(Set<String> unfit, Path register, Path to) throws IOException {
        try (CsvReader<NamedCsvRecord> in = CsvReader.builder().ofNamedCsvRecord(register, ISO_8859_1);
                CsvWriter out =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to, ISO_8859_1)) {
            boolean isFirst = true;
            for (NamedCsvRecord row : in) {
                if (isFirst) {
                    out.writeRecord(row.getHeader());
                    isFirst = false;
                }
                if (!unfit.contains(person(row.getField("id_number")))) {
                    out.writeRecord(row.getFields());
                }
            }
        }
        return to;
    }

    /** An old number of fifteen digits is that of eighteen. */
    private String person(String cell) {
        String number = cell.strip();
        String text = IdNumber.find(number).map(IdNumber::text).orElseGet(() -> number.toUpperCase(Locale.ROOT));
        return Digests.hex(secrets.index(Field.ID_NUMBER, text));
    }
}
