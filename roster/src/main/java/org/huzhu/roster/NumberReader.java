package org.huzhu.roster;

import java.util.regex.Pattern;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Phone;

/** Reads the numbers of phones and cards. */
final class NumberReader {

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?E\\+?\\d{1,3}");
    private static final Pattern CARD = Pattern.compile("\\d{13,19}");
    private static final int PHONE_DIGITS = 11;

    private NumberReader() {}

    /** Whether a spreadsheet kept the number as a number, and with it 15 digits at most: all longer ones come so. */
    static boolean hasLostDigits(String folded) {
        return SCIENTIFIC.matcher(folded).matches();
    }

    static void lostDigits(Draft draft, Column column) {
        draft.trouble(
                column, TroubleKind.LOST_DIGITS, "这个号码被当作数字保存，Excel 只留 15 位，后面的位数已经丢失", "请把这一列的格式设为“文本”，再重新填写完整的号码");
    }

    static void readPhone(Draft draft) {
        String number = Fold.number(draft.cell(Column.PHONE).text());
        if (number.length() != PHONE_DIGITS) {
            number = number.replaceAll("[-—－()（）]", "").replaceFirst("\\.0$", "");
        }
        if (hasLostDigits(number)) {
            lostDigits(draft, Column.PHONE);
            return;
        }
        try {
            draft.put(Column.PHONE, Phone.parse(number).digits());
        } catch (IllegalArgumentException e) {
            long digits = number.chars().filter(Character::isDigit).count();
            String wrong = digits >= 2 * PHONE_DIGITS
                    ? "一格里像是有两个号码"
                    : digits != PHONE_DIGITS || number.length() != PHONE_DIGITS
                            ? "手机号码应该是 11 位数字，这里有 " + digits + " 位数字；座机不行"
                            : "手机号码应该以 13 至 19 开头";
            draft.trouble(Column.PHONE, TroubleKind.PHONE_WRONG, wrong, "请填写本人的 11 位手机号码，只填一个");
        }
    }

    static void readCard(Draft draft) {
        String number = Fold.number(draft.cell(Column.CARD).text());
        number = number.indexOf('-') < 0 ? number : number.replace("-", "");
        if (hasLostDigits(number)) {
            lostDigits(draft, Column.CARD);
        } else if (!CARD.matcher(number).matches()) {
            draft.trouble(
                    Column.CARD,
                    TroubleKind.CARD_WRONG,
                    "卡号应该是 13 至 19 位数字，这里有 " + number.length() + " 位",
                    "请对照卡面填写，只填数字");
        } else {
            try {
                draft.put(Column.CARD, new CardNumber(number).digits());
            } catch (IllegalArgumentException e) {
                draft.trouble(Column.CARD, TroubleKind.CARD_WRONG, "卡号的校验位不对，至少有一位填错了", "请对照卡面逐位核对");
            }
        }
    }
}
