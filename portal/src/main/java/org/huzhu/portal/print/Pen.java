package org.huzhu.portal.print;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Sets texts and rules on A4 pages, from the top down; lengths are in points. */
final class Pen implements AutoCloseable {

    static final float LEFT = 51;
    static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;
    static final float WIDTH = RIGHT - LEFT;
    static final float LEADING = 1.45f;

    private static final float TOP = PDRectangle.A4.getHeight() - 51;
    private static final float BOTTOM = 60;
    private static final float DESCENT = 0.28f;
    private static final float HAIR = 0.5f;
    private static final float BOLD = 0.35f;

    private final PDDocument document;
    private final PDFont font;
    private final Lettering lettering;
    private PDPageContentStream stream;
    private float y;

    Pen(PDDocument document, PDFont font, Lettering lettering) throws IOException {
        this.document = document;
        this.font = font;
        this.lettering = lettering;
        this.stream = open();
    }

    private PDPageContentStream open() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = TOP;
        return new PDPageContentStream(document, page);
    }

    void newPage() throws IOException {
        stream.close();
        stream = open();
    }

    /** Whether so much still stands on the page. */
    boolean fits(float height) {
        return y - height >= BOTTOM;
    }

    float y() {
        return y;
    }

    /** Goes down. */
    void down(float by) {
        y -= by;
    }

    List<String> lines(String text, float size, float width) {
        return lettering.lines(lettering.settable(text), size, width);
    }

    /** Whether a sign was set that the font lacks. */
    boolean lacks() {
        return lettering.lacks();
    }

    /** Sets a line whose upper edge is so far below the pen. */
    void set(String text, float size, float x, float below) throws IOException {
        write(stream, text, size, x, y - below - size * (LEADING - DESCENT));
    }

    void setRight(String text, float size, float right, float below) throws IOException {
        set(text, size, right - lettering.width(lettering.settable(text), size), below);
    }

    void setMiddle(String text, float size, float below) throws IOException {
        set(text, size, (LEFT + RIGHT - lettering.width(lettering.settable(text), size)) / 2, below);
    }

    /** What is set by the work is bold: drawn with an edge, since the font is one. */
    void bold(Setting work) throws IOException {
        stream.setRenderingMode(RenderingMode.FILL_STROKE);
        stream.setLineWidth(BOLD);
        work.set();
        stream.setRenderingMode(RenderingMode.FILL);
        stream.setLineWidth(HAIR);
    }

    /** Something that is set. */
    interface Setting {
        void set() throws IOException;
    }

    private void write(PDPageContentStream to, String text, float size, float x, float base) throws IOException {
        String settable = lettering.settable(text);
        if (settable.isEmpty()) {
            return;
        }
        to.beginText();
        to.setFont(font, size);
        to.newLineAtOffset(x, base);
        to.showText(settable);
        to.endText();
    }

    /** A frame whose upper edge is so far below the pen. */
    void frame(float x, float below, float width, float height) throws IOException {
        stream.setLineWidth(HAIR);
        stream.addRect(x, y - below - height, width, height);
        stream.stroke();
    }

    void rule(float from, float to, float below) throws IOException {
        stream.setLineWidth(HAIR);
        stream.moveTo(from, y - below);
        stream.lineTo(to, y - below);
        stream.stroke();
    }

    void fill(Color color, float x, float below, float width, float height) throws IOException {
        stream.setNonStrokingColor(color);
        stream.addRect(x, y - below - height, width, height);
        stream.fill();
        stream.setNonStrokingColor(Color.BLACK);
    }

    /** Writes at the bottom of each page, once all of them are there. */
    void number(String left, PageNumber words) throws IOException {
        stream.close();
        int pages = document.getNumberOfPages();
        for (int page = 0; page < pages; page++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, document.getPage(page), AppendMode.APPEND, true, true)) {
                String right = lettering.settable(words.of(page + 1, pages));
                write(foot, left, 8, LEFT, BOTTOM - 24);
                write(foot, right, 8, RIGHT - lettering.width(right, 8), BOTTOM - 24);
            }
        }
    }

    /** How a page is called that is one of several. */
    interface PageNumber {
        String of(int page, int pages);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
