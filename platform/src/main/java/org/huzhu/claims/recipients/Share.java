package org.huzhu.claims.recipients;

import java.math.BigDecimal;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Require;

/** What of a benefit is somebody's: a part of the whole, or a sum that the heirs agreed on. */
public sealed interface Share {

    /** As it is written: {@code 1/3}, {@code 50%}, {@code 20000元}. */
    String words();

    /**
     * Reads a share as people write it.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Share parse(String typed) {
        String text = typed.strip()
                .replace(" ", "")
                .replace(",", "")
                .replace('／', '/')
                .replace('％', '%')
                .replace("，", "");
        if (text.endsWith("元")) {
            return new Sum(Money.parseYuan(text.substring(0, text.length() - 1)));
        }
        if (text.endsWith("%")) {
            return Part.percent(text.substring(0, text.length() - 1));
        }
        int slash = text.indexOf('/');
        Require.that(slash > 0, "'%s' is no share, such as 1/3, 50%% or 20000元", typed);
        return new Part(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** So many parts of a whole. */
    record Part(int part, int whole) implements Share {

        static final int WHOLE_MAX = 10_000;
        private static final int PERCENT = 100;

        public Part {
            Require.that(
                    part > 0 && part <= whole && whole <= WHOLE_MAX,
                    "%d/%d is not a part of at most %d",
                    part,
                    whole,
                    WHOLE_MAX);
        }

        private static Part percent(String number) {
            try {
                int hundredths = new BigDecimal(number).movePointRight(2).intValueExact();
                return hundredths % PERCENT == 0
                        ? new Part(hundredths / PERCENT, PERCENT)
                        : new Part(hundredths, WHOLE_MAX);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("'%s' per cent is too fine".formatted(number), e);
            }
        }

        @Override
        public String words() {
            return part + "/" + whole;
        }
    }

    /** A sum; what a claim comes to is divided in the proportion of the sums. */
    record Sum(Money sum) implements Share {

        public Sum {
            Require.that(sum.isPositive(), "A share is above zero, not %s", sum);
        }

        @Override
        public String words() {
            return BigDecimal.valueOf(sum.fen(), 2).toPlainString() + "元";
        }
    }
}
