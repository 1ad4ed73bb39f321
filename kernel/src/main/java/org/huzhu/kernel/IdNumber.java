package org.huzhu.kernel;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The identity number of a person (公民身份号码), after GB 11643-1999.
 *
 * <p>Eighteen characters: six digits of a division, the birth date as yyyyMMdd, three digits of sequence (odd for men,
 * even for women) and a check character. The check follows from the rest, so that the first seventeen digits alone say
 * who is meant; they are what is kept. An old number of fifteen digits becomes its form of eighteen, and is equal to
 * it. Residence permits for Hong Kong, Macao and Taiwan (81, 82, 83) and for foreigners (9) follow the same form. The
 * division is not looked up: a code that was once given stays valid for life.
 *
 * <p>{@link #toString} shows the first three and the last four characters only; the whole number must be asked for with
 * {@link #text}. No refusal ever quotes it.
 *
 * @param key the first seventeen digits, read as one number; the identity of the person
 */
public record IdNumber(long key) {

    /** What {@link #keyOf} answers for a text that is no identity number. */
    public static final long NONE = -1;

    private static final int LENGTH = 18;
    private static final int LENGTH_OLD = 15;
    private static final int DIGITS = 17;
    private static final int DIGITS_HIGH = 9;
    private static final long LOW_END = 100_000_000L;
    private static final long KEY_END = 100_000_000_000_000_000L;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public IdNumber {
        Require.that(key >= 0 && key < KEY_END, "An identity number has seventeen digits before its check");
        Require.that(isDate(birthOf(key)), "An identity number holds a birth date that was never on a calendar");
    }

    /**
     * Reads a number of 18 characters (a lower-case x will do) or of 15 digits.
     *
     * @throws IllegalArgumentException if it is none; the message shows it masked, and says what is wrong
     */
    public static IdNumber parse(CharSequence text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        long key = keyOf(bytes, 0, bytes.length);
        Require.that(key != NONE, "'%s' is no identity number: %s", masked(text), wrongWith(bytes));
        return new IdNumber(key);
    }

    /** Reads a number as {@link #parse} does; empty if the text is none. */
    public static Optional<IdNumber> find(CharSequence text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        long key = keyOf(bytes, 0, bytes.length);
        return key == NONE ? Optional.empty() : Optional.of(new IdNumber(key));
    }

    /**
     * The key of the number that stands in the bytes from {@code from} to {@code to}, exclusive; makes no object.
     *
     * @return the key, or {@link #NONE} if the bytes are no identity number
     */
    public static long keyOf(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == LENGTH) {
            return keyOfWhole(bytes, from);
        }
        if (length != LENGTH_OLD) {
            return NONE;
        }
        long division = digits(bytes, from, from + 6, 0);
        long key = division == NONE ? NONE : digits(bytes, from + 6, to, division * 100 + 19);
        return key != NONE && isDate(birthOf(key)) ? key : NONE;
    }

    /** The text with all but its first three and last four characters hidden; a short text is hidden whole. */
    public static String masked(CharSequence text) {
        int length = text.length();
        if (length < 10) {
            return "*".repeat(length);
        }
        return text.subSequence(0, 3) + "*".repeat(length - 7) + text.subSequence(length - 4, length);
    }

    /** The whole number, eighteen characters, with X in upper case: only for those who may see it. */
    public String text() {
        String digits = Long.toString(key);
        return "0".repeat(DIGITS - digits.length()) + digits + checkOf(key);
    }

    public LocalDate birthDate() {
        int birth = birthOf(key);
        return LocalDate.of(birth / 10_000, birth / 100 % 100, birth % 100);
    }

    public Sex sex() {
        return key % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /**
     * The age in full years (周岁) on a day. Whoever was born on 29 February is a year older on 1 March of a common year.
     *
     * @throws IllegalArgumentException if the day lies before the birth date
     */
    public int ageOn(LocalDate day) {
        LocalDate birth = birthDate();
        Require.that(!day.isBefore(birth), "%s is not yet born on %s", this, day);
        return Math.toIntExact(ChronoUnit.YEARS.between(birth, day));
    }

    /** The number with its middle hidden, such as {@code 110***********002X}. */
    @Override
    public String toString() {
        return masked(text());
    }

    private static int upper(byte letter) {
        return letter == 'x' ? 'X' : letter;
    }

    private static long digits(byte[] bytes, int from, int to, long before) {
        long number = before;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Both halves and the sum in loops without a way out, which the compiler unrolls: millions are read at a time. */
    private static long keyOfWhole(byte[] bytes, int from) {
        int high = 0;
        int low = 0;
        int sum = 0;
        int wrong = 0;
        for (int i = 0; i < DIGITS_HIGH; i++) {
            int digit = bytes[from + i] - '0';
            wrong |= digit | (9 - digit);
            high = high * 10 + digit;
            sum += WEIGHTS[i] * digit;
        }
        for (int i = DIGITS_HIGH; i < DIGITS; i++) {
            int digit = bytes[from + i] - '0';
            wrong |= digit | (9 - digit);
            low = low * 10 + digit;
            sum += WEIGHTS[i] * digit;
        }
        if (wrong < 0 || upper(bytes[from + DIGITS]) != CHECKS.charAt(sum % 11)) {
            return NONE;
        }
        long key = high * LOW_END + low;
        return isDate(birthOf(key)) ? key : NONE;
    }

    private static int birthOf(long key) {
        return (int) (key / 1_000 % 100_000_000);
    }

    private static boolean isDate(int birth) {
        int year = birth / 10_000;
        int month = birth / 100 % 100;
        int day = birth % 100;
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        return day <= 28 || day <= daysIn(year, month);
    }

    private static int daysIn(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static char checkOf(long key) {
        int sum = 0;
        long rest = key;
        for (int i = DIGITS - 1; i >= 0; i--) {
            sum += WEIGHTS[i] * (int) (rest % 10);
            rest /= 10;
        }
        return CHECKS.charAt(sum % 11);
    }

    private static String wrongWith(byte[] bytes) {
        if (bytes.length != LENGTH && bytes.length != LENGTH_OLD) {
            return "it has neither 18 nor 15 characters";
        }
        boolean isOld = bytes.length == LENGTH_OLD;
        long key = isOld ? digits(bytes, 0, 6, 0) : digits(bytes, 0, DIGITS, 0);
        if (isOld && key != NONE) {
            key = digits(bytes, 6, LENGTH_OLD, key * 100 + 19);
        }
        if (key == NONE) {
            return "a digit is missing where one belongs";
        }
        return isDate(birthOf(key)) ? "its check character does not fit" : "its birth date was never on a calendar";
    }
}
