package org.huzhu.city;

import java.time.LocalDate;
import java.util.List;

/**
 * The number on a paper of identity: resident cards of 18 characters, and the residence permits of people from Hong
 * Kong, Macao, Taiwan and abroad, which are built alike (GB 11643-1999).
 *
 * @param area the first six characters
 * @param birth the day of birth, the next eight
 * @param sequence the next three; odd for a man, even for a woman
 */
record Identity(String area, LocalDate birth, int sequence) {

    private static final List<Integer> WEIGHTS = List.of(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    private static final String CHECKS = "10X98765432";

    /** All 18 characters. */
    String number() {
        int year = birth.getYear();
        return withCheck(area + year + two(birth.getMonthValue()) + two(birth.getDayOfMonth()) + three(sequence));
    }

    /** The number as it was before 1999: without the century and without the check. */
    String oldNumber() {
        String number = number();
        return number.substring(0, 6) + number.substring(8, 17);
    }

    /** Whether the person was born in the century that the old number takes for granted. */
    boolean hasOldNumber() {
        return birth.getYear() < 2000;
    }

    /** Adds the check character to the first 17. */
    static String withCheck(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += WEIGHTS.get(i) * (body.charAt(i) - '0');
        }
        return body + CHECKS.charAt(sum % 11);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String three(int number) {
        return number < 100 ? "0" + two(number) : Integer.toString(number);
    }
}
