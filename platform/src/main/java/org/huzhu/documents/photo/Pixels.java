package org.huzhu.documents.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.huzhu.documents.DocumentRefused;
import org.huzhu.documents.DocumentRefused.Reason;

/** What is read of the file of a picture; one that is torn anywhere is refused. */
final class Pixels {

    private Pixels() {}

    /** Takes something out of a file. */
    @FunctionalInterface
    interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    /**
     * Reads it.
     *
     * @throws DocumentRefused if it breaks off or cannot be read
     */
    static <T> T read(byte[] file, Reading<T> reading) {
        AtomicBoolean torn = new AtomicBoolean();
        // Never through a file: what stands on a photo is on no disk in the clear.
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            DocumentRefused.require(readers.hasNext(), Reason.BROKEN);
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                reader.addIIOReadWarningListener((_, _) -> torn.set(true));
                T read = reading.from(reader);
                DocumentRefused.require(!torn.get(), Reason.BROKEN);
                return read;
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new DocumentRefused(Reason.BROKEN, e);
        }
    }

    /** How light each pixel is. All of the file is read for it, and its colours need not become any. */
    static BufferedImage light(byte[] file) {
        return read(file, reader -> {
            ImageReadParam grey = reader.getDefaultReadParam();
            grey.setDestinationType(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_BYTE_GRAY));
            return reader.read(0, grey);
        });
    }

    /** The picture on white, turned, no larger than it is kept. */
    static BufferedImage upright(byte[] file, Orientation orientation) {
        return upright(read(file, Pixels::thinned), orientation);
    }

    private static BufferedImage thinned(ImageReader reader) throws IOException {
        int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / Photo.KEPT_SIDE_MAX);
        ImageReadParam thin = reader.getDefaultReadParam();
        thin.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, thin);
    }

    private static BufferedImage upright(BufferedImage read, Orientation orientation) {
        double scale = Math.min(1.0, (double) Photo.KEPT_SIDE_MAX / Math.max(read.getWidth(), read.getHeight()));
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
}
