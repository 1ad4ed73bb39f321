package org.huzhu.contributions;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people write on a transfer to say which bill it is for: the number of the batch, a letter for the payer, and a
 * check digit (ISO/IEC 7064, MOD 11,10, letters as two digits each), such as {@code 2026-000123-B7}. A wrong sign, or
 * two that changed places, make another digit in nearly all cases.
 */
final class BillReference {

    /** Without I and O, which look like digits. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int BASE = 10;

    private BillReference() {}

    /**
     * The reference of a bill.
     *
     * @param number of the batch
     * @param index which bill of the batch it is, from 0
     */
    static String of(String number, int index) {
        String letters = index < LETTERS.length()
                ? LETTERS.substring(index, index + 1)
                : of(index / LETTERS.length() - 1) + of(index % LETTERS.length());
        return number + "-" + letters + checkDigit(compact(number) + letters);
    }

    private static String of(int index) {
        return LETTERS.substring(index, index + 1);
    }

    /** Letters and digits alone, in one form, as they are compared. */
    static String compact(String text) {
        StringBuilder signs = new StringBuilder();
        normal(text).chars().filter(BillReference::isSign).forEach(sign -> signs.append((char) sign));
        return signs.toString();
    }

    /** Wide signs as narrow ones, small letters as capitals. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }

    static boolean isSign(int sign) {
        return (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9');
    }

    static int checkDigit(String compact) {
        int carried = BASE;
        for (int i = 0; i < compact.length(); i++) {
            int value = Character.digit(compact.charAt(i), Character.MAX_RADIX);
            if (value >= BASE) {
                carried = next(carried, value / BASE);
            }
            carried = next(carried, value % BASE);
        }
        return (BASE + 1 - carried) % BASE;
    }

    private static int next(int carried, int digit) {
        int sum = (carried + digit) % BASE;
        return (sum == 0 ? BASE : sum) * 2 % (BASE + 1);
    }

    /** Open bills by their references, to be found in what people write. */
    static final class Index {

        private final Map<String, Bill> bills = new HashMap<>();
        private final NavigableSet<Integer> lengths = new TreeSet<>();

        Index(Collection<Bill> open) {
            for (Bill bill : open) {
                String compact = compact(bill.reference());
                bills.put(compact, bill);
                lengths.add(compact.length());
            }
        }

        /** The bills whose references stand in the text, with whatever between their signs; each once, in order. */
        List<Bill> in(String text) {
            String normal = normal(text);
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < normal.length(); i++) {
                if (isSign(normal.charAt(i))) {
                    places.add(i);
                }
            }
            Set<Bill> found = new LinkedHashSet<>();
            for (int from = 0; from < places.size(); from++) {
                for (int length : lengths) {
                    int to = from + length;
                    if (to <= places.size() && isWhole(normal, places, from, to)) {
                        Bill bill = bills.get(signs(normal, places, from, to));
                        if (bill != null) {
                            found.add(bill);
                        }
                    }
                }
            }
            return List.copyOf(found);
        }

        private static String signs(String text, List<Integer> places, int from, int to) {
            StringBuilder signs = new StringBuilder();
            places.subList(from, to).forEach(place -> signs.append(text.charAt(place)));
            return signs.toString();
        }

        /** A number is not cut out of a longer one: no digit touches a digit of it from outside. */
        private static boolean isWhole(String text, List<Integer> places, int from, int to) {
            int first = places.get(from);
            int last = places.get(to - 1);
            boolean isCutBefore = first > 0 && isDigit(text.charAt(first)) && isDigit(text.charAt(first - 1));
            boolean isCutAfter = last + 1 < text.length() && isDigit(text.charAt(last + 1));
            return !isCutBefore && !isCutAfter;
        }

        private static boolean isDigit(char sign) {
            return sign >= '0' && sign <= '9';
        }
    }
}
