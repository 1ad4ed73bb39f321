package org.huzhu.receipts;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huzhu.kernel.Money;

/**
 * What a medical receipt (医疗收费票据) says, as far as it could be read.
 *
 * @param code 票据代码
 * @param number 票据号码
 * @param checkCode 校验码
 * @param institution who issued it, as it calls itself
 * @param payerName 交款人: the patient
 * @param amounts those that stand on it
 * @param cancelled whether it is a red-letter receipt (红字), which takes another back
 */
public record MedicalReceipt(
        String code,
        String number,
        Optional<String> checkCode,
        Care care,
        Optional<String> institution,
        Optional<LocalDate> issuedOn,
        Optional<LocalDate> admittedOn,
        Optional<LocalDate> dischargedOn,
        Optional<String> payerName,
        Map<Part, Money> amounts,
        boolean cancelled) {

    private static final Pattern CODE = Pattern.compile("\\d{8}");
    private static final Pattern NUMBER = Pattern.compile("\\d{10}");
    private static final String MEDICAL = "06";
    private static final int CLASS_AT = 2;
    private static final int TOLERANCE_FEN = 1;

    public MedicalReceipt {
        EnumMap<Part, Money> own = new EnumMap<>(Part.class);
        own.putAll(amounts);
        amounts = java.util.Collections.unmodifiableMap(own);
    }

    /** What is wrong with a receipt. */
    public enum Wrong {
        /** The code has not eight digits, or is not that of a medical receipt. */
        CODE,
        /** The number has not ten digits. */
        NUMBER,
        /** The total is not what the pool, others, the account and the patient paid. */
        TOTAL_IS_NOT_ITS_PARTS,
        /** What the account and the patient paid is not 个人自付 and 个人自费. */
        OWN_SHARE_IS_NOT_ITS_PARTS,
        /** It was issued before the stay began, or the stay ends before it begins. */
        DAYS_OUT_OF_ORDER,
        /** A sum below zero on a receipt that takes nothing back. */
        BELOW_ZERO
    }

    /** Under which no two receipts stand: code and number. */
    public String key() {
        return code + "/" + number;
    }

    /** The sum; empty where it does not stand on the receipt or could not be read. */
    public Optional<Money> amount(Part part) {
        return Optional.ofNullable(amounts.get(part));
    }

    /** All that is wrong; empty where nothing is. */
    public Set<Wrong> wrong() {
        Set<Wrong> wrong = EnumSet.noneOf(Wrong.class);
        if (!CODE.matcher(code).matches() || !code.startsWith(MEDICAL, CLASS_AT)) {
            wrong.add(Wrong.CODE);
        }
        if (!NUMBER.matcher(number).matches()) {
            wrong.add(Wrong.NUMBER);
        }
        if (has(Part.TOTAL, Part.CASH) && differ(of(Part.TOTAL), paid())) {
            wrong.add(Wrong.TOTAL_IS_NOT_ITS_PARTS);
        }
        if (has(Part.CASH, Part.SELF_PAID, Part.OWN_COST)
                && differ(
                        of(Part.ACCOUNT).plus(of(Part.CASH)), of(Part.SELF_PAID).plus(of(Part.OWN_COST)))) {
            wrong.add(Wrong.OWN_SHARE_IS_NOT_ITS_PARTS);
        }
        if (isBefore(dischargedOn, admittedOn) || isBefore(issuedOn, admittedOn)) {
            wrong.add(Wrong.DAYS_OUT_OF_ORDER);
        }
        if (!cancelled && amounts.values().stream().anyMatch(amount -> amount.fen() < 0)) {
            wrong.add(Wrong.BELOW_ZERO);
        }
        return wrong;
    }

    private Money paid() {
        return of(Part.POOL).plus(of(Part.OTHER)).plus(of(Part.ACCOUNT)).plus(of(Part.CASH));
    }

    private boolean has(Part... parts) {
        return Stream.of(parts).allMatch(amounts::containsKey);
    }

    /** What does not stand on the receipt was not paid. */
    private Money of(Part part) {
        return amounts.getOrDefault(part, Money.ZERO);
    }

    private static boolean differ(Money one, Money other) {
        return Math.abs(one.minus(other).fen()) > TOLERANCE_FEN;
    }

    private static boolean isBefore(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent() && one.get().isBefore(other.get());
    }

    /** As lines that {@link ReceiptReader#ofText} reads again. */
    public String text() {
        return Label.text(this);
    }
}
