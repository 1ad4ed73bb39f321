package org.huzhu.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.huzhu.database.Home;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Writes messages into a file, a line of JSON each, until a provider of short messages is there. */
@Component
@Fallback
class FileMessageSink implements MemberSignIn.Messages {

    private final Path file;
    private final Clock clock;

    FileMessageSink(Home home, Clock clock) {
        this.file = home.logs().resolve("messages.jsonl");
        this.clock = clock;
    }

    @Override
    public synchronized void send(String phone, String text) {
        String line = "{\"at\":\"%s\",\"phone\":\"%s\",\"text\":\"%s\"}\n"
                .formatted(clock.instant(), escape(phone), escape(text));
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            Files.writeString(file, line, UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escape(String text) {
        StringBuilder clear = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' || sign == '\\') {
                clear.append('\\').append(sign);
            } else if (sign < ' ') {
                clear.append("\\u%04x".formatted((int) sign));
            } else {
                clear.append(sign);
            }
        }
        return clear.toString();
    }
}
