package org.huzhu.operations;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * As long as it is open, no file of this process grows beyond so many bytes: whatever writes further is told so by the
 * system, as on a disk that is full. It needs no right and no disk of its own, so it is the same on every machine.
 */
final class FullDisk implements AutoCloseable {

    /** How the system calls the size of files among its limits, on Linux and BSD. */
    private static final int SIZE_OF_FILES = 1;

    private static final StructLayout LIMIT = MemoryLayout.structLayout(JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor SHAPE = FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle GET = function("getrlimit");
    private static final MethodHandle SET = function("setrlimit");

    private final long before;

    private FullDisk(long bytes) {
        this.before = exchange(bytes);
    }

    /** Holds so many bytes in each file, and not one more. */
    static FullDisk after(long bytes) {
        return new FullDisk(bytes);
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), SHAPE);
    }

    /** Sets what holds for now and may be set back; the limit before. */
    private static long exchange(long bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limit = arena.allocate(LIMIT);
            require((int) GET.invokeExact(SIZE_OF_FILES, limit));
            long before = limit.get(JAVA_LONG, 0);
            limit.set(JAVA_LONG, 0, bytes);
            require((int) SET.invokeExact(SIZE_OF_FILES, limit));
            return before;
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static void require(int answer) {
        if (answer != 0) {
            throw new IllegalStateException("The limit of files cannot be set here");
        }
    }

    @Override
    public void close() {
        long _ = exchange(before);
    }
}
