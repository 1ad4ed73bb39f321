package org.huzhu.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is not enough of, where something failed through nobody's fault: it can be done again later. */
public enum Strain {
    /** The database does not answer, or has no connection free. */
    BUSY,
    /** A disk takes no more: that of the database, or one of ours. */
    FULL;

    private static final String DISK_FULL = "53100";
    private static final List<String> NO_ANSWER = List.of("08", "53", "57P");

    /** What the system says, in the languages it is run in here. */
    private static final List<String> WORDS =
            List.of("No space left on device", "File too large", "Disk quota exceeded", "设备上没有空间", "文件过大", "超出磁盘限额");

    /** Which of these the failure comes from; empty where it comes from something else. */
    public static Optional<Strain> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> one(cause).stream())
                .findFirst();
    }

    private static Optional<Strain> one(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException _ -> Optional.of(BUSY);
            case SQLException refused -> one(Objects.toString(refused.getSQLState(), ""));
            case IOException broken -> isFull(broken) ? Optional.of(FULL) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Strain> one(String state) {
        if (state.equals(DISK_FULL)) {
            return Optional.of(FULL);
        }
        return NO_ANSWER.stream().anyMatch(state::startsWith) ? Optional.of(BUSY) : Optional.empty();
    }

    private static boolean isFull(IOException broken) {
        String said = Objects.toString(broken.getMessage(), "");
        return WORDS.stream().anyMatch(said::contains);
    }
}
