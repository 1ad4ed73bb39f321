package org.huzhu.quarters.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huzhu.quarter.InputKind;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.stereotype.Component;

/** The forms of feeds that are known beside our own. */
@Component
public class FeedForms {

    private static final List<String> NAMES = List.of("chinese");
    private static final Charset GB = Charset.forName("GB18030");
    private static final String FEN = "分";

    private final Map<String, FeedForm> forms = new LinkedHashMap<>();

    FeedForms() {
        NAMES.forEach(name -> forms.put(name, read(name)));
    }

    /** A feed that cannot be written anew. */
    public static final class FormRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FormRefused(String why) {
            super(why);
        }
    }

    /** What they are called, by their names. */
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        forms.forEach((name, form) -> titles.put(name, form.title()));
        return titles;
    }

    public boolean knows(String name) {
        return forms.containsKey(name);
    }

    /**
     * Writes a feed anew as the settlement reads it, a row for a row.
     *
     * @throws FormRefused if a column is missing, or it is no table
     */
    public void rewrite(String name, Path theirs, Path ours) throws IOException {
        FeedForm form = Optional.ofNullable(forms.get(name)).orElseThrow(() -> new FormRefused(name));
        try (CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().fieldSeparator(form.separator()).ofNamedCsvRecord(reader(theirs));
                CsvWriter out =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(ours, UTF_8)) {
            List<String> columns = InputKind.FEED.columns();
            out.writeRecord(columns);
            for (NamedCsvRecord row : rows) {
                form.missing(row.getHeader()).ifPresent(column -> {
                    throw new FormRefused(column);
                });
                Map<String, String> cells = row.getFieldsAsMap();
                out.writeRecord(
                        columns.stream().map(column -> form.cell(column, cells)).toList());
            }
        } catch (CsvParseException | IllegalStateException e) {
            FormRefused refused = new FormRefused(String.valueOf(e.getMessage()));
            refused.initCause(e);
            throw refused;
        }
    }

    /** In UTF-8 where all of it is, else in GB18030. */
    private static Reader reader(Path file) throws IOException {
        Charset found = UTF_8;
        try (Reader in = strict(file, UTF_8)) {
            char[] buffer = new char[1 << 16];
            while (in.read(buffer) >= 0) {
                // What is not UTF-8 throws.
            }
        } catch (CharacterCodingException _) {
            found = GB;
        }
        Reader all = strict(file, found);
        all.mark(1);
        if (all.read() != '\uFEFF') {
            all.reset();
        }
        return all;
    }

    private static Reader strict(Path file, Charset charset) throws IOException {
        return new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static FeedForm read(String name) {
        try (InputStream in = Objects.requireNonNull(FeedForms.class.getResourceAsStream(name + ".yaml"), name)) {
            Map<?, ?> said = (Map<?, ?>) new Load(LoadSettings.builder()
                            .setMaxAliasesForCollections(0)
                            .build())
                    .loadFromInputStream(in);
            return new FeedForm(
                    text(said, "name"),
                    text(said, "title"),
                    text(said, "separator").charAt(0),
                    words(said, "columns"),
                    words(said, "empty"),
                    text(said, "unit").equals(FEN),
                    DateTimeFormatter.ofPattern(text(said, "days").replace('y', 'u'))
                            .withResolverStyle(ResolverStyle.STRICT),
                    words(said, "visits"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<?, ?> said, String name) {
        return String.valueOf(Objects.requireNonNull(said.get(name), name));
    }

    private static Map<String, String> words(Map<?, ?> said, String name) {
        Map<String, String> words = new LinkedHashMap<>();
        if (said.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> words.put(String.valueOf(key), String.valueOf(value)));
        }
        return words;
    }
}
