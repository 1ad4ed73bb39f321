package org.huzhu.quarter.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The directory of results, written aside and renamed once it is whole: whoever sees it sees all of it. Closing it
 * without {@link #publish} removes what was written, and so does the end of the process: whoever interrupts it finds
 * the whole directory or none.
 */
public final class Aside implements AutoCloseable {

    private final Path target;
    private final Path directory;
    private final Opener opener;
    private final List<Path> files = new ArrayList<>();
    private final Thread atExit = new Thread(this::removeQuietly);
    private boolean isSettled;

    /** Opens a file to be written. */
    @FunctionalInterface
    public interface Opener {

        /** The bytes are on the disk once the file is closed. */
        Opener ON_DISK = SyncedFile::new;

        OutputStream open(Path file) throws IOException;
    }

    private static final class SyncedFile extends FilterOutputStream {

        private final FileChannel channel;

        SyncedFile(Path file) throws IOException {
            this(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        }

        private SyncedFile(FileChannel channel) {
            super(Channels.newOutputStream(channel));
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                channel.force(true);
            }
        }
    }

    private Aside(Path target, Path directory, Opener opener) {
        this.opener = opener;
        this.target = target;
        this.directory = directory;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Throws {@link FileRefused} if the directory is there and holds something, is no directory, or lies where nothing
     * can be written: better known before the work than after it.
     */
    public static void requireFree(Path target) {
        Path whole = target.toAbsolutePath().normalize();
        if (Files.exists(whole) && !Files.isDirectory(whole)) {
            throw new FileRefused("输出目录 " + target + " 是文件，不是目录。请换一个目录");
        }
        if (Files.exists(whole) && !isEmpty(whole)) {
            throw new FileRefused("输出目录 " + target + " 已存在且不是空目录。为免覆盖已有结果，请换一个目录，或自行移走它之后重新运行");
        }
        Path above = whole.getParent();
        while (above != null && Files.notExists(above)) {
            above = above.getParent();
        }
        if (above != null && !(Files.isDirectory(above) && Files.isWritable(above))) {
            String why = Files.isDirectory(above) ? "不能写入" : "不是目录";
            throw new FileRefused("不能建立输出目录 " + target + "：" + above + " " + why + "。请换一个目录，或检查权限");
        }
    }

    /** Makes a directory beside the one that is to be, on the same file system. */
    public static Aside beside(Path target, Opener opener) throws IOException {
        Path whole = target.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        Path name = whole.getFileName();
        if (parent == null || name == null) {
            throw new FileRefused("输出目录不能是根目录 " + target + "，请换一个目录");
        }
        Files.createDirectories(parent);
        return new Aside(whole, Files.createTempDirectory(parent, name + ".part-"), opener);
    }

    /** A new file of the results; its bytes are on the disk once it is closed. */
    public synchronized OutputStream open(String name) throws IOException {
        requireUnsettled();
        Path file = directory.resolve(name);
        files.add(file);
        return opener.open(file);
    }

    /** Gives the directory its name. */
    public synchronized void publish() throws IOException {
        requireUnsettled();
        requireFree(target);
        sync(directory);
        Files.move(directory, target, StandardCopyOption.ATOMIC_MOVE);
        isSettled = true;
        Path parent = target.getParent();
        if (parent != null) {
            sync(parent);
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

    /** The process may be ending, and the files with it. */
    private void requireUnsettled() throws IOException {
        if (isSettled) {
            throw new InterruptedIOException("The process is ending: " + directory + " is removed");
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
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(directory);
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static boolean isEmpty(Path path) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            return !entries.iterator().hasNext();
        } catch (IOException e) {
            throw new FileRefused("读不了输出目录 " + path + "，请检查权限", e);
        }
    }
}
