package org.huzhu.receipts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What stands before a value on a receipt, in Chinese or as the name of an element; the first is how it is written. */
enum Label {
    CODE("票据代码", "EInvoiceCode", "电子票据代码"),
    NUMBER("票据号码", "EInvoiceNumber", "电子票据号码"),
    CHECK("校验码", "RandomNumber", "CheckCode"),
    KIND("票据种类", "票据名称", "EInvoiceName", "EInvoiceTypeName"),
    ISSUED("开票日期", "IssueDate"),
    PAYER("交款人", "交款人名称", "患者姓名", "姓名", "PayerPartyName"),
    INSTITUTION("收款单位", "收款单位名称", "医疗机构名称", "InvoicingPartyName"),
    ADMITTED("入院日期", "入院时间", "住院开始日期", "AdmissionDate", "InHospitalDate"),
    DISCHARGED("出院日期", "出院时间", "住院结束日期", "DischargeDate", "OutHospitalDate"),
    STAY("住院时间", "住院日期", "住院起止日期", "HospitalStay"),
    REMARK("备注", "Remark", "红字", "红冲", "IsRed"),
    TOTAL(Part.TOTAL, "金额合计", "合计金额", "TotalAmount"),
    POOL(Part.POOL, "医保统筹基金支付", "医保基金支付", "统筹基金支付", "FundPayAmount", "fundPayAmt"),
    OTHER(Part.OTHER, "其他支付", "其它支付", "OtherPayAmount", "otherPayAmt"),
    ACCOUNT(Part.ACCOUNT, "个人账户支付", "个人帐户支付", "AccountPayAmount", "accountPayAmt"),
    CASH(Part.CASH, "个人现金支付", "现金支付", "OwnPayAmount", "ownPayAmt", "CashPayAmount"),
    SELF_PAID(Part.SELF_PAID, "个人自付", "SelfPaymentAmount", "selfPayAmt"),
    OWN_COST(Part.OWN_COST, "个人自费", "SelfPaymentCost", "ownCostAmt"),
    SELF_PAY_ONE(Part.SELF_PAY_ONE, "自付一", "个人自付一", "SelfPayOne"),
    SELF_PAY_TWO(Part.SELF_PAY_TWO, "自付二", "个人自付二", "SelfPayTwo"),
    LARGE_SUM(Part.LARGE_SUM, "年度门诊大额支付", "门诊大额支付", "大额支付", "LargeSumPay");

    private static final Pattern DAY = Pattern.compile("(\\d{4})\\s*[-/.年]?\\s*(\\d{1,2})\\s*[-/.月]?\\s*(\\d{1,2})日?");
    private static final Pattern SUM = Pattern.compile("[-－−]?\\s*[¥￥]?\\s*-?\\d[\\d,，]*(\\.\\d{1,2})?0*(?!\\d)");
    private static final Pattern RED = Pattern.compile("红字|红冲|冲红|^(?i:true|1|是)$");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final String RED_WORD = "红字";

    private static final Map<String, Label> BY_WORD = Stream.of(values())
            .flatMap(label -> label.words().stream().map(word -> Map.entry(key(word), label)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** A word of ours, perhaps with gaps, perhaps with something in brackets, and a colon. */
    private static final Pattern BEFORE_VALUE = Pattern.compile("(?<![\\p{IsHan}A-Za-z])("
            + Stream.of(values())
                    .flatMap(label -> label.words().stream())
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(word -> word.codePoints()
                            .mapToObj(Character::toString)
                            .map(Pattern::quote)
                            .collect(Collectors.joining("[ \\u3000]?")))
                    .collect(Collectors.joining("|"))
            + ")\\s*([（(][^）)\\n]{1,8}[）)])?\\s*[:：]");

    /** Where the value of a word ends and another word begins that is not of ours. */
    private static final Pattern NEXT = Pattern.compile("[ \\t\\u3000]+[^\\s:：]{1,12}[:：]|[ \\t\\u3000]{2,}|\\R");

    private final @Nullable Part part;
    private final String words;

    Label(String... words) {
        this(null, words);
    }

    Label(@Nullable Part part, String... words) {
        this.part = part;
        this.words = String.join("|", words);
    }

    private Optional<Part> part() {
        return Optional.ofNullable(part);
    }

    /** The first is how it is written. */
    private List<String> words() {
        return List.of(words.split("\\|", -1));
    }

    private static String key(String word) {
        return word.replaceAll("[\\s\\u3000]|[（(].*[）)]", "").toLowerCase(Locale.ROOT);
    }

    /** The label that is called so; empty where none is. */
    static Optional<Label> of(String word) {
        return Optional.ofNullable(BY_WORD.get(key(word)));
    }

    /** What stands behind each label of the lines, the first of each. */
    static Map<Label, String> in(String text) {
        Map<Label, String> found = new EnumMap<>(Label.class);
        Matcher each = BEFORE_VALUE.matcher(text);
        while (each.find()) {
            int end = text.length();
            Matcher next = BEFORE_VALUE.matcher(text);
            if (next.find(each.end())) {
                end = next.start();
            }
            String value = text.substring(each.end(), end).stripLeading();
            Matcher stop = NEXT.matcher(value);
            String whole = (stop.find() ? value.substring(0, stop.start()) : value).strip();
            if (!whole.isEmpty()) {
                found.putIfAbsent(BY_WORD.get(key(each.group(1))), whole);
            }
        }
        return found;
    }

    /** The receipt that values behind labels make; empty without a code and a number, which every receipt has. */
    static Optional<MedicalReceipt> receipt(Map<Label, String> values) {
        Optional<String> code = digits(values.get(CODE));
        Optional<String> number = digits(values.get(NUMBER));
        if (code.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        Map<Part, Money> amounts = new EnumMap<>(Part.class);
        values.forEach((label, value) ->
                label.part().ifPresent(part -> sum(value).ifPresent(amount -> amounts.put(part, amount))));
        Money total = amounts.getOrDefault(Part.TOTAL, Money.ZERO);
        boolean red = total.fen() < 0
                || RED.matcher(values.getOrDefault(REMARK, "")).find()
                || values.getOrDefault(KIND, "").contains(RED_WORD);
        List<LocalDate> stay = days(values.get(STAY));
        return Optional.of(new MedicalReceipt(
                code.get(),
                number.get(),
                text(values.get(CHECK)),
                care(values, code.get()),
                text(values.get(INSTITUTION)),
                days(values.get(ISSUED)).stream().findFirst(),
                days(values.get(ADMITTED)).stream()
                        .findFirst()
                        .or(() -> stay.stream().findFirst()),
                days(values.get(DISCHARGED)).stream()
                        .findFirst()
                        .or(() -> stay.stream().skip(1).findFirst()),
                text(values.get(PAYER)),
                amounts,
                red));
    }

    private static Care care(Map<Label, String> values, String code) {
        String kind = values.getOrDefault(KIND, "");
        boolean says = kind.contains(Care.INPATIENT.word()) || kind.contains(Care.OUTPATIENT.word());
        boolean stays = says ? kind.contains(Care.INPATIENT.word()) : code.startsWith("0602", 2);
        return stays ? Care.INPATIENT : Care.OUTPATIENT;
    }

    private static Optional<String> digits(@Nullable String value) {
        return text(value)
                .map(all -> all.replaceAll("\\s", ""))
                .map(DIGITS::matcher)
                .filter(Matcher::lookingAt)
                .map(Matcher::group);
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(all -> !all.isEmpty());
    }

    private static Optional<Money> sum(String value) {
        Matcher sum = SUM.matcher(value);
        if (!sum.lookingAt()) {
            return Optional.empty();
        }
        String plain = sum.group().replaceAll("[\\s¥￥,，]", "").replaceAll("[－−]", "-");
        try {
            return Optional.of(Money.parseYuan(plain));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static List<LocalDate> days(@Nullable String value) {
        return DAY.matcher(value == null ? "" : value)
                .results()
                .flatMap(day -> {
                    try {
                        return Stream.of(LocalDate.of(
                                Integer.parseInt(day.group(1)),
                                Integer.parseInt(day.group(2)),
                                Integer.parseInt(day.group(3))));
                    } catch (DateTimeException _) {
                        return Stream.empty();
                    }
                })
                .toList();
    }

    /** The receipt as lines, each with its label. */
    static String text(MedicalReceipt receipt) {
        Map<Label, String> values = new LinkedHashMap<>();
        values.put(CODE, receipt.code());
        values.put(NUMBER, receipt.number());
        values.put(KIND, receipt.care().word());
        receipt.checkCode().ifPresent(check -> values.put(CHECK, check));
        receipt.institution().ifPresent(name -> values.put(INSTITUTION, name));
        receipt.payerName().ifPresent(name -> values.put(PAYER, name));
        receipt.issuedOn().ifPresent(day -> values.put(ISSUED, day.toString()));
        receipt.admittedOn().ifPresent(day -> values.put(ADMITTED, day.toString()));
        receipt.dischargedOn().ifPresent(day -> values.put(DISCHARGED, day.toString()));
        Function<Label, Optional<Money>> amount = label -> label.part().flatMap(receipt::amount);
        for (Label label : values()) {
            amount.apply(label)
                    .ifPresent(sum -> values.put(
                            label, java.math.BigDecimal.valueOf(sum.fen(), 2).toPlainString()));
        }
        if (receipt.cancelled()) {
            values.put(REMARK, RED_WORD);
        }
        return values.entrySet().stream()
                .map(each -> each.getKey().words().getFirst() + "：" + each.getValue())
                .collect(Collectors.joining("\n"));
    }
}
