package org.huzhu.quarter.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.testkit.Cases;

/** Holds a settling against the oracle, on cities that chance makes. */
final class Comparison {

    private Comparison() {}

    /**
     * Compares all that both give for the four quarters of so many cities; each quarter is given the oracle's payment
     * lists of those before it.
     *
     * @param folder where the cities are made, one after the other in the same files
     */
    static void compare(int cities, Settling settling, Path folder) {
        Cases.check(cities, cases -> {
            try {
                compareYear(AwkwardCity.in(folder, cases), settling, folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void compareYear(AwkwardCity city, Settling settling, Path folder) throws IOException {
        List<Path> paid = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            List<Path> feeds = city.feeds().subList(0, quarter);
            Settled expected = Oracle.settle(AwkwardCity.YEAR, quarter, feeds, city.members(), paid, Rule.OF_2014);

            Settled given = settling.settle(AwkwardCity.YEAR, quarter, feeds, city.members(), List.copyOf(paid));

            String place = "quarter " + quarter;
            assertThat(given.rejects()).as("rejects of %s", place).isEqualTo(expected.rejects());
            assertThat(given.payments()).as("payments of %s", place).isEqualTo(expected.payments());
            assertThat(given.carried()).as("carried of %s", place).isEqualTo(expected.carried());
            assertThat(given.counts()).as("counts of %s", place).isEqualTo(expected.counts());
            Path list = folder.resolve("paid-q" + quarter + ".csv");
            Files.writeString(list, expected.payments());
            paid.add(list);
        }
    }
}
