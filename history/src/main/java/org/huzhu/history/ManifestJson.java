package org.huzhu.history;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.columns.Part;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The manifest as JSON (RFC 8259), which is YAML too: the reader of plans reads it. */
final class ManifestJson {

    private ManifestJson() {}

    static String of(Manifest manifest) {
        String rows = Stream.of(Table.values())
                .map(table -> "    \"%s\": %d"
                        .formatted(table.folder(), manifest.rows().get(table)))
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "version": %d,
                  "members": %d,
                  "parts": %d,
                  "first_year": %d,
                  "last_year": %d,
                  "made_by": %s,
                  "rows": {
                %s
                  }
                }
                """.formatted(
                        manifest.version(),
                        manifest.members(),
                        manifest.parts(),
                        manifest.firstYear(),
                        manifest.lastYear(),
                        quoted(manifest.madeBy()),
                        rows);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Reads a manifest; {@code file} is what it is called where something is wrong with it. */
    static Manifest read(String text, String file) {
        Object read;
        try {
            read = new Load(LoadSettings.builder().build()).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new HistoryRefused("文件 " + file + " 不是 JSON" + HistoryRefused.REMEDY, e);
        }
        Map<?, ?> all = object(read, "整个文件", file);
        long version = number(all.get("version"), "version", file);
        if (version != Manifest.VERSION) {
            throw new HistoryRefused("文件 " + file + " 的格式版本 version 是 " + version + "，这个程序只读版本 " + Manifest.VERSION
                    + "。请用写出它的程序，或用 huzhu history make 重新生成");
        }
        long members = number(all.get("members"), "members", file);
        int parts = small(all.get("parts"), "parts", file);
        if (members > (long) parts * Part.MEMBERS || members < (parts - 1L) * Part.MEMBERS) {
            throw refused(parts, "parts", file, "与 members 的 " + members + " 不符");
        }
        Map<?, ?> counts = object(all.get("rows"), "rows", file);
        Map<Table, Long> rows = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            rows.put(table, number(counts.get(table.folder()), "rows." + table.folder(), file));
        }
        return new Manifest(
                (int) version,
                members,
                parts,
                rows,
                small(all.get("first_year"), "first_year", file),
                small(all.get("last_year"), "last_year", file),
                String.valueOf(all.get("made_by")));
    }

    private static Map<?, ?> object(@Nullable Object value, String name, String file) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw refused(value, name, file, "应是对象");
    }

    private static int small(@Nullable Object value, String name, String file) {
        long number = number(value, name, file);
        if (number > Integer.MAX_VALUE) {
            throw refused(value, name, file, "过大");
        }
        return (int) number;
    }

    private static long number(@Nullable Object value, String name, String file) {
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            if (number >= 0) {
                return number;
            }
        }
        throw refused(value, name, file, "应是不小于零的整数");
    }

    private static HistoryRefused refused(@Nullable Object value, String name, String file, String wanted) {
        return new HistoryRefused("文件 " + file + " 的 " + name + " 是 " + value + "，" + wanted + HistoryRefused.REMEDY);
    }
}
