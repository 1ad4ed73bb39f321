package org.huzhu.documents.apart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Pages of an OFD (GB/T 33190), as far as receipts need them: words, lines and pictures, each where it stands. What it
 * does not know it leaves out: who looks has the file itself too.
 */
final class OfdPages {

    private static final double DOTS_OF_MM = 8;
    private static final double SIDE_MAX_MM = 450;

    private final OfdFile file;
    private final String folder;
    private final Map<String, String> pictures = new HashMap<>();
    private final Map<String, String> templates = new HashMap<>();
    private final List<String> pages = new ArrayList<>();
    private Box sheet = new Box(0, 0, 210, 297);

    private OfdPages(OfdFile file) throws IOException {
        this.file = file;
        String root = OfdFile.child(file.xml("OFD.xml"), "DocRoot")
                .map(Element::getTextContent)
                .map(String::strip)
                .orElseThrow(() -> new IOException("No document in the file"));
        this.folder = OfdFile.folder(root);
        Element document = file.xml(root);
        OfdFile.child(document, "PhysicalBox").map(Box::of).ifPresent(box -> sheet = box);
        for (Element page : OfdFile.children(document, "Page")) {
            pages.add(OfdFile.within(folder, page.getAttribute("BaseLoc")));
        }
        for (Element template : OfdFile.children(document, "TemplatePage")) {
            templates.put(template.getAttribute("ID"), OfdFile.within(folder, template.getAttribute("BaseLoc")));
        }
        for (String kind : List.of("PublicRes", "DocumentRes")) {
            for (Element resources : OfdFile.children(document, kind)) {
                addPictures(OfdFile.within(folder, resources.getTextContent().strip()));
            }
        }
    }

    static Answer of(byte[] bytes, int first, int count) throws IOException {
        OfdPages all = new OfdPages(OfdFile.of(bytes));
        if (all.pages.size() > PdfPages.PAGES_MAX) {
            return Answer.refused("TOO_MANY_PAGES");
        }
        if (all.pages.isEmpty()) {
            return Answer.refused("BROKEN");
        }
        List<byte[]> drawn = new ArrayList<>();
        for (int page = first; page < Math.min(all.pages.size(), first + count); page++) {
            drawn.add(Drawing.jpeg(all.draw(all.pages.get(page))));
        }
        return new Answer("", all.pages.size(), "", drawn);
    }

    private void addPictures(String resources) throws IOException {
        Element all = file.xml(resources);
        String base = OfdFile.within(OfdFile.folder(resources), all.getAttribute("BaseLoc"));
        for (Element media : OfdFile.children(all, "MultiMedia")) {
            OfdFile.child(media, "MediaFile")
                    .ifPresent(name -> pictures.put(
                            media.getAttribute("ID"),
                            OfdFile.within(base, name.getTextContent().strip())));
        }
    }

    private BufferedImage draw(String name) throws IOException {
        Element page = file.xml(name);
        Box box = OfdFile.child(page, "PhysicalBox").map(Box::of).orElse(sheet);
        if (box.wide() > SIDE_MAX_MM || box.high() > SIDE_MAX_MM || box.wide() <= 0 || box.high() <= 0) {
            throw new IOException("No sheet is %s by %s mm".formatted(box.wide(), box.high()));
        }
        BufferedImage picture = new BufferedImage(
                (int) Math.ceil(box.wide() * DOTS_OF_MM),
                (int) Math.ceil(box.high() * DOTS_OF_MM),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setTransform(AffineTransform.getScaleInstance(DOTS_OF_MM, DOTS_OF_MM));
        pen.translate(-box.x(), -box.y());
        for (Element template : OfdFile.children(page, "Template")) {
            String under = templates.get(template.getAttribute("TemplateID"));
            if (under != null) {
                draw(pen, file.xml(under));
            }
        }
        draw(pen, page);
        pen.dispose();
        return picture;
    }

    private void draw(Graphics2D pen, Element page) {
        OfdPen drawing =
                new OfdPen(pen, id -> Optional.ofNullable(pictures.get(id)).flatMap(file::bytes));
        OfdFile.each(page, drawing::draw);
    }
}
