package org.huzhu.roster;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a roster says of a person. Names are stored with remembered mappings: never rename one. */
public enum Column {
    NAME("姓名", "名字 员工姓名 职工姓名 会员姓名 人员姓名 参保人姓名 参保人员姓名 被保障人姓名 被保险人姓名 员工名称 中文姓名 真实姓名 name fullname"),
    PAPER_KIND("证件类型", "证件种类 证件类别 证照类型 身份证件类型 证件名称 idtype"),
    PAPER(
            "证件号码",
            "身份证号 身份证号码 身份证 证件号 公民身份号码 公民身份证号码 居民身份证 居民身份证号 居民身份证号码 身份证件号 身份证件号码 身份号码"
                    + " 有效证件号码 证照号码 证件编号 员工身份证号 idcard idnumber idno"),
    SEX("性别", "男女 男或女 sex gender"),
    BIRTH("出生日期", "生日 出生年月 出生年月日 出生时间 出生 birthday birthdate dateofbirth"),
    PHONE("手机号码", "手机 手机号 电话 电话号码 联系电话 联系方式 移动电话 联系手机 本人手机 本人手机号 本人电话 mobile phone tel"),
    CARD("会员卡号", "银行卡 银行卡号 工会会员卡号 工会卡号 互助卡号 互助服务卡 互助服务卡号 职工互助服务卡 服务卡号 卡号 银行账号 工资卡号 会员卡"),
    CATEGORY("类别", "人员类别 职工类别 人员类型 员工类别 会员类别 用工形式 用工性质 在职状态"),
    OCCUPATION("职业类别", "工种 职业 岗位 职业工种 工作岗位 岗位名称"),
    SHARES("份数", "参保份数 投保份数 认购份数 购买份数"),
    PLAN("计划", "保障计划 参保计划 互助计划 保障项目 险种 计划名称 参加计划 活动名称"),
    JOINED("入职日期", "入职时间 参加工作时间 参加工作日期 入会日期 入会时间 进厂日期 到岗日期 入司时间 入司日期"),
    PARENT("家长证件号码", "家长身份证号 家长身份证号码 父母身份证号 父母身份证号码 父母证件号码 会员证件号码 会员身份证号 会员身份证号码 监护人身份证号 监护人证件号码"),
    CHANGE("增减", "变动 变动类型 人员变动 增减员 异动 异动类型 增减类型 变动原因 增减原因"),
    NOTE("备注", "附注 remark note");

    private static final Pattern BRACKETED = Pattern.compile("[(\\[【<〔][^)\\]】>〕]*[)\\]】>〕]");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** A longer text names no column, and would take time to look at. */
    private static final int SIGNS_MAX = 100;

    private static final Map<String, Column> BY_WORD = byWord();

    private final String title;
    private final String synonyms;

    Column(String title, String synonyms) {
        this.title = title;
        this.synonyms = synonyms;
    }

    private static Map<String, Column> byWord() {
        Map<String, Column> words = new HashMap<>();
        for (Column column : values()) {
            words.put(column.title, column);
            for (String synonym : column.synonyms.split(" ", -1)) {
                words.put(synonym, column);
            }
        }
        return Map.copyOf(words);
    }

    /** What our own template calls it. */
    public String title() {
        return title;
    }

    /** The column that a unit calls so; blanks, marks and what stands in brackets are passed over. */
    public static Optional<Column> called(String header) {
        if (header.length() > SIGNS_MAX) {
            return Optional.empty();
        }
        Column found = BY_WORD.get(word(header));
        return Optional.ofNullable(found == null ? BY_WORD.get(letters(header)) : found);
    }

    /** A header as it is compared: letters and digits only, without what stands in brackets. */
    static String word(String header) {
        if (header.length() > SIGNS_MAX) {
            return "";
        }
        return letters(BRACKETED
                .matcher(Normalizer.normalize(header, Normalizer.Form.NFKC))
                .replaceAll(""));
    }

    private static String letters(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_A_WORD.matcher(plain).replaceAll("");
    }

    /** Whether it holds numbers that are shown masked. */
    boolean isSecret() {
        return this == PAPER || this == PARENT || this == PHONE || this == CARD;
    }
}
