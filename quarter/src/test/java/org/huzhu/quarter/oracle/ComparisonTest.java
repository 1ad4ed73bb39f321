package org.huzhu.quarter.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final List<String> REASONS = List.of(
            "BAD_ROW",
            "BAD_ID",
            "AMOUNTS_DISAGREE",
            "OUT_OF_YEAR",
            "DUPLICATE",
            "CONFLICTING",
            "CANCELS_UNKNOWN",
            "CANCELLED_TWICE",
            "UNKNOWN_PERSON",
            "NOT_COVERED");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void awkward_cities_have_every_reason_often_and_pay_and_carry() {
        Map<String, Long> sums = new HashMap<>();
        Comparison.compare(
                200,
                (year, quarter, feeds, members, paid) -> {
                    Settled settled = oracle(quarter, feeds, members, paid);
                    settled.counts().forEach((what, count) -> sums.merge(what, count, Math::addExact));
                    return settled;
                },
                folder);

        for (String reason : REASONS) {
            assertThat(sums)
                    .as(reason)
                    .hasEntrySatisfying(
                            "rejected_" + reason, count -> assertThat(count).isGreaterThan(5));
        }
        assertThat(sums.get("persons_paid")).isGreaterThan(200);
        assertThat(sums.get("persons_carried")).isGreaterThan(5);
        assertThat(sums.get("rows_accepted")).isGreaterThan(sums.getOrDefault("rows_read", 0L) / 4);
    }

    @Test
    void a_deductible_that_is_a_fen_too_high_is_found() {
        Rule dearer = new Rule(
                new BigDecimal("1800.05"),
                new BigDecimal("1300"),
                new BigDecimal("650"),
                new BigDecimal("0.20"),
                new BigDecimal("200653"));

        assertThatThrownBy(() -> Comparison.compare(
                        200,
                        (year, quarter, feeds, members, paid) ->
                                Oracle.settle(year, quarter, feeds, members, paid, dearer),
                        folder))
                .hasMessageContaining("cases.again");
    }

    @Test
    void a_settling_that_forgets_what_was_paid_before_is_found() {
        assertThatThrownBy(() -> Comparison.compare(
                        200,
                        (year, quarter, feeds, members, paid) -> oracle(quarter, feeds, members, List.of()),
                        folder))
                .hasMessageContaining("cases.again");
    }

    private static Settled oracle(int quarter, List<Path> feeds, Path members, List<Path> paid) throws IOException {
        return Oracle.settle(AwkwardCity.YEAR, quarter, feeds, members, paid, Rule.OF_2014);
    }
}
