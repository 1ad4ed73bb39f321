package org.huzhu.history;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that is written beside the one that is to be, and gets its name once it is whole. Closing it before that
 * removes it, and so does the end of the process.
 */
final class Aside implements AutoCloseable {

    private static final int BUFFER = 1 << 18;

    private final Path target;
    private final Path folder;
    private final Thread atExit = new Thread(this::removeQuietly);
    private boolean isSettled;

    private Aside(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Makes the folder, on the same file system as the one that is to be; refuses if that holds something. */
    static Aside beside(Path target) throws IOException {
        Path whole = target.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        Path name = whole.getFileName();
        if (parent == null || name == null) {
            throw new HistoryRefused("历史库目录不能是根目录 " + target + "。请换一个目录");
        }
        requireFree(whole);
        Files.createDirectories(parent);
        return new Aside(whole, Files.createTempDirectory(parent, name + ".part-"));
    }

    private static void requireFree(Path target) throws IOException {
        if (Files.notExists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new HistoryRefused("历史库目录 " + target + " 是文件，不是目录。请换一个目录");
        }
        try (Stream<Path> within = Files.list(target)) {
            if (within.findAny().isPresent()) {
                throw new HistoryRefused("历史库目录 " + target + " 已存在且不是空目录。为免覆盖已有结果，请换一个目录，或自行移走它之后重新运行");
            }
        }
    }

    /** Makes a folder within. */
    synchronized void folder(String name) throws IOException {
        requireUnsettled();
        Files.createDirectory(folder.resolve(name));
    }

    /** Opens a new file within; the name may begin with that of a folder. */
    synchronized OutputStream open(String name) throws IOException {
        requireUnsettled();
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), BUFFER);
    }

    /** Gives the folder its name. */
    synchronized void publish() throws IOException {
        requireUnsettled();
        requireFree(target);
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        isSettled = true;
    }

    private void requireUnsettled() throws IOException {
        if (isSettled) {
            throw new InterruptedIOException("Nothing can be written any more to " + target);
        }
    }

    @Override
    public void close() throws IOException {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the process is ending, and the hook has run or finds nothing left to do
        }
    }

    private void removeQuietly() {
        try {
            remove();
        } catch (IOException e) {
            return; // the process is ending: nobody is left to tell
        }
    }

    private synchronized void remove() throws IOException {
        if (isSettled) {
            return;
        }
        isSettled = true;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
