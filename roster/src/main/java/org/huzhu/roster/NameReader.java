package org.huzhu.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.huzhu.kernel.PersonName;

/** Reads names as people write them. */
final class NameReader {

    private static final Pattern SEVERAL = Pattern.compile("[、，,;；/\\n\\r|&]");
    private static final int OF_TWO_SIGNS = 2;
    private static final int ONE_PERSON_MAX = 4;

    private static final Set<String> LONG_SURNAMES = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒", "夏侯", "端木", "独孤", "南宫", "司空",
            "闻人", "轩辕", "百里", "呼延", "万俟", "钟离", "澹台", "公冶", "太史", "申屠", "濮阳", "单于");

    private NameReader() {}

    static void read(Draft draft) {
        String raw = draft.cell(Column.NAME).text();
        if (Fold.isChinese(raw)) {
            readSigns(draft, raw);
            return;
        }
        String name = joined(Fold.words(raw));
        if (isSeveral(raw.strip(), name)) {
            draft.trouble(Column.NAME, TroubleKind.TWO_PERSONS, "一格里像是有两个人的姓名", "请一人一行");
        } else if (name.codePoints().anyMatch(NameReader::isLost)) {
            draft.trouble(
                    Column.NAME,
                    TroubleKind.NAME_LOST_SIGN,
                    "姓名里有一个字丢失了，或者用了自造字",
                    "请用 Excel 工作簿（.xlsx）保存，并用输入法里的生僻字重新填写，例如“𠮷”");
        } else {
            readSigns(draft, name);
        }
    }

    private static void readSigns(Draft draft, String name) {
        try {
            draft.put(Column.NAME, new PersonName(name).text());
        } catch (IllegalArgumentException e) {
            draft.trouble(Column.NAME, TroubleKind.NAME_SIGN, "姓名里有不属于姓名的字符，或者超过 100 个字", "请只写文字和间隔号“·”，不要写工号、括号和说明");
        }
    }

    /** A question mark is what a rare character leaves where a program did not know it. */
    private static boolean isLost(int sign) {
        int type = Character.getType(sign);
        return sign == '?'
                || sign == '？'
                || sign == 0xFFFD
                || sign == '□'
                || sign == '〓'
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE;
    }

    /** 张 三 is one name, drawn out so that it is as wide as one of three characters. */
    private static String joined(String name) {
        List<String> parts = Arrays.asList(name.split(" ", -1));
        if (parts.size() == 1 || !isChinese(name.replace(" ", ""))) {
            return name;
        }
        int signs = name.codePointCount(0, name.length()) - parts.size() + 1;
        boolean isOne = signs <= ONE_PERSON_MAX
                && (LONG_SURNAMES.contains(parts.getFirst())
                        || parts.stream().anyMatch(part -> part.codePointCount(0, part.length()) == 1));
        return isOne ? String.join("", parts) : name;
    }

    private static boolean isSeveral(String raw, String name) {
        String[] parts = SEVERAL.split(raw, -1);
        long names = Arrays.stream(parts)
                .map(part -> PersonName.normal(Fold.words(part)))
                .filter(part -> part.length() >= OF_TWO_SIGNS
                        && part.codePoints().allMatch(sign -> Character.isLetter(sign) || sign == '·'))
                .count();
        return names >= OF_TWO_SIGNS || (name.indexOf(' ') > 0 && isChinese(name.replace(" ", "")));
    }

    private static boolean isChinese(String text) {
        return !text.isEmpty() && text.codePoints().allMatch(Character::isIdeographic);
    }
}
