package org.huzhu.quarters;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The feed of another city: columns in Chinese and in another order, GB18030, sums in fen, days without dashes. */
final class Elsewhere {

    private static final List<String> ORDER = List.of(
            "settled_on",
            "record_no",
            "id_number",
            "visit",
            "institution",
            "total",
            "self_pay_1",
            "fund_paid",
            "large_sum_paid",
            "self_pay_2",
            "own_cost",
            "admitted_on",
            "discharged_on",
            "cancels");

    private static final List<String> TITLES = List.of(
            "结算日期", "结算单号", "证件号码", "就诊类别", "医疗机构", "总费用", "自付一", "统筹支付", "大额支付", "自付二", "自费", "入院日期", "出院日期", "冲销单号");

    private Elsewhere() {}

    static Path feed(Path ours, Path theirs) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(ours);
                CsvWriter out = CsvWriter.builder().build(theirs, Charset.forName("GB18030"))) {
            out.writeRecord(TITLES);
            for (NamedCsvRecord row : rows) {
                Map<String, String> cells = row.getFieldsAsMap();
                out.writeRecord(
                        ORDER.stream().map(column -> cell(column, cells)).toList());
            }
        }
        return theirs;
    }

    private static String cell(String column, Map<String, String> row) {
        String cell = row.getOrDefault(column, "");
        boolean isVisit = row.getOrDefault("visit", "").equals("outpatient");
        return switch (column) {
            case "visit" -> cell.equals("outpatient") ? "门诊" : cell.equals("inpatient") ? "住院" : cell;
            case "admitted_on", "discharged_on" -> isVisit && cell.equals(row.get("settled_on")) ? "" : day(cell);
            case "settled_on" -> day(cell);
            case "record_no", "id_number", "institution", "cancels" -> cell;
            default -> cell.matches("\\d+\\.\\d\\d") ? String.valueOf(Long.parseLong(cell.replace(".", ""))) : cell;
        };
    }

    /** One that is none stays as it is. */
    private static String day(String cell) {
        return cell.matches("\\d{4}-\\d\\d-\\d\\d") ? cell.replace("-", "") : cell;
    }
}
