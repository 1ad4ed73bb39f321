package org.huzhu.quarter.oracle;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two authors, one requirement: both settlings give the same on a thousand awkward cities, quarter by quarter. */
abstract class SettleAgreesWithTheOracleTest {

    @TempDir
    private Path folder = Path.of("");

    /** The settling that is to be trusted. */
    abstract Settling production();

    @Test
    void a_thousand_awkward_cities_are_settled_alike_in_all_four_quarters() {
        Comparison.compare(1_000, production(), folder);
    }
}
