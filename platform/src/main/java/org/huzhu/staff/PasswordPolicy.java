package org.huzhu.staff;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.huzhu.staff.StaffRefused.Reason;

/**
 * What a password must be.
 *
 * @param lengthMin in signs
 * @param kindsMin how many of lower case, upper case, digits and others
 * @param life how long it serves; empty for as long as it is not known to others
 */
record PasswordPolicy(int lengthMin, int kindsMin, Optional<Duration> life) {

    private static final String NAME = "HUZHU_PASSWORD_POLICY";
    /** So many passwords before the present one are not set again. */
    static final int FORMER_KEPT = 5;

    private static final int LENGTH_MAX = 200;
    private static final int KNOWN_MIN = 5;
    private static final Set<String> KNOWN = known();

    /** What a graded protection assessment (等保三级) asks for. */
    static final PasswordPolicy DENGBAO3 = new PasswordPolicy(10, 3, Optional.of(Duration.ofDays(90)));

    /**
     * What OWASP ASVS 5.0 asks for (6.2.1, 6.2.4, 6.2.5, 6.2.10): length and a list, no composition, no change by date.
     */
    static final PasswordPolicy ASVS = new PasswordPolicy(8, 1, Optional.empty());

    /** The one that {@code HUZHU_PASSWORD_POLICY} names. */
    static PasswordPolicy named(String name) {
        return switch (name) {
            case "dengbao3" -> DENGBAO3;
            case "asvs" -> ASVS;
            default -> throw new IllegalStateException("%s is '%s'; it must be dengbao3 or asvs".formatted(NAME, name));
        };
    }

    /** Why the password will not do; empty where it will. */
    Optional<Reason> refusal(String password, Account account) {
        int length = password.codePointCount(0, password.length());
        if (length < lengthMin) {
            return Optional.of(Reason.PASSWORD_SHORT);
        }
        if (length > LENGTH_MAX) {
            return Optional.of(Reason.PASSWORD_LONG);
        }
        if (kinds(password) < kindsMin) {
            return Optional.of(Reason.PASSWORD_PLAIN);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        boolean isOwn =
                lower.contains(account.login()) || lower.contains(account.name().toLowerCase(Locale.ROOT));
        return isOwn || isKnown(lower) ? Optional.of(Reason.PASSWORD_KNOWN) : Optional.empty();
    }

    private static long kinds(String password) {
        IntPredicate other =
                sign -> !Character.isLowerCase(sign) && !Character.isUpperCase(sign) && !Character.isDigit(sign);
        return Stream.<IntPredicate>of(Character::isLowerCase, Character::isUpperCase, Character::isDigit, other)
                .filter(kind -> password.codePoints().anyMatch(kind))
                .count();
    }

    /** Known as it is, or known once the digits and signs are cut off that people put before and after. */
    private static boolean isKnown(String lower) {
        String core = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return KNOWN.contains(lower) || (core.length() >= KNOWN_MIN && KNOWN.contains(core)) || isOfFewSigns(lower);
    }

    private static boolean isOfFewSigns(String text) {
        return text.chars().distinct().count() <= 2;
    }

    private static Set<String> known() {
        try {
            return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
