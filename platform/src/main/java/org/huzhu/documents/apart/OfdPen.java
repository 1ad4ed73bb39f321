package org.huzhu.documents.apart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.w3c.dom.Element;

/** Draws the objects of a page; the unit is the millimetre. */
final class OfdPen {

    private static final double USUAL_LINE = 0.353;
    private static final int PIXELS_MAX = 20_000_000;

    private final Graphics2D sheet;
    private final Function<String, Optional<byte[]>> pictures;

    OfdPen(Graphics2D sheet, Function<String, Optional<byte[]>> pictures) {
        this.sheet = sheet;
        this.pictures = pictures;
    }

    void draw(Element object) {
        String name = String.valueOf(object.getLocalName());
        if (!name.equals("TextObject") && !name.equals("PathObject") && !name.equals("ImageObject")) {
            return;
        }
        Box box = Box.of(object.getAttribute("Boundary"));
        Graphics2D pen = (Graphics2D) sheet.create();
        pen.translate(box.x(), box.y());
        if (object.hasAttribute("CTM")) {
            pen.transform(new AffineTransform(Arrays.copyOf(Box.numbers(object.getAttribute("CTM")), 6)));
        }
        switch (name) {
            case "TextObject" -> text(pen, object);
            case "PathObject" -> path(pen, object);
            default -> picture(pen, object, box);
        }
        pen.dispose();
    }

    private static void text(Graphics2D pen, Element object) {
        double size = Box.of(object.getAttribute("Size")).x();
        pen.setColor(colour(object, "FillColor"));
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size));
        for (Element code : OfdFile.children(object, "TextCode")) {
            double x = Box.of(code.getAttribute("X")).x();
            double y = Box.of(code.getAttribute("Y")).x();
            double[] steps = steps(code.getAttribute("DeltaX"));
            int[] signs = code.getTextContent().strip().codePoints().toArray();
            for (int i = 0; i < signs.length; i++) {
                pen.drawString(Character.toString(signs[i]), (float) x, (float) y);
                x += i < steps.length ? steps[i] : width(signs[i], size);
            }
        }
    }

    private static double width(int sign, double size) {
        return Character.isIdeographic(sign) || sign > 0x2E80 ? size : size / 2;
    }

    /** Numbers, of which {@code g 3 2.5} stands for three times 2.5. */
    private static double[] steps(String words) {
        if (words.isBlank()) {
            return new double[0];
        }
        java.util.List<Double> steps = new java.util.ArrayList<>();
        String[] each = words.strip().split("\\s+", -1);
        for (int i = 0; i < each.length; i++) {
            boolean many = each[i].equals("g") && i + 2 < each.length;
            int times = many ? (int) Math.clamp(Box.of(each[i + 1]).x(), 0, 10_000) : 1;
            double step = Box.of(many ? each[i + 2] : each[i]).x();
            i += many ? 2 : 0;
            for (; times > 0; times--) {
                steps.add(step);
            }
        }
        return steps.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Color colour(Element object, String name) {
        double[] parts = OfdFile.child(object, name)
                .map(colour -> Box.numbers(colour.getAttribute("Value")))
                .orElse(new double[] {0, 0, 0});
        int[] rgb = Arrays.stream(Arrays.copyOf(parts, 3))
                .mapToInt(part -> (int) Math.clamp(part, 0, 255))
                .toArray();
        return new Color(rgb[0], rgb[1], rgb[2]);
    }

    private static void path(Graphics2D pen, Element object) {
        String words = OfdFile.child(object, "AbbreviatedData")
                .map(Element::getTextContent)
                .orElse("");
        Path2D path = new Path2D.Double();
        path.moveTo(0, 0);
        String[] each = words.strip().split("\\s+", -1);
        for (int i = 0; i < each.length; i++) {
            int count = arguments(each[i]);
            if (i + count >= each.length) {
                break;
            }
            double[] at = Box.numbers(String.join(" ", Arrays.copyOfRange(each, i + 1, i + 1 + count)));
            switch (each[i].toUpperCase(Locale.ROOT)) {
                case "S", "M" -> path.moveTo(at[0], at[1]);
                case "L" -> path.lineTo(at[0], at[1]);
                case "Q" -> path.quadTo(at[0], at[1], at[2], at[3]);
                case "B" -> path.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                case "A" -> path.lineTo(at[5], at[6]);
                case "C" -> path.closePath();
                default -> {
                    // A number that nothing waits for.
                }
            }
            i += count;
        }
        if (object.getAttribute("Fill").equals("true")) {
            pen.setColor(colour(object, "FillColor"));
            pen.fill(path);
        }
        if (!object.getAttribute("Stroke").equals("false")) {
            double wide = Box.of(object.getAttribute("LineWidth")).x();
            pen.setStroke(new BasicStroke((float) (wide > 0 ? wide : USUAL_LINE)));
            pen.setColor(colour(object, "StrokeColor"));
            pen.draw(path);
        }
    }

    private static int arguments(String step) {
        return switch (step.toUpperCase(Locale.ROOT)) {
            case "S", "M", "L" -> 2;
            case "Q" -> 4;
            case "B" -> 6;
            case "A" -> 7;
            default -> 0;
        };
    }

    /** A picture fills the unit square that the matrix stretches; without a matrix, its box. */
    private void picture(Graphics2D pen, Element object, Box box) {
        Optional<BufferedImage> read =
                pictures.apply(object.getAttribute("ResourceID")).flatMap(OfdPen::decoded);
        if (read.isPresent()) {
            if (!object.hasAttribute("CTM")) {
                pen.scale(box.wide(), box.high());
            }
            BufferedImage picture = read.get();
            pen.drawImage(
                    picture,
                    AffineTransform.getScaleInstance(1.0 / picture.getWidth(), 1.0 / picture.getHeight()),
                    null);
        }
    }

    private static Optional<BufferedImage> decoded(byte[] file) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            return pixels > PIXELS_MAX ? Optional.empty() : Optional.of(reader.read(0));
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }
}
