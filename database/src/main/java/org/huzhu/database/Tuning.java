package org.huzhu.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** What a server of our own may take of the machine, which PostgreSQL by itself would leave as small as in 1996. */
final class Tuning {

    private static final long MIB = 1 << 20;
    private static final long SHARE = 16;
    private static final long LEAST = 128;
    private static final long MOST = 1024;

    private Tuning() {}

    /** Settings such as {@code jit=off}, for a machine with so much memory as this one. */
    static List<String> options() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return options(machine.getTotalMemorySize());
    }

    static List<String> options(long memory) {
        long buffers = Math.clamp(memory / SHARE / MIB, LEAST, MOST);
        return List.of(
                "shared_buffers=%dMB".formatted(buffers),
                "work_mem=16MB",
                "maintenance_work_mem=%dMB".formatted(buffers / 2),
                // A roster of a hundred thousand writes half a gigabyte: it is not to wait for a checkpoint of its own.
                "max_wal_size=4GB",
                // Row-level security makes every estimate high, and compiling what takes a millisecond takes a hundred.
                "jit=off");
    }
}
