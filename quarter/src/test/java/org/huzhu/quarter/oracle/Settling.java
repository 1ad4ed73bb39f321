package org.huzhu.quarter.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Anything that settles a quarter under the plan of 2014. */
@FunctionalInterface
interface Settling {

    Settled settle(int year, int quarter, List<Path> feeds, Path members, List<Path> paid) throws IOException;
}
