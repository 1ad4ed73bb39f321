package org.huzhu.payments.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The forms of files that are known: ISO 20022 and the layouts that come with the program. */
@Component
public class FileForms {

    private static final List<String> LAYOUTS = List.of("bob-csv", "fixed", "workbook");

    private final Map<String, FileForm> forms = new LinkedHashMap<>();

    FileForms() {
        add(new PainForm());
        LAYOUTS.forEach(name -> add(new LayoutForm(LayoutText.layout(text(name)))));
    }

    private void add(FileForm form) {
        forms.put(form.name(), form);
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(FileForms.class.getResourceAsStream(name + ".yaml"), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<FileForm> find(String name) {
        return Optional.ofNullable(forms.get(name));
    }

    public List<FileForm> all() {
        return List.copyOf(forms.values());
    }
}
