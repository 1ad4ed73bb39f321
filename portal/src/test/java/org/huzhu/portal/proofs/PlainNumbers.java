package org.huzhu.portal.proofs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds numbers that nobody should be able to read, in whatever way they were written. */
final class PlainNumbers {

    /** A whole phone; of longer numbers any part as long. Shorter ones are met by chance. */
    private static final int WHOLE = 11;

    /** In base64 the digits at both ends share their signs with what stands beside them. */
    private static final int WITHIN_BASE64 = 9;

    private static final Pattern PLAIN = Pattern.compile("[0-9]{11,}+");
    private static final Pattern WIDE = Pattern.compile("(?:[0-9]\0){11,}+");
    private static final Pattern HEX = Pattern.compile("(?:3[0-9]){11,}+");

    /** Each three digits are four such signs. */
    private static final Pattern BASE64 = Pattern.compile("(?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){3,}+");

    private final Set<String> pieces = new HashSet<>();

    PlainNumbers(Set<String> numbers) {
        for (String number : numbers) {
            String digits = number.replaceAll("\\D", "");
            pieces.addAll(pieces(digits, WHOLE));
            pieces.addAll(pieces(digits, WITHIN_BASE64));
        }
    }

    private static Set<String> pieces(String digits, int length) {
        return IntStream.rangeClosed(0, digits.length() - length)
                .mapToObj(at -> digits.substring(at, at + length))
                .collect(Collectors.toSet());
    }

    /** What of them stands in the bytes, as text of one or two bytes a sign, in hex or in base64. */
    Set<String> in(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        Set<String> found = new TreeSet<>();
        met(PLAIN, text).forEach(digits -> found.addAll(pieces(digits, WHOLE)));
        met(WIDE, text).forEach(digits -> found.addAll(pieces(digits.replace("\0", ""), WHOLE)));
        met(HEX, text).forEach(digits -> found.addAll(pieces(digits.replaceAll("3(.)", "$1"), WHOLE)));
        met(BASE64, text)
                .map(signs -> new String(Base64.getDecoder().decode(signs), ISO_8859_1))
                .forEach(digits -> found.addAll(pieces(digits, WITHIN_BASE64)));
        found.retainAll(pieces);
        return found;
    }

    private static Stream<String> met(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }
}
