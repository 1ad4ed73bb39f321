package org.huzhu.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A PostgreSQL of our own, in a folder, for as long as this process lives.
 *
 * <p>A watch holds the pipe from this process: however the process ends, the pipe closes, and the watch stops the
 * server. Where both were killed, the next start finds the server by the file that it keeps of itself, and stops it
 * first; PostgreSQL then recovers what was acknowledged from its log.
 */
final class OwnServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    /** The line of the file that a server keeps of itself with its port. */
    private static final int PORT_LINE = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WATCH = """
            exec 3<&0
            "$@" </dev/null 3<&- & server=$!
            trap "" INT TERM HUP
            { while read -r _ <&3; do :; done; kill -INT $server; } & reader=$!
            wait $server; ended=$?
            kill -KILL $reader 2>/dev/null
            exit $ended
            """;

    private final Home home;
    private final FileLock lock;
    private final Process watch;
    private final OutputStream pipe;
    private final int port;

    private OwnServer(Home home, FileLock lock, int port, Process watch) {
        this.home = home;
        this.lock = lock;
        this.port = port;
        this.watch = watch;
        this.pipe = watch.getOutputStream();
    }

    /** Starts it, having made its data where there are none; the superuser's password is in the folder of keys. */
    static OwnServer start(Home home, List<String> options, Consumer<String> progress) {
        home.make();
        FileLock lock = lock(home);
        try {
            Path programs = Programs.unpacked(home, progress);
            Shield shield = Shield.find();
            if (!Files.isDirectory(home.data())) {
                progress.accept("建立数据库……");
                initialise(home, programs, shield);
            }
            stopForgotten(home);
            progress.accept("启动数据库……");
            return startPatiently(home, programs, shield, lock, options);
        } catch (IOException e) {
            release(lock);
            throw new DatabaseTrouble("数据库不能启动：%s".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            release(lock);
            throw new DatabaseTrouble("数据库的启动被打断了。", e);
        } catch (DatabaseTrouble e) {
            release(lock);
            throw e;
        }
    }

    private static FileLock lock(Home home) {
        try {
            FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // This very process holds it: the same answer.
            }
            channel.close();
            throw new DatabaseTrouble("另一个互助系统正在使用 %s。请先停掉它，或用 HUZHU_HOME 另指一个目录。".formatted(home.folder()));
        } catch (IOException e) {
            throw new DatabaseTrouble("数据目录 %s 不能加锁：%s".formatted(home.folder(), e.getMessage()), e);
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new DatabaseTrouble("数据目录的锁不能放开：" + e.getMessage(), e);
        }
    }

    private static void initialise(Home home, Path programs, Shield shield) throws IOException, InterruptedException {
        Path aside = home.folder().resolve("postgres.part");
        Programs.delete(aside);
        Files.createDirectory(aside);
        Path secret = Files.createTempDirectory(home.folder(), "secret-");
        Path password = secret.resolve("password");
        try {
            Files.writeString(password, superuser(home).password(), UTF_8);
            shield.open(aside);
            shield.open(secret);
            List<String> command = new ArrayList<>(shield.before());
            command.addAll(List.of(
                    programs.resolve("bin/initdb").toString(),
                    "-D",
                    aside.toString(),
                    "-U",
                    SUPERUSER,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C.UTF-8",
                    "--data-checksums",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + password));
            run(command, home.logs().resolve("initdb.log"));
            Files.move(aside, home.data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Programs.delete(secret);
        }
    }

    private static void run(List<String> command, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new DatabaseTrouble("建立数据库失败，详情见 %s".formatted(log));
        }
    }

    /** Stops a server that outlived the process which had started it. */
    private static void stopForgotten(Home home) throws IOException, InterruptedException {
        Path own = home.data().resolve("postmaster.pid");
        if (!Files.exists(own)) {
            return;
        }
        List<String> lines = Files.readAllLines(own, UTF_8);
        if (lines.isEmpty()) {
            return;
        }
        var forgotten = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        if (forgotten.isPresent()) {
            new ProcessBuilder("kill", "-INT", String.valueOf(forgotten.get().pid()))
                    .start()
                    .waitFor();
            try {
                forgotten.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                throw new DatabaseTrouble(
                        "上次的数据库进程 %d 还在运行，也停不下来。请手工停掉它，再重试。"
                                .formatted(forgotten.get().pid()),
                        e);
            }
        }
    }

    /** What is left of a server that was killed may hold its memory for a moment: then it is tried again. */
    private static OwnServer startPatiently(
            Home home, Path programs, Shield shield, FileLock lock, List<String> options)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            OwnServer server = start(home, programs, shield, lock, options);
            if (server.answers()) {
                return server;
            }
            server.end();
            if (System.nanoTime() > end) {
                throw new DatabaseTrouble("数据库没有启动起来，详情见 %s".formatted(log(home)));
            }
            stopForgotten(home);
        }
    }

    private static Path log(Home home) {
        return home.logs().resolve("postgres.log");
    }

    private static OwnServer start(Home home, Path programs, Shield shield, FileLock lock, List<String> options)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(shield.before());
        command.addAll(List.of("sh", "-c", WATCH, "huzhu-watch"));
        command.addAll(List.of(
                programs.resolve("bin/postgres").toString(), "-D", home.data().toString(), "-p", String.valueOf(port)));
        Stream.concat(Tuning.options().stream(), options.stream())
                .forEach(option -> command.addAll(List.of("-c", option)));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        // Details of a row that is refused may hold names: they stay out of the log.
        command.addAll(List.of("-c", "log_error_verbosity=terse"));
        Process watch = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(home).toFile()))
                .start();
        return new OwnServer(home, lock, port, watch);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Whether it comes to answer; not if it ends before. */
    private boolean answers() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && watch.isAlive()) {
            try (Connection connection = Server.connect(url("postgres"), superuser(home))) {
                if (connection.isValid(1)) {
                    return true;
                }
            } catch (SQLException e) {
                // Not yet: it is asked again until it ends or the time is over.
            }
            Thread.sleep(20);
        }
        return false;
    }

    String url(String database) {
        return url(port, database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** The port of the server that another process has running in the folder; empty where none has. */
    static Optional<Integer> portOfRunning(Home home) {
        Path own = home.data().resolve("postmaster.pid");
        if (!Files.exists(own) || !isLocked(home)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(own, UTF_8);
            return lines.size() > PORT_LINE
                    ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new DatabaseTrouble("%s 不能读取：%s".formatted(own, e.getMessage()), e);
        }
    }

    private static boolean isLocked(Home home) {
        try (FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new DatabaseTrouble("数据目录 %s 不能加锁：%s".formatted(home.folder(), e.getMessage()), e);
        }
    }

    static Login superuser(Home home) {
        return new Login(SUPERUSER, Passwords.of(home, SUPERUSER));
    }

    Login superuser() {
        return superuser(home);
    }

    /** Stops the server in order and gives the folder free. */
    @Override
    public void close() {
        try {
            end();
        } catch (IOException e) {
            throw new DatabaseTrouble("数据库不能停止：" + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release(lock);
        }
    }

    private void end() throws IOException, InterruptedException {
        pipe.close();
        if (!watch.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            watch.descendants().forEach(ProcessHandle::destroyForcibly);
            watch.destroyForcibly();
        }
    }
}
