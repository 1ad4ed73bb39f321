package org.huzhu.portal.claims;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes over a picture who looks at it and when; what is kept stays as it is. The signs come from the font of printed
 * forms, so that the server needs none.
 */
@Component
class Watermark {

    private static final String FONT = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final double SLANT = -Math.PI / 8;
    private static final float FAINT = 0.22f;
    private static final int SIGNS_ACROSS = 30;
    private static final int LINES_APART = 7;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable TrueTypeFont font;

    /** The picture with the words across it, again and again. */
    byte[] over(byte[] jpeg, String words) {
        try {
            BufferedImage picture = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg)));
            draw(picture, words);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
                ImageIO.write(picture, "jpg", stream);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(BufferedImage picture, String words) throws IOException {
        double size = (double) Math.max(picture.getWidth(), picture.getHeight()) / SIGNS_ACROSS;
        Path2D text = shape(words, size);
        double wide = text.getBounds2D().getWidth() + 2 * size;
        double reach = Math.hypot(picture.getWidth(), picture.getHeight());
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, FAINT));
        pen.setColor(Color.GRAY);
        pen.rotate(SLANT);
        for (double y = 0; y < 2 * reach; y += LINES_APART * size) {
            for (double x = -reach; x < reach; x += wide) {
                pen.fill(text.createTransformedShape(AffineTransform.getTranslateInstance(x, y)));
            }
        }
        pen.dispose();
    }

    /** The outlines of the words; the font is read once, and one asks it at a time. */
    private Path2D shape(String words, double size) throws IOException {
        lock.lock();
        try {
            TrueTypeFont open = font();
            CmapLookup glyphs = open.getUnicodeCmapLookup();
            double scale = size / open.getUnitsPerEm();
            Path2D text = new Path2D.Double();
            double x = 0;
            for (int sign : words.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(sign);
                GlyphData drawn = open.getGlyph().getGlyph(glyph);
                if (drawn != null) {
                    text.append(
                            drawn.getPath().createTransformedShape(new AffineTransform(scale, 0, 0, -scale, x, 0)),
                            false);
                }
                x += open.getAdvanceWidth(glyph) * scale;
            }
            return text;
        } finally {
            lock.unlock();
        }
    }

    private TrueTypeFont font() throws IOException {
        TrueTypeFont known = font;
        if (known == null) {
            try (InputStream file = Objects.requireNonNull(Watermark.class.getResourceAsStream(FONT), FONT)) {
                known = new TTFParser().parse(new RandomAccessReadBuffer(file));
            }
            font = known;
        }
        return known;
    }
}
