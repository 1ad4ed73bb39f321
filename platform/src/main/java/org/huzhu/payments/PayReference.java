package org.huzhu.payments;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a bank knows an attempt: the id of the payable without hyphens, then the number of the attempt. ISO 20022 has
 * 35 places for it, which is why {@code PAY:} and hyphens stay away.
 */
record PayReference(UUID payable, int attempt) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})([0-9a-f]{16})([1-9][0-9]{0,2})");
    private static final int HEX = 16;

    String text() {
        return "%016x%016x%d".formatted(payable.getMostSignificantBits(), payable.getLeastSignificantBits(), attempt);
    }

    /** Empty where it is none of ours. */
    static Optional<PayReference> of(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        UUID payable = new UUID(Long.parseUnsignedLong(form.group(1), HEX), Long.parseUnsignedLong(form.group(2), HEX));
        return Optional.of(new PayReference(payable, Integer.parseInt(form.group(3))));
    }
}
