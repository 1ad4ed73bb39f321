package org.huzhu.claims.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.claims.judged.Facts;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Stay;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.receipts.MedicalReceipt;
import org.huzhu.receipts.Part;
import org.huzhu.receipts.Written;
import org.junit.jupiter.api.Test;

/** A receipt fills in what nobody told, and changes nothing that was. */
class ReceiptFactsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate IN = LocalDate.of(2026, 2, 1);
    private static final LocalDate OUT = LocalDate.of(2026, 2, 9);
    private static final Facts NOTHING = new Facts(List.of(), Optional.empty());
    private static final String KEY = Written.STAY.key();

    private final ReceiptFacts receipts = new ReceiptFacts(List.of(Written.STAY));

    private static Stay told(LocalDate in, LocalDate out, String yuan) {
        return new Stay(
                "1",
                Event.Person.MEMBER,
                in,
                out,
                2,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(out),
                new Event.Costs(Map.of(CostField.SELF_PAID_AFTER_INSURANCE, Money.parseYuan(yuan))),
                Set.of());
    }

    @Test
    void where_nothing_was_told_the_receipt_tells_of_the_stay() {
        Facts filled = receipts.filled(NOTHING, TODAY);

        assertThat(filled.events()).singleElement().isInstanceOfSatisfying(Stay.class, stay -> {
            assertThat(stay.admittedOn()).isEqualTo(IN);
            assertThat(stay.dischargedOn()).isEqualTo(OUT);
            assertThat(stay.costs().of(CostField.SELF_PAID_AFTER_INSURANCE)).contains(Money.parseYuan("2100.50"));
            assertThat(stay.costs().of(CostField.FUND_PAID)).contains(Money.parseYuan("9000"));
        });
        assertThat(receipts.filled(filled, TODAY)).as("filled in once").isEqualTo(filled);
        assertThat(receipts.differences(filled, Optional.empty())).isEmpty();
    }

    @Test
    void what_was_told_stays_and_the_differences_are_named() {
        Facts told = Facts.of(told(IN.plusDays(1), OUT, "2000"));

        Stay filled = (Stay) receipts.filled(told, TODAY).events().getFirst();

        assertThat(filled.admittedOn()).isEqualTo(IN.plusDays(1));
        assertThat(filled.hospitalLevel()).isEqualTo(2);
        assertThat(filled.costs().of(CostField.SELF_PAID_AFTER_INSURANCE)).contains(Money.ofYuan(2000));
        assertThat(filled.costs().of(CostField.TOTAL)).contains(Money.parseYuan("12345.67"));
        assertThat(receipts.differences(told, Optional.of("张三")))
                .containsExactlyInAnyOrder(
                        new Differing.Admitted(KEY, IN.plusDays(1), IN),
                        new Differing.Cost(
                                KEY,
                                CostField.SELF_PAID_AFTER_INSURANCE,
                                Money.ofYuan(2000),
                                Money.parseYuan("2100.50")),
                        new Differing.Payer(KEY, "阿依古丽·买买提"));
    }

    @Test
    void of_one_receipt_and_one_stay_of_quite_other_days_the_days_differ() {
        Facts told = Facts.of(told(IN.minusYears(1), OUT.minusYears(1), "2100.50"));

        assertThat(receipts.filled(told, TODAY).events()).hasSize(1);
        assertThat(receipts.differences(told, Optional.empty()))
                .containsExactly(
                        new Differing.Admitted(KEY, IN.minusYears(1), IN),
                        new Differing.Discharged(KEY, OUT.minusYears(1), OUT));
    }

    @Test
    void a_second_stay_that_nobody_told_of_is_added_and_named() {
        Facts told = Facts.of(
                told(IN.minusYears(1), OUT.minusYears(1), "1"), told(IN.minusMonths(3), OUT.minusMonths(3), "2"));

        assertThat(receipts.filled(told, TODAY).events()).hasSize(3);
        assertThat(receipts.differences(told, Optional.empty())).containsExactly(new Differing.Untold(KEY, IN, OUT));
    }

    @Test
    void a_receipt_that_does_not_add_up_is_named_and_one_of_outpatient_care_tells_of_no_stay() {
        MedicalReceipt wrong = Written.with(Written.STAY, Part.TOTAL, "99999.00");
        Facts told = Facts.of(told(IN, OUT, "2100.50"));

        assertThat(new ReceiptFacts(List.of(wrong)).differences(told, Optional.empty()))
                .containsExactly(new Differing.Wrong(KEY, Set.of(MedicalReceipt.Wrong.TOTAL_IS_NOT_ITS_PARTS)));
        assertThat(new ReceiptFacts(List.of(Written.VISIT)).filled(NOTHING, TODAY))
                .isEqualTo(NOTHING);
    }
}
