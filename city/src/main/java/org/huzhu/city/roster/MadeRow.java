package org.huzhu.city.roster;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huzhu.city.Chance;
import org.huzhu.city.Chance.Purpose;
import org.huzhu.city.Townspeople;
import org.huzhu.city.Townspeople.Townsman;
import org.huzhu.kernel.Sex;

/** Makes the cells of one row: a person, the habits of whoever typed him in, and perhaps a flaw. */
final class MadeRow {

    static final List<String> HEADER =
            List.of("序号", "姓名", "证件类型", "身份证号", "性别", "出生日期", "联系电话", "工会会员卡号", "人员类别", "工种", "份数", "入职日期");

    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final List<Flaw> FLAWS = List.of(Flaw.values());
    private static final List<String> CATEGORIES = List.of("在职", "劳务派遣", "退休");
    private static final List<String> TRADES = List.of("内勤", "外勤", "驾驶员", "电工", "教师", "护士");
    private static final int JOINED_DAYS = 9_000;
    private static final int HABITS_IN_THOUSAND = 150;
    private static final int HABITS = 7;

    private final long seed;
    private final int first;
    private final int flawsInMillion;
    private final Townspeople people;

    /** Rows with the people of the city from the first on. */
    MadeRow(long seed, int first, int flawsInMillion, int year) {
        this.seed = seed;
        this.first = first;
        this.flawsInMillion = flawsInMillion;
        this.people = new Townspeople(seed, year);
    }

    /** What is wrong with the row of an index from 0; the first has nobody before it to be taken for. */
    Optional<Flaw> flaw(int index) {
        Chance chance = Chance.of(seed, index, Purpose.FLAWS);
        if (!chance.inMillion(flawsInMillion)) {
            return Optional.empty();
        }
        Flaw flaw = chance.oneOf(FLAWS);
        boolean isAlone =
                flaw == Flaw.ID_REPEATED && (index == 0 || flaw(index - 1).isPresent());
        return Optional.of(isAlone ? Flaw.ID_MISSING : flaw);
    }

    List<MadeCell> cells(int index) {
        Townsman person = people.person(first + index);
        Chance chance = Chance.of(seed, index, Purpose.WORK);
        Optional<Flaw> flaw = flaw(index);
        int habit = chance.inThousand(HABITS_IN_THOUSAND) ? chance.below(HABITS) : -1;
        boolean isMan = (person.id().sex() == Sex.MALE) != flaw.equals(Optional.of(Flaw.SEX));
        LocalDate birth = person.id().birthDate().plusDays(flaw.equals(Optional.of(Flaw.BIRTH)) ? 31 : 0);
        LocalDate joined = LocalDate.of(2026, 1, 1).minusDays(chance.below(JOINED_DAYS));
        String phone = "1380000" + four(index);
        return List.of(
                MadeCell.number(Integer.toString(index + 1)),
                name(person, flaw, habit),
                MadeCell.text("身份证"),
                paper(person, flaw, habit, index),
                MadeCell.text(isMan ? "男" : "女"),
                day(birth, habit),
                phone(phone, flaw, habit),
                card(person, flaw),
                MadeCell.text(chance.oneOf(CATEGORIES)),
                MadeCell.text(chance.oneOf(TRADES)),
                MadeCell.number("1"),
                flaw.equals(Optional.of(Flaw.IMPOSSIBLE_DAY)) ? MadeCell.text("2025-02-30") : day(joined, -1));
    }

    private static String four(int number) {
        String digits = "000" + number % 10_000;
        return digits.substring(digits.length() - 4);
    }

    private static MadeCell name(Townsman person, Optional<Flaw> flaw, int habit) {
        String name = person.name();
        return MadeCell.text(
                switch (flaw.orElse(Flaw.PHONE)) {
                    case NAME_MISSING -> "";
                    case NAME_OF_TWO -> name + "、王小明";
                    default -> habit == 0 ? name + "\u00A0" : habit == 1 ? name.replace('·', '•') : name;
                });
    }

    private MadeCell paper(Townsman person, Optional<Flaw> flaw, int habit, int index) {
        String number = person.id().text();
        String digits = number.substring(0, 15);
        return switch (flaw.orElse(Flaw.PHONE)) {
            case ID_AS_NUMBER -> MadeCell.number(digits + "000");
            case ID_SCIENTIFIC -> MadeCell.text(number.charAt(0) + "." + number.substring(1, 6) + "E+17");
            case ID_CHECK -> MadeCell.text(number.substring(0, 17) + (number.endsWith("1") ? "2" : "1"));
            case ID_SHORT -> MadeCell.text(number.substring(1));
            case ID_MISSING -> MadeCell.text("");
            case ID_REPEATED ->
                MadeCell.text(people.person(first + index - 1).id().text());
            default -> MadeCell.text(habit(number, habit));
        };
    }

    /** Ways of writing a number that can still be understood. */
    private static String habit(String number, int habit) {
        return switch (habit) {
            case 2 -> "'" + number;
            case 3 -> number.toLowerCase(Locale.ROOT) + " ";
            case 4 -> number.substring(0, 6) + " " + number.substring(6, 14) + "\u3000" + number.substring(14);
            case 5 -> wide(number);
            case 6 -> "\u200B" + number;
            default -> number;
        };
    }

    private static String wide(String number) {
        StringBuilder wide = new StringBuilder();
        number.chars().forEach(sign -> wide.append((char) (sign + 0xFEE0)));
        return wide.toString();
    }

    private static MadeCell day(LocalDate day, int habit) {
        return switch (habit) {
            case 1 -> MadeCell.text(day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
            case 2 -> MadeCell.text(day.getYear() + "." + day.getMonthValue() + "." + day.getDayOfMonth());
            case 3 -> MadeCell.text(day.toString().replace("-", ""));
            default -> new MadeCell(MadeCell.Kind.DAY, Long.toString(ChronoUnit.DAYS.between(ZERO, day)));
        };
    }

    private static MadeCell phone(String phone, Optional<Flaw> flaw, int habit) {
        if (flaw.equals(Optional.of(Flaw.PHONE))) {
            return MadeCell.text(phone.substring(1));
        }
        if (flaw.equals(Optional.of(Flaw.ERROR_CELL))) {
            return new MadeCell(MadeCell.Kind.ERROR, "#N/A");
        }
        return habit == 3 ? MadeCell.text(phone) : MadeCell.number(phone);
    }

    private static MadeCell card(Townsman person, Optional<Flaw> flaw) {
        String digits = person.card().digits();
        if (!flaw.equals(Optional.of(Flaw.CARD))) {
            return MadeCell.text(digits);
        }
        String body = digits.substring(0, digits.length() - 1);
        return MadeCell.text(body + (digits.endsWith("1") ? "2" : "1"));
    }
}
