package org.huzhu.cluster;

import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** The parts of a store as tasks. */
final class Parts {

    private Parts() {}

    /** The numbers of all parts, each a task, in order. */
    static JavaRDD<Integer> of(ShippedHistory history, JavaSparkContext cluster) {
        int parts = history.open().parts();
        return cluster.parallelize(IntStream.range(0, parts).boxed().toList(), Math.max(1, parts));
    }
}
