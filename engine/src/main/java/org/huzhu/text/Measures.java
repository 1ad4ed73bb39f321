package org.huzhu.text;

import static org.huzhu.text.Scalar.form;
import static org.huzhu.text.Scalar.word;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.IcdRange;

/** The texts that plans are made of: numbers with their units, dates, names. */
final class Measures {

    private static final String DAY = "(\\d{4})-(\\d{2})-(\\d{2})";

    static final Scalar<Money> MONEY =
            form("(\\d{1,12}(?:\\.\\d{1,2})?)元", "40元", "元", it -> Money.parseYuan(it.group(1)));

    /** An amount that may run the other way, such as one that is still to be made good. */
    static final Scalar<Money> SIGNED_MONEY =
            form("(-?\\d{1,12}(?:\\.\\d{1,2})?)元", "40元", "元", it -> Money.parseYuan(it.group(1)));

    static final Scalar<Rate> RATE = form("(\\d{1,3}(?:\\.\\d{1,2})?%)", "60%", "%", it -> Rate.parse(it.group(1)));

    static final Scalar<Integer> DAYS = whole("", "日", "30日");
    static final Scalar<Integer> DAY_NUMBER = whole("第", "日", "第30日");
    static final Scalar<Integer> YEARS = whole("", "年", "1年");
    static final Scalar<Integer> HOURS = whole("", "小时", "24小时");
    static final Scalar<Integer> UNITS = whole("", "份", "2份");
    static final Scalar<Integer> AGE = whole("", "周岁", "16周岁");
    static final Scalar<Integer> PEOPLE = whole("", "人", "99人");
    static final Scalar<Integer> TIMES = whole("", "次", "1次");
    static final Scalar<Integer> GRADES = whole("", "级", "1级");

    /** A number of times, or no limit. */
    static final Scalar<OptionalInt> TIMES_OR_ANY =
            word("不限", OptionalInt.empty()).or(TIMES.as(OptionalInt::of));

    static final Scalar<OptionalInt> DAYS_OR_ANY =
            word("不限", OptionalInt.empty()).or(DAYS.as(OptionalInt::of));

    static final Scalar<Integer> HOSPITAL_LEVEL =
            word("一级", 1).or(word("二级", 2)).or(word("三级", 3));

    static final Scalar<LocalDate> DATE = form(DAY, "2018-01-01", "", it -> date(it, 1));

    /** The day of admission and the day of discharge. */
    static final Scalar<List<LocalDate>> STAY =
            form(DAY + " 至 " + DAY, "2015-03-01 至 2015-03-10", "", it -> List.of(date(it, 1), date(it, 4)));

    /** A day of any year, as month times 100 plus day. */
    static final Scalar<Integer> MONTH_DAY = form("(\\d{1,2})月(\\d{1,2})日", "11月1日", "", Measures::monthDay);

    static final Scalar<Boolean> YES_NO = word("是", true).or(word("否", false));

    static final Scalar<IcdRange> ICD =
            form("[A-Z]\\d{2}(?:\\.\\d)?(?:-[A-Z]\\d{2}(?:\\.\\d)?)?", "C00-C97", "", it -> IcdRange.parse(it.group()));

    static final Scalar<String> ICD_CODE =
            form("[A-Z]\\d{2}(?:\\.\\d{1,3})?(?:x\\d{1,3})?[+*]?", "C50.900", "", Matcher::group);

    /** A name or a title on one line. */
    static final Scalar<String> NAME = form("\\S(?:.{0,98}\\S)?", "名称", "", Matcher::group);

    /** The wording of a clause, on one or more lines; blanks that line breaks left between Chinese letters go. */
    static final Scalar<String> WORDING = form("(?s)\\s*\\S.{0,4999}", "条文", "", it -> unbroken(it.group()));

    private Measures() {}

    /** A whole number of at most six digits with its unit. */
    private static Scalar<Integer> whole(String before, String unit, String example) {
        return form(before + "(\\d{1,6})" + unit, example, unit, it -> Integer.parseInt(it.group(1)));
    }

    /** A span of days whose last day is written, and belongs to it. */
    static DateSpan through(LocalDate from, LocalDate last) {
        return new DateSpan(from, last.plusDays(1));
    }

    private static LocalDate date(Matcher matcher, int group) {
        return LocalDate.of(number(matcher, group), number(matcher, group + 1), number(matcher, group + 2));
    }

    private static int monthDay(Matcher matcher) {
        int leapYear = 2000;
        LocalDate day = LocalDate.of(leapYear, number(matcher, 1), number(matcher, 2));
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String unbroken(String text) {
        return text.strip().replaceAll("(?<=[^\\x00-\\x7F])\\s+(?=[^\\x00-\\x7F])", "");
    }
}
