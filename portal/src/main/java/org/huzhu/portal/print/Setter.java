package org.huzhu.portal.print;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.huzhu.portal.Texts;
import org.huzhu.portal.print.Printout.Column;
import org.huzhu.portal.print.Printout.Fact;
import org.huzhu.portal.print.Printout.Foot;
import org.huzhu.portal.print.Printout.Grid;
import org.huzhu.portal.print.Printout.Heading;

/** Sets a form on pages, block by block. */
final class Setter {

    private static final float SIZE = 9.5f;
    private static final float LINE = SIZE * Pen.LEADING;
    private static final float PAD = 4;
    private static final float NAMES = 74;
    private static final float CODE = 68;
    private static final float STAMP = 96;
    private static final Color SHADE = new Color(0xEEEEEE);

    private final Pen pen;

    Setter(Pen pen) {
        this.pen = pen;
    }

    void set(Printout printout) throws IOException {
        heading(printout.heading());
        facts(printout.facts());
        grid(printout.grid());
        for (Fact sum : printout.sums()) {
            boxes(List.of(sum), Pen.WIDTH);
        }
        notes(printout.notes());
        foot(printout.foot());
        pen.number(
                printout.heading().title() + " " + printout.heading().number(),
                (page, pages) -> Texts.say("print.page", page, pages));
    }

    private void heading(Heading heading) throws IOException {
        code(heading.address());
        pen.setMiddle(heading.society(), 11, 4);
        pen.bold(() -> pen.setMiddle(heading.title(), 19, 20));
        pen.setMiddle(heading.number(), 10, 50);
        pen.down(CODE + 12);
    }

    private void code(String address) throws IOException {
        QrCode code = QrCode.encodeText(address, Ecc.MEDIUM);
        float module = CODE / code.size;
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    pen.fill(
                            Color.BLACK,
                            Pen.RIGHT - CODE + column * module,
                            row * module,
                            module * 1.02f,
                            module * 1.02f);
                }
            }
        }
    }

    /** Two beside each other; one that stands alone takes the whole width. */
    private void facts(List<Fact> facts) throws IOException {
        for (int at = 0; at < facts.size(); at += 2) {
            List<Fact> pair = facts.subList(at, Math.min(at + 2, facts.size()));
            boxes(pair, Pen.WIDTH / pair.size());
        }
        pen.down(10);
    }

    private void boxes(List<Fact> facts, float width) throws IOException {
        List<List<String>> values = new ArrayList<>();
        for (Fact fact : facts) {
            values.add(pen.lines(fact.value(), SIZE, width - NAMES - 2 * PAD));
        }
        float height = Collections.max(values.stream().map(List::size).toList()) * LINE + 2 * PAD;
        room(height);
        for (int at = 0; at < facts.size(); at++) {
            float x = Pen.LEFT + at * width;
            pen.fill(SHADE, x, 0, NAMES, height);
            pen.frame(x, 0, NAMES, height);
            pen.frame(x + NAMES, 0, width - NAMES, height);
            pen.set(facts.get(at).name(), SIZE, x + PAD, PAD);
            stack(values.get(at), x + NAMES + PAD);
        }
        pen.down(height);
    }

    private void stack(List<String> lines, float x) throws IOException {
        for (int line = 0; line < lines.size(); line++) {
            pen.set(lines.get(line), SIZE, x, PAD + line * LINE);
        }
    }

    private void room(float height) throws IOException {
        if (!pen.fits(height)) {
            pen.newPage();
        }
    }

    private void grid(Grid grid) throws IOException {
        if (grid.rows().isEmpty()) {
            return;
        }
        int shares = grid.columns().stream().mapToInt(Column::share).sum();
        List<Float> widths = grid.columns().stream()
                .map(column -> Pen.WIDTH * column.share() / shares)
                .toList();
        List<String> titles = grid.columns().stream().map(Column::title).toList();
        row(grid.columns(), widths, titles, true);
        for (Printout.Row row : grid.rows()) {
            if (!pen.fits(height(row.cells(), widths))) {
                pen.newPage();
                row(grid.columns(), widths, titles, true);
            }
            row(grid.columns(), widths, row.cells(), false);
        }
        pen.down(10);
    }

    private float height(List<String> cells, List<Float> widths) {
        int most = 1;
        for (int column = 0; column < cells.size(); column++) {
            int lines = pen.lines(cells.get(column), SIZE, widths.get(column) - 2 * PAD)
                    .size();
            most = Math.max(most, lines);
        }
        return most * LINE + 2 * PAD;
    }

    private void row(List<Column> columns, List<Float> widths, List<String> cells, boolean isTitle) throws IOException {
        float height = height(cells, widths);
        float x = Pen.LEFT;
        for (int column = 0; column < cells.size(); column++) {
            float width = widths.get(column);
            if (isTitle) {
                pen.fill(SHADE, x, 0, width, height);
            }
            pen.frame(x, 0, width, height);
            List<String> lines = pen.lines(cells.get(column), SIZE, width - 2 * PAD);
            for (int line = 0; line < lines.size(); line++) {
                if (columns.get(column).isAmount()) {
                    pen.setRight(lines.get(line), SIZE, x + width - PAD, PAD + line * LINE);
                } else {
                    pen.set(lines.get(line), SIZE, x + PAD, PAD + line * LINE);
                }
            }
            x += width;
        }
        pen.down(height);
    }

    private void notes(List<String> notes) throws IOException {
        List<String> all = new ArrayList<>(notes);
        if (pen.lacks()) {
            all.add(Texts.say("print.lacks"));
        }
        pen.down(8);
        for (String note : all) {
            for (String line : pen.lines(note, SIZE, Pen.WIDTH)) {
                room(LINE);
                pen.set(line, SIZE, Pen.LEFT, 0);
                pen.down(LINE);
            }
            pen.down(3);
        }
    }

    /** Signatures at the left, the place of the stamp at the right; all of it on one page. */
    private void foot(Foot foot) throws IOException {
        pen.down(14);
        float height = Math.max(STAMP + 2 * LINE, foot.signs().size() * 30f + LINE);
        room(height);
        for (int at = 0; at < foot.signs().size(); at++) {
            pen.set(foot.signs().get(at), SIZE, Pen.LEFT, at * 30f + 6);
            pen.rule(Pen.LEFT + NAMES + 20, Pen.LEFT + 240, at * 30f + 6 + LINE);
        }
        float box = 150;
        pen.frame(Pen.RIGHT - box, 0, box, STAMP);
        pen.set(foot.stamp(), SIZE, Pen.RIGHT - box + PAD, PAD);
        pen.setRight(Texts.say("print.day"), SIZE, Pen.RIGHT - PAD, STAMP - LINE - PAD);
        pen.setRight(Texts.say("print.printed", foot.printedOn()), SIZE, Pen.RIGHT, STAMP + 4);
        pen.down(height);
    }
}
