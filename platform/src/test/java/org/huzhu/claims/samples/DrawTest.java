package org.huzhu.claims.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.claims.samples.Draw.Candidate;
import org.huzhu.claims.samples.Draw.Drawn;
import org.huzhu.claims.samples.Draw.Why;
import org.huzhu.kernel.Money;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final int CLAIMS = 200;

    /** Sums of 100 to 20,000 yuan, in three agencies of which the last varies most. */
    private static final List<Candidate> CLAIMED = IntStream.rangeClosed(1, CLAIMS)
            .mapToObj(i -> new Candidate(
                    new UUID(0, i),
                    "HZ2026-%08d".formatted(i),
                    i % 3 == 0 ? "a.c" : i % 3 == 1 ? "a.a" : "a.b",
                    Money.ofYuan(i % 3 == 0 ? 100L * i : 500)))
            .toList();

    private static List<String> numbers(List<Drawn> drawn) {
        return drawn.stream().map(each -> each.candidate().number()).toList();
    }

    @Test
    void the_same_seed_gives_the_same_sample_in_whatever_order_claims_come() {
        for (Way way : List.of(new Way.Evenly(20), new Way.ByValue(20, Money.ofYuan(15_000)), new Way.ByVariance(20))) {
            List<String> one = numbers(Draw.of(way, 42, CLAIMED));

            assertThat(numbers(Draw.of(way, 42, CLAIMED.reversed()))).isEqualTo(one);
            assertThat(numbers(Draw.of(way, 43, CLAIMED))).isNotEqualTo(one);
            assertThat(one).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(15);
        }
    }

    @Test
    void a_small_society_is_drawn_whole() {
        assertThat(Draw.of(new Way.Evenly(500), 1, CLAIMED)).hasSize(CLAIMS);
    }

    @Test
    void by_value_all_from_the_sum_on_are_drawn_and_of_the_rest_the_larger_more_often() {
        Way way = new Way.ByValue(20, Money.ofYuan(15_000));
        List<Drawn> drawn = Draw.of(way, 7, CLAIMED);

        assertThat(drawn).filteredOn(each -> each.why() == Why.LARGE).hasSize((int) CLAIMED.stream()
                .filter(each -> each.due().compareTo(Money.ofYuan(15_000)) >= 0)
                .count());
        double chosen = drawn.stream()
                .filter(each -> each.why() == Why.BY_SUM)
                .mapToLong(each -> each.candidate().due().fen())
                .average()
                .orElseThrow();
        double usual = CLAIMED.stream()
                .filter(each -> each.due().compareTo(Money.ofYuan(15_000)) < 0)
                .mapToLong(each -> each.due().fen())
                .average()
                .orElseThrow();
        assertThat(chosen).isGreaterThan(2 * usual);
    }

    @Test
    void by_variance_each_agency_is_drawn_from_and_that_which_varies_most_the_most() {
        Map<String, Long> counts = Draw.of(new Way.ByVariance(20), 7, CLAIMED).stream()
                .collect(Collectors.groupingBy(each -> each.candidate().stratum(), Collectors.counting()));

        assertThat(counts).containsOnlyKeys("a.a", "a.b", "a.c");
        assertThat(counts.get("a.c")).isGreaterThan(10);
    }
}
