package org.huzhu.operations;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** How much more the heap came to hold than while nothing was done. */
public record Heap(long idle) {

    /** Begins to watch. */
    public static Heap watched() {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        return new Heap(
                pools().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum());
    }

    /** The bytes at most, until now. */
    public long more() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - idle;
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
