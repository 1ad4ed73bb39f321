package org.huzhu.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.huzhu.history.HistoryRefused;
import org.huzhu.quarter.SettlementStopped;
import org.huzhu.quarter.table.DiskWording;
import org.huzhu.quarter.table.FileRefused;
import org.jspecify.annotations.Nullable;

/** Words what ended a command: one line that says what to do, the details in a file of their own. */
final class Troubles {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final Path folder;
    private final Clock clock;

    /**
     * Keeps the details of failures in the given folder, which is made when it is first needed.
     *
     * @param clock names the file
     */
    Troubles(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Prints one line about the failure and answers with the exit code that belongs to it. */
    int report(Throwable failure, PrintWriter err) {
        return switch (failure) {
            case Refusal refusal -> say(err, refusal.getMessage(), refusal.exitCode());
            case SettlementStopped stopped -> say(err, stopped.getMessage() + "。", Exit.ENVIRONMENT);
            case HistoryRefused refused -> say(err, refused.getMessage() + "。", Exit.ENVIRONMENT);
            case FileRefused refused -> say(err, refused.getMessage() + "。", Exit.ENVIRONMENT);
            case UncheckedIOException unread -> report(requireNonNull(unread.getCause()), err);
            case IOException unread -> say(err, wording(unread), Exit.ENVIRONMENT);
            case OutOfMemoryError _ -> say(err, "内存不足。请加大内存后重试，例如：HUZHU_JAVA_OPTS=-Xmx4g ./huzhu …", Exit.ENVIRONMENT);
            default -> say(err, "程序出错，未能完成。请重试；仍然出错时，请把" + details(failure) + "交给维护者。", Exit.FAULT);
        };
    }

    private static int say(PrintWriter err, @Nullable String message, int exitCode) {
        err.println(message);
        return exitCode;
    }

    private static String wording(IOException failure) {
        String file = failure instanceof FileSystemException named ? " " + named.getFile() : "";
        return "读写失败" + file + "：" + DiskWording.of(failure) + "。请检查路径、权限和磁盘空间。";
    }

    /** Where the details went; where they cannot be kept, the failure itself. */
    private String details(Throwable failure) {
        Path file = folder.resolve("error-" + MOMENT.format(LocalDateTime.now(clock)) + ".log");
        try {
            Files.createDirectories(folder);
            try (PrintWriter log = new PrintWriter(Files.newBufferedWriter(file))) {
                failure.printStackTrace(log);
            }
            return "错误详情 " + file + " ";
        } catch (IOException e) {
            return "这一行（" + failure + "；详情未能写入 " + file + "）";
        }
    }
}
