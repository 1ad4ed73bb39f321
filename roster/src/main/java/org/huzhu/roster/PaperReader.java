package org.huzhu.roster;

import java.util.Optional;
import java.util.regex.Pattern;
import org.huzhu.kernel.IdNumber;

/** Reads papers and their kinds, and remembers in which row each was seen. */
final class PaperReader {

    private static final Pattern DIGITS_AND_CHECK = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern OLD = Pattern.compile("\\d{15}");
    private static final Pattern TWO = Pattern.compile("\\D*\\d{17}[\\dX]\\D*\\d{17}[\\dX]\\D*");
    private static final int LENGTH = 18;
    private static final int LENGTH_OLD = 15;

    private final SeenNumbers seen = new SeenNumbers();

    /** The identity number, if it is one and nothing is wrong with it. */
    Optional<IdNumber> read(Draft draft, int row) {
        String number = Fold.number(draft.cell(Column.PAPER).text());
        Optional<PaperKind> kind = kind(draft);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (NumberReader.hasLostDigits(number)) {
            NumberReader.lostDigits(draft, Column.PAPER);
        } else if (kind.get() != PaperKind.RESIDENT) {
            readOther(draft, kind.get(), number, row);
        } else {
            Optional<IdNumber> id = IdNumber.find(number);
            if (id.isEmpty()) {
                explain(draft, number);
            } else if (isNew(draft, id.get().key(), row)) {
                draft.put(Column.PAPER, id.get().text());
                draft.put(Column.PAPER_KIND, PaperKind.RESIDENT.name());
            }
            return id;
        }
        return Optional.empty();
    }

    private static Optional<PaperKind> kind(Draft draft) {
        String words = Fold.number(draft.cell(Column.PAPER_KIND).text());
        Optional<PaperKind> kind = words.isEmpty() ? Optional.of(PaperKind.RESIDENT) : PaperKind.called(words);
        if (kind.isEmpty()) {
            draft.trouble(
                    Column.PAPER_KIND,
                    TroubleKind.PAPER_KIND_UNKNOWN,
                    "证件类型认不出来",
                    "请填：居民身份证、护照、港澳居民来往内地通行证、台湾居民来往大陆通行证、军官证");
        }
        return kind;
    }

    private void readOther(Draft draft, PaperKind kind, String number, int row) {
        if (!kind.fits(number)) {
            String wrong = kind.title() + "的号码应该是：" + kind.wanted();
            draft.trouble(Column.PAPER, TroubleKind.PAPER_FORM, wrong, "请对照证件填写号码，或者改证件类型");
        } else if (isNew(draft, SeenNumbers.keyOf(kind.name() + number), row)) {
            draft.put(Column.PAPER, number);
            draft.put(Column.PAPER_KIND, kind.name());
        }
    }

    private boolean isNew(Draft draft, long key, int row) {
        int before = seen.put(key, row);
        if (before == 0) {
            return true;
        }
        draft.trouble(
                Column.PAPER,
                TroubleKind.REPEATED,
                "第 " + row + " 行与第 " + before + " 行是同一个证件号码",
                "请核对这两行，是同一个人的删去一行，不是的改正号码");
        return false;
    }

    private static void explain(Draft draft, String number) {
        if (TWO.matcher(number).matches()) {
            trouble(draft, TroubleKind.TWO_PERSONS, "一格里像是有两个号码", "请一人一行");
        } else if (DIGITS_AND_CHECK.matcher(number).matches()) {
            explainWhole(draft, number);
        } else if (OLD.matcher(number).matches()) {
            trouble(draft, TroubleKind.ID_BIRTH, "号码里的出生日期不存在", "请对照身份证，填写 18 位号码");
        } else if (looksLikeOther(number)) {
            draft.trouble(Column.PAPER, TroubleKind.PAPER_KIND_MISSING, "这不是身份证号码，像是别的证件", "请增加“证件类型”一列并填写，或者改正号码");
        } else if (number.length() != LENGTH && number.length() != LENGTH_OLD) {
            String wrong = "身份证号码应该是 18 位，这里有 " + number.length() + " 位";
            trouble(draft, TroubleKind.ID_LENGTH, wrong, "请对照身份证补全号码");
        } else {
            trouble(draft, TroubleKind.ID_SIGN, "号码里第 " + firstWrong(number) + " 位不是数字", "请对照身份证改正；只有最后一位可以是 X");
        }
    }

    /** Eighteen signs of which the last does not fit the others, or a day that never was. */
    private static void explainWhole(Draft draft, String number) {
        if (number.endsWith("000")) {
            NumberReader.lostDigits(draft, Column.PAPER);
            return;
        }
        Optional<Character> check = checkOf(number);
        if (check.isEmpty()) {
            trouble(draft, TroubleKind.ID_BIRTH, "号码第 7 至 14 位的出生日期不存在", "请对照身份证改正号码");
        } else {
            trouble(
                    draft,
                    TroubleKind.ID_CHECK,
                    "校验码不对：按前 17 位算，最后一位应该是 " + check.get() + "，这里是 " + number.charAt(LENGTH - 1),
                    "请对照身份证逐位核对，至少有一位填错了");
        }
    }

    private static Optional<Character> checkOf(String number) {
        for (char check : "0123456789X".toCharArray()) {
            if (IdNumber.find(number.substring(0, LENGTH - 1) + check).isPresent()) {
                return Optional.of(check);
            }
        }
        return Optional.empty();
    }

    private static boolean looksLikeOther(String number) {
        boolean hasLetter = number.chars().anyMatch(sign -> sign >= 'A' && sign <= 'Z');
        return hasLetter && (PaperKind.HOME_RETURN.fits(number) || PaperKind.PASSPORT.fits(number));
    }

    private static int firstWrong(String number) {
        int at = 0;
        while (at < number.length() - 1 && Character.isDigit(number.charAt(at))) {
            at++;
        }
        return at + 1;
    }

    private static void trouble(Draft draft, TroubleKind kind, String wrong, String remedy) {
        draft.trouble(Column.PAPER, kind, wrong, remedy);
    }
}
