package org.huzhu.portal.print;

import java.time.LocalDate;
import java.util.List;

/**
 * A form on paper (打印件): what stands on it, in words, from the top to the bottom. The page and the PDF say the same.
 *
 * @param facts pairs above the table
 * @param sums pairs below it, over the whole width
 */
public record Printout(Heading heading, List<Fact> facts, Grid grid, List<Fact> sums, List<String> notes, Foot foot) {

    public Printout {
        facts = List.copyOf(facts);
        sums = List.copyOf(sums);
        notes = List.copyOf(notes);
    }

    /**
     * What it is.
     *
     * @param society whose form it is
     * @param number by which people name it; empty text where it has none
     * @param address of the page that shows it, for a camera
     */
    public record Heading(String title, String society, String number, String address) {}

    /** Something said of it. */
    public record Fact(String name, String value) {}

    /** A table; one without rows is not shown. */
    public record Grid(List<Column> columns, List<Row> rows) {

        static final Grid NONE = new Grid(List.of(), List.of());

        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A column.
     *
     * @param share of the width, beside those of the others
     * @param isAmount whether it holds numbers, which stand at the right
     */
    public record Column(String title, int share, boolean isAmount) {

        static Column text(String title, int share) {
            return new Column(title, share, false);
        }

        static Column amount(String title, int share) {
            return new Column(title, share, true);
        }
    }

    /**
     * A row.
     *
     * @param way where the page leads to from its second cell, a name; empty text for nowhere
     */
    public record Row(String way, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        static Row of(String... cells) {
            return new Row("", List.of(cells));
        }
    }

    /**
     * How it ends.
     *
     * @param signs who signs, each on a line
     * @param stamp whose stamp is put there
     */
    public record Foot(List<String> signs, String stamp, LocalDate printedOn) {

        public Foot {
            signs = List.copyOf(signs);
        }
    }

    /** Something that can be done with it from its page. */
    public record Way(String address, String words) {}
}
