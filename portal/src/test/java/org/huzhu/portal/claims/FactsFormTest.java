package org.huzhu.portal.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.judged.Facts;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Person;
import org.huzhu.portal.claims.FactsForm.Room;
import org.huzhu.portal.sheet.Sheet.Field;
import org.junit.jupiter.api.Test;

/** What stands in the form is read as what was known. */
class FactsFormTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void several_diagnoses_and_accidents_of_one_claim_are_shown_and_read_again() {
        Facts facts = Facts.of(diagnosis("乳腺癌", 0), diagnosis("宫颈癌", 5), accident(2), accident(9));
        FactsForm form =
                new FactsForm(ClaimKind.ILLNESS, true, Room.of(facts).oneMore(), List.of("乳腺癌", "宫颈癌"), List.of());

        Facts read = new FactsReader(form, FactsWords.of(facts, Optional.empty()), Person.MEMBER, DAY.plusYears(1))
                .facts()
                .orElseThrow();

        assertThat(read.events())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .isEqualTo(facts.events());
        assertThat(form.fields())
                .extracting(Field::name)
                .as("room for one more of each")
                .contains("d2.disease", "a2.accident")
                .doesNotHaveDuplicates();
    }

    private static Event diagnosis(String disease, int after) {
        return new Event.Diagnosis(
                "1",
                Person.MEMBER,
                disease,
                DAY.plusDays(after),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private static Event accident(int after) {
        return new Event.Accident(
                "2",
                Person.MEMBER,
                DAY.plusDays(after),
                List.of(8),
                OptionalInt.empty(),
                Optional.of(DAY.plusDays(after + 30)),
                12,
                0,
                List.of(),
                Set.of());
    }
}
