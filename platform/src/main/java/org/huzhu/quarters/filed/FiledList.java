package org.huzhu.quarters.filed;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.kernel.Money;
import org.huzhu.members.payees.Payees;
import org.huzhu.members.payees.Payees.Payee;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.filed.Filing.Figures;
import org.huzhu.quarters.filed.JdbcFilings.Kept;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/**
 * What an office has accepted for a year, with the cards on which it is paid, as a list that a trial is bound to. It
 * works in the transaction at hand and asks no rights; what it gives is to be sealed.
 */
@Component
public class FiledList {

    private static final List<String> COLUMNS = List.of(
            "member_no", "id_number", "name", "card_no", "agency", "above", "supplement", "commercial", "assistance");

    private final JdbcFilings filings;
    private final Payees payees;
    private final UnionTree tree;

    FiledList(JdbcFilings filings, Payees payees, UnionTree tree) {
        this.filings = filings;
        this.payees = payees;
        this.tree = tree;
    }

    /** The same figures and cards give the same bytes; nothing accepted gives none. */
    public byte[] of(Quarter quarter, String office) {
        List<Kept> accepted = filings.accepted(office, quarter.plan(), quarter.year());
        if (accepted.isEmpty()) {
            return new byte[0];
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Organisation> agencies = agencies(office);
        try (CsvWriter out =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new OutputStreamWriter(bytes, UTF_8))) {
            out.writeRecord(COLUMNS);
            for (Kept each : accepted) {
                out.writeRecord(cells(each, agencies));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What those on such a list are called, by member number. */
    public static Map<String, String> names(Path list) throws IOException {
        Map<String, String> names = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
            rows.forEach(row -> names.put(row.getField("member_no"), row.getField("name")));
        }
        return names;
    }

    private List<Organisation> agencies(String office) {
        return tree.at(office).map(top -> tree.below(top.id())).orElseGet(List::of).stream()
                .filter(each -> each.tier() == Tier.AGENCY)
                .toList();
    }

    private List<String> cells(Kept each, List<Organisation> agencies) {
        Optional<Payee> to = payees.of(each.member());
        Figures figures = each.accepted().orElseThrow();
        return List.of(
                each.member().toString(),
                each.number().text(),
                to.map(payee -> payee.name().text()).orElse(each.filing().name()),
                to.map(payee -> payee.card().digits()).orElse(""),
                agencies.stream()
                        .filter(agency -> (each.filing().path() + ".").startsWith(agency.path() + "."))
                        .findFirst()
                        .map(Organisation::name)
                        .orElse(""),
                yuan(figures.above()),
                yuan(figures.supplement()),
                yuan(figures.commercial()),
                yuan(figures.assistance()));
    }

    private static String yuan(Money sum) {
        return "%d.%02d".formatted(sum.fen() / 100, sum.fen() % 100);
    }
}
