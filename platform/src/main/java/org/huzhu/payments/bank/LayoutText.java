package org.huzhu.payments.bank;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.kernel.Require;
import org.huzhu.payments.bank.AnswerLine.Outcome;
import org.huzhu.payments.bank.Layout.Cell;
import org.huzhu.payments.bank.Layout.Form;
import org.huzhu.payments.bank.Layout.Part;
import org.huzhu.payments.bank.Layout.Records;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads a layout; a word that it does not know is refused. */
final class LayoutText {

    private final Map<String, Object> values;
    private final Set<String> left;
    private final String place;

    private LayoutText(Object read, String place) {
        Require.that(read instanceof Map, "At %s of a layout there are names with values", place);
        this.values = new LinkedHashMap<>();
        ((Map<?, ?>) read).forEach((key, value) -> values.put(key.toString(), value));
        this.left = new HashSet<>(values.keySet());
        this.place = place;
    }

    /** The layout that a text describes. */
    static Layout layout(String yaml) {
        LayoutText all = new LayoutText(
                new Load(LoadSettings.builder().setMaxAliasesForCollections(0).build()).loadFromString(yaml),
                "the top");
        Layout layout = new Layout(
                all.text("name"),
                all.text("title"),
                all.text("bank"),
                Form.valueOf(all.text("form").toUpperCase(Locale.ROOT)),
                Charset.forName(all.text("encoding")),
                Integer.parseInt(all.text("lines")),
                Integer.parseInt(all.text("days")),
                all.records("out"),
                all.records("back"),
                all.results(),
                all.within("reasons").texts());
        all.finish();
        return layout;
    }

    private Optional<String> maybe(String name) {
        left.remove(name);
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    private String text(String name) {
        return maybe(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A layout says '%s' at %s, which is missing".formatted(name, place)));
    }

    private LayoutText within(String name) {
        left.remove(name);
        return new LayoutText(Optional.ofNullable(values.get(name)).orElse(Map.of()), name);
    }

    private void finish() {
        Require.that(left.isEmpty(), "A layout says nothing of %s at %s", left, place);
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }

    private Map<String, Outcome> results() {
        Map<String, Outcome> results = new LinkedHashMap<>();
        within("results").texts().forEach((code, outcome) -> results.put(code, Outcome.valueOf(outcome)));
        return results;
    }

    private Records records(String name) {
        LayoutText part = within(name);
        Records records = new Records(part.cells("top"), part.cells("columns"), part.cells("end"));
        part.finish();
        return records;
    }

    private List<Cell> cells(String name) {
        left.remove(name);
        List<Cell> cells = new ArrayList<>();
        if (values.get(name) instanceof List<?> all) {
            all.forEach(each -> cells.add(new LayoutText(each, place + "/" + name).cell()));
        }
        return cells;
    }

    private Cell cell() {
        Optional<Part> field = maybe("field").map(part -> Part.valueOf(part.toUpperCase(Locale.ROOT)));
        Cell cell = new Cell(
                maybe("title").orElse(""),
                field,
                maybe("text"),
                Integer.parseInt(maybe("width").orElse("0")),
                maybe("right").map(Boolean::parseBoolean).orElse(false),
                maybe("fen").map(Boolean::parseBoolean).orElse(false),
                maybe("form").orElse("uuuu-MM-dd"));
        Require.that(field.isPresent() != cell.text().isPresent(), "A cell at %s has a field or a text", place);
        finish();
        return cell;
    }
}
