package org.huzhu.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.huzhu.city.Townspeople.Townsman;
import org.junit.jupiter.api.Test;

class TownspeopleTest {

    private static List<Townsman> people(long seed) {
        Townspeople people = new Townspeople(seed, 2026);
        return IntStream.range(0, 5_000).mapToObj(people::person).toList();
    }

    @Test
    void no_two_have_a_number_or_a_card_in_common() {
        List<Townsman> people = people(7);

        assertThat(people).extracting(Townsman::id).doesNotHaveDuplicates();
        assertThat(people).extracting(Townsman::card).doesNotHaveDuplicates();
    }

    @Test
    void all_are_of_a_working_age() {
        assertThat(people(7))
                .allSatisfy(person ->
                        assertThat(person.id().ageOn(LocalDate.of(2026, 1, 1))).isBetween(18, 64));
    }

    @Test
    void a_seed_always_gives_the_same_people() {
        assertThat(people(7)).isEqualTo(people(7)).isNotEqualTo(people(8));
    }

    @Test
    void there_is_nobody_beyond_the_city() {
        assertThatThrownBy(() -> new Townspeople(7, 2026).person(10_000_000)).hasMessageContaining("10000000");
    }
}
