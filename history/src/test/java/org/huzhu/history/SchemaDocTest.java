package org.huzhu.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huzhu.history.parquet.Column;
import org.junit.jupiter.api.Test;

class SchemaDocTest {

    private static final Path PAGE = Path.of("../docs/history.md");
    private static final Pattern SECTION = Pattern.compile("(?m)^### `(\\w+)`.*$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+)( or null)? \\|.*$");

    @Test
    void the_page_has_every_column_of_every_table_in_its_order_with_its_type() throws IOException {
        String page = Files.readString(PAGE);
        List<String> events = columns(section(page, "events"));
        List<String> costs = columns(section(page, "costs"));

        for (Table table : Table.values()) {
            List<String> stated = new ArrayList<>();
            table.kind().ifPresent(kind -> stated.addAll(events));
            stated.addAll(columns(section(page, table.folder())));
            if (table == Table.VISITS || table == Table.STAYS) {
                stated.addAll(costs);
            }
            assertThat(stated).as(table.folder()).isEqualTo(columns(table));
        }
    }

    private static String section(String page, String name) {
        Matcher heads = SECTION.matcher(page);
        while (heads.find()) {
            if (heads.group(1).equals(name)) {
                int from = heads.end();
                int to = page.indexOf("\n#", from);
                return page.substring(from, to < 0 ? page.length() : to);
            }
        }
        throw new AssertionError(PAGE + " has no section ### `" + name + "`");
    }

    private static List<String> columns(String section) {
        return ROW.matcher(section)
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + (row.group(3) == null ? "" : row.group(3)))
                .toList();
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(SchemaDocTest::stated).toList();
    }

    private static String stated(Column column) {
        return column.name() + " " + column.type() + (column.isNullable() ? " or null" : "");
    }
}
