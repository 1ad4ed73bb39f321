package org.huzhu.cluster;

import java.util.List;

/** Puts pieces of JSON together. */
final class Json {

    private Json() {}

    /** An object of names and values in turn; the values are JSON already. */
    static String object(String... namesAndValues) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.append(i == 0 ? "\n  " : ",\n  ")
                    .append(text(namesAndValues[i]))
                    .append(": ")
                    .append(namesAndValues[i + 1]);
        }
        return json.append("\n}\n").toString();
    }

    /** An array of what is JSON already, an item a line. */
    static String list(List<String> items) {
        return items.isEmpty() ? "[]" : "[\n    " + String.join(",\n    ", items) + "\n  ]";
    }

    static String text(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
