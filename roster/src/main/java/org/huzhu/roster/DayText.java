package org.huzhu.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huzhu.roster.table.Cell;
import org.huzhu.roster.table.Serials;
import org.jspecify.annotations.Nullable;

/**
 * A day as people write it.
 *
 * @param day empty where it cannot be told
 * @param trouble why not
 */
record DayText(Optional<LocalDate> day, @Nullable TroubleKind trouble) {

    private static final int YEAR_FIRST = 1900;
    private static final int YEAR_LAST = 2100;
    private static final int MONTHS = 12;

    /** The patterns below take time by the square of the length. */
    private static final int SIGNS_MAX = 50;

    private static final List<String> MONTH_NAMES =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern TIME =
            Pattern.compile("[T\\s]*\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?\\s*([AaPp][Mm]|Z)?$|[T\\s]*[上下]午.*$");
    private static final Pattern WEEKDAY = Pattern.compile("\\s*[(（]?(星期|周|礼拜)[一二三四五六日天][)）]?\\s*");
    private static final String APART = "\\s*[-/.年月,、_~·－—–\\s]\\s*";
    private static final Pattern YEAR_FIRST_FORM =
            Pattern.compile("(\\d{4})" + APART + "(\\d{1,2})" + APART + "(\\d{1,2})\\s*[日号]?");
    private static final Pattern TOGETHER = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST_FORM =
            Pattern.compile("(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{4})");
    private static final Pattern MONTH_NAMED = Pattern.compile("(\\d{1,2})[-/. ]*([A-Za-z]{3,9})[-/., ]*(\\d{4})");
    private static final Pattern MONTH_NAMED_FIRST =
            Pattern.compile("([A-Za-z]{3,9})[-/. ]*(\\d{1,2})[-/., ]+(\\d{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{2}" + APART + "\\d{1,2}" + APART
            + "\\d{1,2}\\s*[日号]?|\\d{1,2}[-/. ]*[A-Za-z]{3,9}[-/., ]*\\d{2}" + "|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2}");
    private static final Pattern NO_DAY = Pattern.compile("\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*月?|\\d{6}");
    private static final Pattern SERIAL = Pattern.compile("\\d{4,5}(\\.\\d+)?");

    /** Reads a cell that is not blank. */
    static DayText of(Cell cell, Serials serials) {
        if (cell.kind() == Cell.Kind.DAY) {
            LocalDate day = LocalDate.parse(cell.text());
            return day(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        }
        return of(cell.text(), serials);
    }

    /** Reads a text that is not blank. */
    static DayText of(String text, Serials serials) {
        if (text.length() > SIGNS_MAX) {
            return wrong(TroubleKind.DATE_UNKNOWN);
        }
        String plain = WEEKDAY.matcher(western(Fold.narrow(Fold.words(text)))).replaceAll(" ");
        String day = TIME.matcher(plain.strip()).replaceFirst("").strip();
        Matcher match = YEAR_FIRST_FORM.matcher(day);
        if (match.matches() || match.usePattern(TOGETHER).matches()) {
            return day(number(match, 1), number(match, 2), number(match, 3));
        }
        if (match.usePattern(MONTH_NAMED).matches()) {
            return day(number(match, 3), month(match.group(2)), number(match, 1));
        }
        if (match.usePattern(MONTH_NAMED_FIRST).matches()) {
            return day(number(match, 3), month(match.group(1)), number(match, 2));
        }
        if (match.usePattern(YEAR_LAST_FORM).matches()) {
            return yearLast(number(match, 3), number(match, 1), number(match, 2));
        }
        if (match.usePattern(SHORT_YEAR).matches()) {
            return wrong(TroubleKind.DATE_AMBIGUOUS);
        }
        if (match.usePattern(NO_DAY).matches()) {
            return wrong(TroubleKind.DATE_WITHOUT_DAY);
        }
        if (match.usePattern(SERIAL).matches()) {
            return serials.day(Double.parseDouble(day))
                    .map(found -> day(found.getYear(), found.getMonthValue(), found.getDayOfMonth()))
                    .orElse(wrong(TroubleKind.DATE_IMPOSSIBLE));
        }
        return wrong(TroubleKind.DATE_UNKNOWN);
    }

    private static DayText wrong(TroubleKind trouble) {
        return new DayText(Optional.empty(), trouble);
    }

    private static DayText day(int year, int month, int day) {
        if (year < YEAR_FIRST || year > YEAR_LAST) {
            return wrong(TroubleKind.DATE_IMPOSSIBLE);
        }
        try {
            return new DayText(Optional.of(LocalDate.of(year, month, day)), null);
        } catch (DateTimeException e) {
            return wrong(TroubleKind.DATE_IMPOSSIBLE);
        }
    }

    /** Month and day change places from country to country. */
    private static DayText yearLast(int year, int first, int second) {
        if (first == second || second > MONTHS) {
            return day(year, first, second);
        }
        return first > MONTHS ? day(year, second, first) : wrong(TroubleKind.DATE_AMBIGUOUS);
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int month(String name) {
        return 1 + MONTH_NAMES.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
    }

    /** 二〇二六年十二月三十一日 in the digits of everywhere. */
    private static String western(String text) {
        if (text.indexOf('年') < 0 || text.chars().anyMatch(Character::isDigit)) {
            return text;
        }
        StringBuilder western = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            int digit = "〇一二三四五六七八九".indexOf(sign == '零' || sign == '○' ? '〇' : sign);
            if (digit >= 0) {
                western.append(digit);
            } else if (sign == '十') {
                boolean isAfterDigit = i > 0 && "一二三四五六七八九".indexOf(text.charAt(i - 1)) >= 0;
                boolean isBeforeDigit = i + 1 < text.length() && "一二三四五六七八九".indexOf(text.charAt(i + 1)) >= 0;
                western.append(isAfterDigit ? "" : "1").append(isBeforeDigit ? "" : "0");
            } else {
                western.append(sign);
            }
        }
        return western.toString();
    }
}
