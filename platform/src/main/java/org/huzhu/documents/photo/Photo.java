package org.huzhu.documents.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.huzhu.documents.DocumentRefused;
import org.huzhu.documents.DocumentRefused.Reason;

/**
 * A photo made safe: its size is read before a pixel is, it is decoded, turned as the camera says, and encoded again,
 * so that the picture is all that is left of it.
 */
public sealed interface Photo {

    int SIDE_MAX = 12_000;
    int PIXELS_MAX = 50_000_000;
    int KEPT_SIDE_MAX = 3_000;

    /** What can be seen of it without colours, a byte a pixel. */
    BufferedImage grey();

    /** The same as JPEG, with nothing beside it. */
    byte[] encode();

    /** Light and colours apart, as it came: nothing is turned to red, green, and blue, and back. */
    record Plain(Raster raster) implements Photo {

        @Override
        public BufferedImage grey() {
            byte[] all = ((DataBufferByte) raster.getDataBuffer()).getData();
            BufferedImage grey = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            byte[] light = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
            for (int i = 0, at = 0; i < light.length; i++, at += raster.getNumBands()) {
                light[i] = all[at];
            }
            return grey;
        }

        @Override
        public byte[] encode() {
            return Jpeg.of(raster);
        }
    }

    /** Painted anew: turned upright, made smaller, on white. */
    record Painted(BufferedImage image) implements Photo {

        @Override
        public BufferedImage grey() {
            int wide = image.getWidth();
            int[] colours = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            BufferedImage grey = new BufferedImage(wide, image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            byte[] light = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
            for (int i = 0; i < light.length; i++) {
                // As JPEG weighs them (ITU-R BT.601), in parts of 256.
                int red = (colours[i] >> 16) & 0xFF;
                int green = (colours[i] >> 8) & 0xFF;
                int blue = colours[i] & 0xFF;
                light[i] = (byte) ((77 * red + 150 * green + 29 * blue) >> 8);
            }
            return grey;
        }

        @Override
        public byte[] encode() {
            return Jpeg.of(image);
        }
    }

    /** How large a picture is, by its head. */
    record Extent(int wide, int high) {

        public long pixels() {
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

    /**
     * Decodes it, no larger than it is kept, turned upright.
     *
     * @throws DocumentRefused if it breaks off or cannot be read
     */
    static Photo decode(byte[] file, Extent extent) {
        JpegHead head = JpegHead.of(file);
        int longest = Math.max(extent.wide(), extent.high());
        boolean isPlain = head.isPlain() && head.orientation() == Orientation.UPRIGHT && longest <= KEPT_SIDE_MAX;
        AtomicBoolean torn = new AtomicBoolean();
        try (ImageInputStream in = memory(file)) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in, true, true);
                reader.addIIOReadWarningListener((_, _) -> torn.set(true));
                Photo photo = isPlain
                        ? new Plain(reader.readRaster(0, null))
                        : new Painted(upright(thinned(reader, longest), head.orientation()));
                DocumentRefused.require(!torn.get(), Reason.BROKEN);
                return photo;
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new DocumentRefused(Reason.BROKEN, e);
        }
    }

    private static BufferedImage thinned(ImageReader reader, int longest) throws IOException {
        int every = Math.max(1, longest / KEPT_SIDE_MAX);
        ImageReadParam thin = reader.getDefaultReadParam();
        thin.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, thin);
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
}
