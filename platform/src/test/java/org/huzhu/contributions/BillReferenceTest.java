package org.huzhu.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.contributions.Split.By;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Payer;
import org.junit.jupiter.api.Test;

/** What people write on a transfer. */
class BillReferenceTest {

    private static final Bill FIRST = bill(BillReference.of("2026-000123", 0));
    private static final Bill SECOND = bill(BillReference.of("2026-000123", 1));
    private static final BillReference.Index INDEX = new BillReference.Index(List.of(FIRST, SECOND));

    private static Bill bill(String reference) {
        UUID id = UUID.randomUUID();
        return new Bill(
                id,
                id,
                reference,
                id,
                "a",
                id,
                By.unit(Payer.MEMBER),
                "某厂",
                Money.ZERO,
                Money.ZERO,
                LocalDate.EPOCH,
                false);
    }

    @Test
    void a_reference_is_the_number_of_the_batch_a_letter_and_a_check_digit() {
        assertThat(FIRST.reference()).matches("2026-000123-A\\d");
        assertThat(SECOND.reference()).matches("2026-000123-B\\d");
        assertThat(BillReference.of("1", 24)).matches("1-AA\\d");
        assertThat(BillReference.checkDigit("0794"))
                .as("the example of ISO/IEC 7064")
                .isEqualTo(5);
    }

    @Test
    void one_wrong_sign_makes_another_reference() {
        String right = BillReference.compact(FIRST.reference());
        int checked = right.length() - 1;
        for (int i = 0; i < checked; i++) {
            for (char sign : "0123456789".toCharArray()) {
                String wrong = right.substring(0, i) + sign + right.substring(i + 1, checked);
                if (sign != right.charAt(i) && Character.isDigit(right.charAt(i))) {
                    assertThat(BillReference.checkDigit(wrong)).as(wrong).isNotEqualTo(right.charAt(checked) - '0');
                }
            }
        }
    }

    @Test
    void references_are_found_however_they_are_written() {
        String first = FIRST.reference();
        String second = SECOND.reference();
        assertThat(INDEX.in("互助会费" + first)).containsExactly(FIRST);
        assertThat(INDEX.in("会费 %s、%s".formatted(second.toLowerCase(java.util.Locale.ROOT), first)))
                .containsExactly(SECOND, FIRST);
        assertThat(INDEX.in(first.replace("-", " ").replace('2', '２') + "/" + first))
                .containsExactly(FIRST);
        assertThat(INDEX.in("HZ" + first.replace("-", ""))).containsExactly(FIRST);
        assertThat(INDEX.in("9" + first)).as("cut out of a longer number").isEmpty();
        assertThat(INDEX.in(first + "0")).isEmpty();
        assertThat(INDEX.in("三月会费")).isEmpty();
    }
}
