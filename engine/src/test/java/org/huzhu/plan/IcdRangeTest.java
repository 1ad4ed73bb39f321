package org.huzhu.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class IcdRangeTest {

    @Test
    void a_range_holds_every_code_between_its_bounds_and_none_beside_them() {
        IcdRange range = IcdRange.parse("F00-F99");

        assertThat(List.of("F00", "F00.0", "F32.900", "F99.9")).allMatch(range::holds);
        assertThat(List.of("E99.9", "G00.0", "F0")).noneMatch(range::holds);
    }

    @Test
    void a_single_code_holds_its_finer_ones() {
        IcdRange range = IcdRange.parse("N18.5");

        assertThat(List.of("N18.5", "N18.501")).allMatch(range::holds);
        assertThat(List.of("N18", "N18.4", "N18.6")).noneMatch(range::holds);
    }

    @Test
    void a_range_is_written_as_it_is_read() {
        assertThat(IcdRange.parse("C50")).hasToString("C50");
        assertThat(IcdRange.parse("C00-C97")).hasToString("C00-C97");
    }

    @Test
    void what_is_no_range_is_refused() {
        for (String text : List.of("", "C5", "C00-", "c50", "C50-C49", "C50-N18.5")) {
            assertThatThrownBy(() -> IcdRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> IcdRange.parse("C50-C49")).hasMessageContaining("C50-C49");
        assertThat(IcdRange.parse("C50-C50")).hasToString("C50");
    }

    @Test
    void a_code_has_the_form_of_the_medical_insurance() {
        assertThat(List.of("C50", "C50.9", "C50.900", "I63.900x007", "A17.0+", "G01*"))
                .allMatch(IcdRange::isCode);
        assertThat(List.of("", "50", "C5", "c50", "C50.", "C50.9000", "癌")).noneMatch(IcdRange::isCode);
    }
}
