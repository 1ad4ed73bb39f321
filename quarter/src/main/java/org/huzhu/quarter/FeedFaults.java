package org.huzhu.quarter;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.table.Row;
import org.huzhu.quarter.table.Typed;

/**
 * Says in Chinese what is wrong with a row: what was found, and what is allowed. Only asked once something is wrong.
 */
final class FeedFaults {

    private static final List<String> COLUMNS = InputKind.FEED.columns();

    private FeedFaults() {}

    /** The first fault of an ordinary row, in the order of the columns. */
    static String ofBill(Row row) {
        if (row.isEmpty(at("record_no"))) {
            return "record_no为空，每行须有记录号";
        }
        if (!List.of("outpatient", "inpatient").contains(row.text(at("visit")))) {
            return "visit为" + row.shown(at("visit")) + "，应为outpatient或inpatient";
        }
        for (String date : List.of("admitted_on", "discharged_on", "settled_on")) {
            if (day(row, date) == Typed.NO_DAY) {
                return ofDate(row, COLUMNS, date);
            }
        }
        if (day(row, "discharged_on") < day(row, "admitted_on")) {
            return "出院日" + row.text(at("discharged_on")) + "早于入院日" + row.text(at("admitted_on"));
        }
        for (String amount : COLUMNS.subList(at("total"), at("cancels"))) {
            if (Typed.fen(row.bytes(), row.from(at(amount)), row.to(at(amount))) == Typed.NONE_FEN) {
                return ofAmount(row, COLUMNS, amount);
            }
        }
        throw new IllegalStateException("A row of the feed was refused without a fault");
    }

    /** The first fault of a cancelling row, of which only three columns count. */
    static String ofCancellation(Row row) {
        return row.isEmpty(at("record_no")) ? "record_no为空，每行须有记录号" : ofDate(row, COLUMNS, "settled_on");
    }

    static String ofDate(Row row, List<String> columns, String column) {
        return column + "为" + row.shown(columns.indexOf(column)) + "，应为日历上有的日期，如2014-06-30";
    }

    static String ofAmount(Row row, List<String> columns, String column) {
        return column + "为" + row.shown(columns.indexOf(column)) + "，应为不小于零、小于一万亿元的数，至多两位小数，如1234.56";
    }

    static String ofIdNumber(String text) {
        String found = "身份证号" + IdNumber.masked(text);
        int length = text.length();
        if (length != 18 && length != 15) {
            return found + "有" + length + "位，应为18位或15位";
        }
        String digits = text.substring(0, length == 18 ? 17 : length);
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return found + "含有不该有的字符";
        }
        String date = digits.length() == 15 ? "19" + digits.substring(6, 12) : digits.substring(6, 14);
        String iso = date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6);
        boolean isDate = Typed.day(iso.getBytes(StandardCharsets.US_ASCII), 0, iso.length()) != Typed.NO_DAY;
        return found + (isDate ? "的校验码不符" : "的出生日期不是日历上有的日期");
    }

    static String ofAmounts(long totalFen, long partsFen) {
        return "总额" + yuan(totalFen) + "，五项之和" + yuan(partsFen) + "，相差超过0.01元";
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static int at(String column) {
        return COLUMNS.indexOf(column);
    }

    private static int day(Row row, String column) {
        return Typed.day(row.bytes(), row.from(at(column)), row.to(at(column)));
    }
}
