package org.huzhu.quarter.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.city.Census;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.city.Verdict;
import org.huzhu.kernel.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a synthetic city says about itself is what settling it finds. */
class CensusTest {

    private static final int YEAR = 2023;
    private static final int PEOPLE = 2_000;

    private static final CityOrder ORDER =
            CityOrder.usual(PEOPLE, 11, YEAR).withRows(5_000).withAwkward(true).withFlawed(Rate.parse("20%"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_city_foretells_for_every_reason_how_many_rows_are_refused() throws IOException {
        Census census = City.make(ORDER, folder.resolve("city"));

        Settled year = settleYear(folder.resolve("city")).getLast();

        assertThat(year.counts()).containsEntry("rows_read", census.feedRows());
        assertThat(year.counts()).containsEntry("rows_accepted", census.count(Verdict.ACCEPTED));
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.ACCEPTED) {
                assertThat(year.counts()).containsEntry("rejected_" + verdict, census.count(verdict));
            }
        }
    }

    @Test
    void flawed_rows_change_no_payment() throws IOException {
        City.make(ORDER, folder.resolve("flawed"));
        City.make(ORDER.withFlawed(new Rate(0)), folder.resolve("sound"));

        List<Settled> flawed = settleYear(folder.resolve("flawed"));
        List<Settled> sound = settleYear(folder.resolve("sound"));

        for (int i = 0; i < sound.size(); i++) {
            assertThat(flawed.get(i).payments()).isEqualTo(sound.get(i).payments());
            assertThat(flawed.get(i).carried()).isEqualTo(sound.get(i).carried());
            assertThat(sound.get(i).rejects()).isEmpty();
        }
    }

    /** The Beijing office paid about an eighth of its holders a quarter, and 100 to 150 yuan a payment. */
    @Test
    void a_city_is_paid_as_beijing_is() throws IOException {
        City.make(ORDER, folder.resolve("city"));

        List<Settled> quarters = settleYear(folder.resolve("city"));

        long payments = sum(quarters, "persons_paid");
        assertThat(payments / 4.0 / PEOPLE).isBetween(0.08, 0.15);
        assertThat(sum(quarters, "paid_fen") / payments).isBetween(90_00L, 160_00L);
    }

    private static long sum(List<Settled> quarters, String count) {
        return quarters.stream()
                .mapToLong(quarter -> quarter.counts().getOrDefault(count, 0L))
                .sum();
    }

    private List<Settled> settleYear(Path city) throws IOException {
        List<Settled> settled = new ArrayList<>();
        List<Path> feeds = new ArrayList<>();
        List<Path> paid = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            feeds.add(city.resolve("feed-q" + quarter + ".csv"));
            settled.add(Oracle.settle(YEAR, quarter, feeds, city.resolve("members.csv"), paid, Rule.OF_2014));
            Path list = city.resolveSibling(city.getFileName() + "-paid-q" + quarter + ".csv");
            paid.add(Files.writeString(list, settled.getLast().payments()));
        }
        return settled;
    }
}
