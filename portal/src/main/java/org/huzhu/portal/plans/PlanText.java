package org.huzhu.portal.plans;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Optional;
import org.huzhu.catalogue.PlanDesk;
import org.huzhu.catalogue.Version;
import org.huzhu.portal.Typed;
import org.springframework.web.multipart.MultipartFile;

/** The text of a file of plans, as a form brings it: typed, or as a file of the browser's machine. */
final class PlanText {

    private static final String MARK = "\uFEFF";

    private PlanText() {}

    /** What was uploaded, else what was typed; where neither can be read, the form says so. */
    static Optional<String> of(String typedText, Optional<MultipartFile> upload, Typed typed) {
        Optional<MultipartFile> file = upload.filter(each -> !each.isEmpty());
        Optional<String> text = file.isPresent() ? read(file.get(), typed) : Optional.of(typedText);
        return text.map(PlanText::tidied).filter(words -> {
            if (words.isBlank()) {
                typed.refuse("content", "typed.missing");
            }
            return typed.isSound();
        });
    }

    private static Optional<String> read(MultipartFile file, Typed typed) {
        if (file.getSize() > PlanDesk.BYTES_MAX) {
            typed.refuse("content", "PlanRefused.TOO_LARGE");
            return Optional.empty();
        }
        try {
            return Optional.of(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString());
        } catch (CharacterCodingException e) {
            typed.refuse("content", "desk.encoding");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the line ends of plan files, and without the mark that some editors put first. */
    private static String tidied(String text) {
        String bare = text.startsWith(MARK) ? text.substring(1) : text;
        return bare.replace("\r\n", "\n");
    }

    /** A form that begins with a version and makes the next one of it: of this year, where its name is a year. */
    static Typed next(Version version, int year) {
        String[] parts = version.file().split("/", 2);
        boolean isYear = parts.length == 2 && parts[1].matches("[0-9]{4}\\.yaml");
        if (!isYear) {
            return Typed.of(Map.of("file", version.file(), "content", version.content()));
        }
        int last = Integer.parseInt(parts[1].substring(0, 4));
        String name = String.valueOf(Math.max(year, last + 1));
        return Typed.of(Map.of(
                "file",
                parts[0] + "/" + name + ".yaml",
                "content",
                version.content().replaceFirst("(?m)^版本: .*$", "版本: \"" + name + "\"")));
    }
}
