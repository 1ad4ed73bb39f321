package org.huzhu.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.huzhu.documents.DocumentRefused.Reason;

/**
 * A photo made safe: its size is read before a pixel is, it is decoded, turned as the camera says, and encoded again,
 * so that the picture is all that is left of it.
 */
final class Photo {

    static final int SIDE_MAX = 12_000;
    static final int PIXELS_MAX = 50_000_000;
    static final int KEPT_SIDE_MAX = 3_000;
    private static final float QUALITY = 0.85f;

    private Photo() {}

    /** How large a picture is, by its head. */
    record Extent(int wide, int high) {

        long pixels() {
            return (long) wide * high;
        }
    }

    /**
     * Reads the head alone.
     *
     * @throws DocumentRefused if it cannot be read, or says more than a photo may have
     */
    static Extent extent(byte[] file) {
        try (ImageInputStream in = memory(file)) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in, true, true);
                Extent extent = new Extent(reader.getWidth(0), reader.getHeight(0));
                DocumentRefused.require(extent.wide() > 0 && extent.high() > 0, Reason.BROKEN);
                DocumentRefused.require(
                        extent.wide() <= SIDE_MAX && extent.high() <= SIDE_MAX && extent.pixels() <= PIXELS_MAX,
                        Reason.TOO_MANY_PIXELS);
                return extent;
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new DocumentRefused(Reason.BROKEN, e);
        }
    }

    /** Decodes it, no larger than it is kept, turned upright. */
    static BufferedImage decode(byte[] file, Extent extent) {
        int every = Math.max(1, Math.max(extent.wide(), extent.high()) / KEPT_SIDE_MAX);
        AtomicBoolean torn = new AtomicBoolean();
        try (ImageInputStream in = memory(file)) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in, true, true);
                reader.addIIOReadWarningListener((_, _) -> torn.set(true));
                ImageReadParam thin = reader.getDefaultReadParam();
                thin.setSourceSubsampling(every, every, 0, 0);
                BufferedImage read = reader.read(0, thin);
                DocumentRefused.require(!torn.get(), Reason.BROKEN);
                return upright(read, Orientation.of(file));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new DocumentRefused(Reason.BROKEN, e);
        }
    }

    /** Never through a file: what stands on a photo is on no disk in the clear. */
    private static ImageInputStream memory(byte[] file) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    }

    private static ImageReader reader(ImageInputStream in) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        DocumentRefused.require(readers.hasNext(), Reason.BROKEN);
        return readers.next();
    }

    /** The picture on white, turned, no larger than it is kept. */
    private static BufferedImage upright(BufferedImage read, Orientation orientation) {
        double scale = Math.min(1.0, (double) KEPT_SIDE_MAX / Math.max(read.getWidth(), read.getHeight()));
        int wide = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int high = Math.max(1, (int) Math.round(read.getHeight() * scale));
        BufferedImage kept = new BufferedImage(
                orientation.isLying() ? high : wide, orientation.isLying() ? wide : high, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = kept.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, kept.getWidth(), kept.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform turn = orientation.turn(wide, high);
        turn.scale((double) wide / read.getWidth(), (double) high / read.getHeight());
        pen.drawImage(read, turn, null);
        pen.dispose();
        return kept;
    }

    /** Encodes a picture as JPEG, with nothing beside it. */
    static byte[] encode(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not refuse to be written to", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
