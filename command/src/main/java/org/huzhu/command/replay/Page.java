package org.huzhu.command.replay;

import java.util.List;

/** A page of HTML in the making; every text is escaped. */
final class Page {

    private final StringBuilder text = new StringBuilder();

    /** What stands in a text or an attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Markup as it stands. */
    Page raw(String markup) {
        text.append(markup).append('\n');
        return this;
    }

    /** An element that holds a text alone. */
    Page tag(String name, String content) {
        return raw("<" + name + ">" + escaped(content) + "</" + name.split(" ", 2)[0] + ">");
    }

    Page list(List<String> items) {
        raw("<ul>");
        items.forEach(item -> tag("li", item));
        return raw("</ul>");
    }

    /** One cell of a table. */
    record Cell(String text, String kind) {
        static Cell of(String text) {
            return new Cell(text, "");
        }

        static Cell number(String text) {
            return new Cell(text, "n");
        }

        /** A number that is coloured by its direction, which its sign says too. */
        static Cell change(long change, String text) {
            return new Cell(text, change > 0 ? "n more" : change < 0 ? "n less" : "n");
        }

        private String markup(String name) {
            String attribute = kind.isEmpty() ? "" : " class=\"" + kind + "\"";
            return "<" + name + attribute + ">" + escaped(text) + "</" + name.split(" ", 2)[0] + ">";
        }
    }

    /** A table that scrolls by itself where the page is too narrow; the first cell of a row is its heading. */
    Page table(String caption, List<Cell> head, List<List<Cell>> rows) {
        raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + escaped(caption) + "\"><table>");
        tag("caption", caption);
        text.append("<thead><tr>");
        head.forEach(cell -> text.append(cell.markup("th scope=\"col\"")));
        raw("</tr></thead><tbody>");
        for (List<Cell> row : rows) {
            text.append("<tr>").append(row.getFirst().markup("th scope=\"row\""));
            row.stream().skip(1).forEach(cell -> text.append(cell.markup("td")));
            raw("</tr>");
        }
        return raw("</tbody></table></div>");
    }

    /** A drawing that scrolls by itself where the page is too narrow. */
    Page drawing(String label, String svg) {
        raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + escaped(label) + "\">");
        return raw(svg).raw("</div>");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
