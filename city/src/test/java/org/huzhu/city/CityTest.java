package org.huzhu.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityTest {

    private static final CityOrder SMALL = CityOrder.usual(3_000, 42, 2023).withRows(7_500);

    @TempDir
    Path directory;

    @Test
    void the_same_seed_gives_the_same_bytes_in_another_locale_on_one_thread() throws Exception {
        CityOrder two = CityOrder.usual(2 * Block.PEOPLE + 100, 42, 2023).withAwkward(true);
        Census first = City.make(two, directory.resolve("first"));
        Locale usual = Locale.getDefault();
        Census second;
        try (ForkJoinPool alone = new ForkJoinPool(1)) {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            second = alone.submit(() -> City.make(two, directory.resolve("second")))
                    .get();
        } finally {
            Locale.setDefault(usual);
        }

        assertThat(second).isEqualTo(first);
        assertThat(Files.mismatch(directory.resolve("first/feed-q3.csv"), directory.resolve("second/feed-q3.csv")))
                .isEqualTo(-1);
        assertThat(Files.mismatch(directory.resolve("first/city.json"), directory.resolve("second/city.json")))
                .isEqualTo(-1);
    }

    /** If this fails on purpose, raise the version of the generator; if not, a library moved under our feet. */
    @Test
    void the_bytes_of_a_seed_do_not_change_between_releases() throws IOException {
        Census census =
                City.make(CityOrder.usual(500, 1, 2020).withFlawed(Rate.parse("20%")), directory.resolve("pinned"));

        assertThat(Census.GENERATOR_VERSION).isEqualTo(1);
        assertThat(census.files().stream().map(file -> file.sha256().substring(0, 8)))
                .containsExactly("e9bf05b2", "62361693", "79c29140", "2acc924f", "505a63c4");
    }

    @Test
    void another_seed_gives_another_city() throws IOException {
        Census first = City.make(SMALL, directory.resolve("first"));
        Census other = City.make(CityOrder.usual(3_000, 43, 2023), directory.resolve("other"));

        assertThat(other.files().getFirst().sha256())
                .isNotEqualTo(first.files().getFirst().sha256());
    }

    @Test
    void every_card_holder_has_a_valid_number_a_working_age_and_a_valid_card() throws IOException {
        City.make(SMALL, directory.resolve("city"));

        Set<String> cards = new HashSet<>();
        for (List<String> row : rows("city/members.csv")) {
            LocalDate birth = IdNumber.parse(row.get(1)).birthDate();
            assertThat(ChronoUnit.YEARS.between(birth, LocalDate.of(2023, 1, 1)))
                    .isBetween(18L, 63L);
            assertThat(new CardNumber(row.get(3)).digits()).hasSize(16);
            assertThat(cards.add(row.get(3))).isTrue();
            assertThat(LocalDate.parse(row.get(4))).isBefore(row.get(5).isEmpty() ? "9999-12-31" : row.get(5));
            assertThat(Agencies.all()).contains(row.get(6));
        }
    }

    @Test
    void no_two_people_share_a_number() {
        CityMaker maker = new CityMaker(CityOrder.usual(CityOrder.PEOPLE_MAX, 5, 2023));
        Set<Long> keys = new HashSet<>();
        int step = 37;
        int count = 0;
        for (int index = 0; index < CityOrder.PEOPLE_MAX; index += index < 50_000 ? 1 : step * 997) {
            Identity identity = maker.person(index).identity();
            keys.add(IdNumber.parse(identity.number()).key());
            count++;
        }

        assertThat(keys).hasSize(count);
    }

    @Test
    void there_are_108_agencies() {
        assertThat(new HashSet<>(Agencies.all())).hasSize(108);
    }

    @Test
    void a_member_number_belongs_to_one_person() throws IOException {
        City.make(SMALL, directory.resolve("city"));

        Map<String, Long> persons = new HashMap<>();
        for (List<String> row : rows("city/members.csv")) {
            long person = IdNumber.parse(row.get(1)).key();
            assertThat(persons.merge(row.getFirst(), person, (old, now) -> old)).isEqualTo(person);
        }
    }

    @Test
    void the_register_has_old_numbers_lower_case_checks_permits_and_minority_names() throws IOException {
        City.make(CityOrder.usual(20_000, 3, 2023), directory.resolve("city"));
        List<List<String>> rows = rows("city/members.csv");

        assertThat(rows).anyMatch(row -> row.get(1).length() == 15);
        assertThat(rows).anyMatch(row -> row.get(1).endsWith("x"));
        assertThat(rows).anyMatch(row -> row.get(1).startsWith("81"));
        assertThat(rows).anyMatch(row -> row.get(1).startsWith("9"));
        assertThat(rows).anyMatch(row -> row.get(2).contains("·"));
        assertThat(rows).anyMatch(row -> row.get(2).contains("𠮷"));
        assertThat(rows.stream().map(List::getFirst).distinct().count()).isLessThan(rows.size());
    }

    @Test
    void the_ordered_rows_are_met_within_two_in_a_hundred_and_the_flaws_come_on_top() throws IOException {
        CityOrder order = CityOrder.usual(20_000, 9, 2023).withFlawed(Rate.parse("10%"));
        Census usual = City.make(order, directory.resolve("usual"));
        Census busy = City.make(order.withRows(80_000), directory.resolve("busy"));

        assertThat(0.9 * usual.feedRows()).isCloseTo(22_000, within(440.0));
        assertThat(0.9 * busy.feedRows()).isCloseTo(80_000, within(1_600.0));
        assertThat(1 - busy.count(Verdict.ACCEPTED) / (double) busy.feedRows()).isCloseTo(0.10, within(0.01));
    }

    @Test
    void flaws_of_every_reason_stand_beside_the_same_sound_rows() {
        CityMaker sound = new CityMaker(SMALL.withFlawed(new Rate(0)));
        CityMaker flawed = new CityMaker(SMALL.withFlawed(Rate.parse("20%")));
        Set<Verdict> seen = new HashSet<>();
        for (int index = 0; index < SMALL.people(); index++) {
            List<FeedRow> withFlaws = flawed.rows(flawed.person(index));
            withFlaws.forEach(row -> seen.add(row.verdict()));

            assertThat(flawed.person(index)).isEqualTo(sound.person(index));
            assertThat(withFlaws).containsAll(sound.rows(sound.person(index)));
        }

        assertThat(seen).containsExactlyInAnyOrder(Verdict.values());
    }

    @Test
    void accepted_rows_agree_in_their_sums_and_dates() {
        CityMaker maker = new CityMaker(SMALL);
        for (int index = 0; index < 3_000; index++) {
            for (FeedRow row : maker.rows(maker.person(index))) {
                if (row.verdict() == Verdict.ACCEPTED
                        && row.field(FeedRow.CANCELS).isEmpty()) {
                    Money parts = Money.sum(row.fields().subList(FeedRow.TOTAL + 1, FeedRow.CANCELS).stream()
                            .map(Money::parseYuan)
                            .toList());
                    long gap = Money.parseYuan(row.field(FeedRow.TOTAL))
                            .minus(parts)
                            .fen();
                    assertThat(Math.abs(gap)).isLessThanOrEqualTo(1);
                    assertThat(row.field(FeedRow.ADMITTED_ON)).isLessThanOrEqualTo(row.field(FeedRow.DISCHARGED_ON));
                    assertThat(row.field(FeedRow.SETTLED_ON)).startsWith("2023-");
                }
            }
        }
    }

    @Test
    void an_awkward_city_uses_the_freedoms_of_the_format() throws IOException {
        City.make(SMALL.withAwkward(true), directory.resolve("city"));

        assertThat(Files.readString(directory.resolve("city/members.csv"))).startsWith("\uFEFFmember_no");
        assertThat(Files.readString(directory.resolve("city/feed-q1.csv"))).contains("\n\"2023");
        assertThat(Files.readString(directory.resolve("city/feed-q2.csv"), Charset.forName("GB18030")))
                .contains("东城区第一医院")
                .contains("\r\n");
        assertThatThrownBy(() -> Files.readString(directory.resolve("city/feed-q2.csv"), StandardCharsets.UTF_8))
                .isInstanceOf(IOException.class);
        assertThat(Files.readString(directory.resolve("city/feed-q4.csv"))).contains("\"城北医院,东院区\"");
    }

    @Test
    void a_directory_that_holds_something_is_left_alone() throws IOException {
        Path taken = Files.createDirectory(directory.resolve("taken"));
        Files.writeString(taken.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> City.make(SMALL, taken)).isInstanceOf(DirectoryNotEmptyException.class);

        try (Stream<Path> left = Files.walk(directory)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(taken.resolve("letter.txt"));
        }
    }

    @Test
    void an_empty_directory_is_filled() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));

        City.make(CityOrder.usual(10, 1, 2023), empty);

        assertThat(empty.resolve("city.json")).content().contains("\"people\": 10");
    }

    @Test
    void an_order_that_cannot_be_met_is_refused_by_name() {
        assertThatThrownBy(() -> CityOrder.usual(0, 1, 2023)).hasMessageContaining("人数");
        assertThatThrownBy(() -> SMALL.withRows(10)).hasMessageContaining("行数");
        assertThatThrownBy(() -> SMALL.withFlawed(Rate.parse("51%"))).hasMessageContaining("问题行");
    }

    /** Rows of a plain file of the city: no field of a register is quoted. */
    private List<List<String>> rows(String name) throws IOException {
        return Files.readAllLines(directory.resolve(name)).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
