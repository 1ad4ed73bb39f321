package org.huzhu.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huzhu.kernel.Require;
import org.springframework.stereotype.Component;

/** How templates are worded, read strictly at start: each has a wording, and each word of that is one of its own. */
@Component
class Wordings {

    private static final String FILE = "wordings.txt";
    private static final Pattern LINE = Pattern.compile("([A-Z_]+) (\\S.*\\S)");
    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

    private final Map<Template, String> all;

    Wordings() {
        this(own());
    }

    private Wordings(String text) {
        this.all = read(text);
    }

    static Wordings of(String text) {
        return new Wordings(text);
    }

    private static String own() {
        try (InputStream file = Objects.requireNonNull(Wordings.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Template, String> read(String text) {
        Map<Template, String> all = new EnumMap<>(Template.class);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int number = i + 1;
            MatchResult parts = LINE.matcher(line)
                    .results()
                    .filter(match -> match.group().equals(line))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Line %d of %s is a template and its wording, with one space between: %s"
                                    .formatted(number, FILE, line)));
            Template template = template(parts.group(1), number);
            requireKnownWords(template, parts.group(2), number);
            Require.that(
                    all.putIfAbsent(template, parts.group(2)) == null,
                    "Line %d of %s words %s a second time",
                    number,
                    FILE,
                    template);
        }
        for (Template template : Template.values()) {
            Require.that(all.containsKey(template), "%s has no wording for %s", FILE, template);
        }
        return all;
    }

    private static Template template(String name, int line) {
        return Arrays.stream(Template.values())
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Line %d of %s words %s, which no template is called".formatted(line, FILE, name)));
    }

    private static void requireKnownWords(Template template, String wording, int line) {
        Set<String> used =
                BLANK.matcher(wording).results().map(match -> match.group(1)).collect(Collectors.toSet());
        Set<String> unknown = new HashSet<>(used);
        unknown.removeAll(template.words());
        Require.that(unknown.isEmpty(), "Line %d of %s: %s has no words %s", line, FILE, template, unknown);
        String rest = BLANK.matcher(wording).replaceAll("");
        Require.that(
                rest.indexOf('{') < 0 && rest.indexOf('}') < 0,
                "Line %d of %s: a word stands in braces, as {sum} does",
                line,
                FILE);
    }

    /** The sentences that a member reads. */
    String say(Template template, List<String> words) {
        String wording = Optional.ofNullable(all.get(template)).orElseThrow();
        return BLANK.matcher(wording)
                .replaceAll(match ->
                        Matcher.quoteReplacement(words.get(template.words().indexOf(match.group(1)))));
    }
}
