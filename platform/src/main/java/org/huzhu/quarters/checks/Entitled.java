package org.huzhu.quarters.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.springframework.stereotype.Component;

/** Leaves out of a register whoever was found not to be entitled. */
@Component
public class Entitled {

    private final JdbcChecks checks;
    private final Secrets secrets;

    Entitled(JdbcChecks checks, Secrets secrets) {
        this.checks = checks;
        this.secrets = secrets;
    }

    /** The keyed digests of those who are not entitled, of these runs; within the transaction at hand. */
    public Set<String> unfit(Collection<UUID> runs) {
        return checks.unfit(runs);
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

    private String person(String number) {
        return Digests.hex(secrets.index(Field.ID_NUMBER, number.strip().toUpperCase(Locale.ROOT)));
    }
}
