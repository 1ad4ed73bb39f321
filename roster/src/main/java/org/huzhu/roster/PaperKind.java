package org.huzhu.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of papers that a person may have. Their names are those that the register stores. */
public enum PaperKind {
    RESIDENT("居民身份证", "", "18 位，或者 15 位的旧号码", "身份证 二代身份证 第二代居民身份证 港澳台居民居住证 居住证 外国人永久居留身份证 身份证件"),
    PASSPORT("护照", "[A-Z0-9]{5,15}", "5 到 15 位字母和数字", "中国护照 外国护照 外籍护照"),
    HOME_RETURN("港澳居民来往内地通行证", "[HM]\\d{8}(\\d{2})?", "H 或 M 开头，后面 8 位或 10 位数字", "港澳通行证 回乡证 港澳居民通行证 港澳证件"),
    TAIWAN("台湾居民来往大陆通行证", "\\d{8}|\\d{10}[A-Z]?", "8 位数字，或者 10 位数字加一个字母", "台胞证 台湾通行证 台湾居民通行证"),
    OFFICER("军官证", "\\p{IsHan}{0,4}\\d{6,8}号?", "最多 4 个汉字，后面 6 到 8 位数字", "军官 军人证");

    private final String title;
    private final Pattern form;
    private final String wanted;
    private final String synonyms;

    PaperKind(String title, String form, String wanted, String synonyms) {
        this.title = title;
        this.form = Pattern.compile(form);
        this.wanted = wanted;
        this.synonyms = synonyms;
    }

    public String title() {
        return title;
    }

    /** How its numbers look, for a sentence. */
    String wanted() {
        return wanted;
    }

    /** Whether a number, folded, has the form of this kind; always false for an identity number, which has a check. */
    boolean fits(String number) {
        return form.matcher(number).matches();
    }

    /** The kind that people call so. */
    static Optional<PaperKind> called(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.title.equals(text)
                        || List.of(kind.synonyms.split(" ", -1)).contains(text))
                .findFirst();
    }
}
