package org.huzhu.kernel;

/**
 * Amounts in Chinese capitals (大写金额), as they stand on receipts and cheques, so that no stroke turns one into another.
 *
 * <p>After 《支付结算办法》 of 1997, annex 1: 整 stands after 元 alone; where the text leaves a choice, no 零 is written.
 */
final class Capitals {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"仟", "佰", "拾", ""};
    private static final String[] SECTIONS = {"亿", "万", ""};
    private static final int SECTION = 10_000;
    private static final int BASE = 10;
    private static final int THOUSAND = 1_000;
    private static final int FEN_PER_YUAN = 100;
    private static final long YUAN_MAX = 999_999_999_999L;

    private Capitals() {}

    static String of(Money amount) {
        if (amount.isNegative()) {
            return "负" + of(Money.ZERO.minus(amount));
        }
        long yuan = amount.fen() / FEN_PER_YUAN;
        int fen = (int) (amount.fen() % FEN_PER_YUAN);
        Require.that(yuan <= YUAN_MAX, "No receipt is written for %s", amount);
        if (fen == 0) {
            return (yuan == 0 ? "零" : whole(yuan)) + "元整";
        }
        return (yuan == 0 ? "" : whole(yuan) + "元") + parts(fen, yuan > 0);
    }

    /** Jiao and fen; a fen without jiao stands after 零 where yuan stand before it. */
    private static String parts(int fen, boolean isAfterYuan) {
        int jiao = fen / BASE;
        int rest = fen % BASE;
        String first = jiao > 0 ? digit(jiao) + "角" : (isAfterYuan ? "零" : "");
        return first + (rest > 0 ? digit(rest) + "分" : "");
    }

    private static String whole(long yuan) {
        StringBuilder text = new StringBuilder();
        long left = yuan;
        long unit = (long) SECTION * SECTION;
        boolean hasGap = false;
        for (String name : SECTIONS) {
            int section = (int) (left / unit);
            left %= unit;
            unit /= SECTION;
            if (section == 0) {
                hasGap = true;
                continue;
            }
            if (!text.isEmpty() && (hasGap || section < THOUSAND)) {
                text.append('零');
            }
            text.append(section(section)).append(name);
            hasGap = false;
        }
        return text.toString();
    }

    /** A number below ten thousand, without a zero before it. */
    private static String section(int number) {
        StringBuilder text = new StringBuilder();
        int unit = THOUSAND;
        boolean hasGap = false;
        for (String place : PLACES) {
            int digit = number / unit % BASE;
            unit /= BASE;
            if (digit == 0) {
                hasGap = !text.isEmpty();
                continue;
            }
            if (hasGap) {
                text.append('零');
            }
            text.append(digit(digit)).append(place);
            hasGap = false;
        }
        return text.toString();
    }

    private static char digit(int digit) {
        return DIGITS.charAt(digit);
    }
}
