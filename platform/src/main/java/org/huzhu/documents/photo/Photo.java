package org.huzhu.documents.photo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import org.huzhu.documents.DocumentRefused;
import org.huzhu.documents.DocumentRefused.Reason;

/**
 * A photo made safe: its size is read before a pixel is, it is decoded as a whole, and the picture is all that is left
 * of it. One that is upright, small enough and written as most are keeps its picture bit for bit; any other is painted
 * anew.
 */
public sealed interface Photo {

    int SIDE_MAX = 12_000;
    int PIXELS_MAX = 50_000_000;
    int KEPT_SIDE_MAX = 3_000;

    /** One that is larger is painted anew, and becomes smaller by it. */
    int KEPT_BYTES_MAX = 2_000_000;

    /** What can be seen of it without colours, a byte a pixel. */
    BufferedImage grey();

    /** The same as JPEG, with nothing beside it. */
    byte[] encode();

    /** The picture as it came, and nothing that stood beside it. */
    final class Bare implements Photo {

        private final byte[] file;
        private final BufferedImage grey;

        private Bare(byte[] file) {
            this.file = file;
            this.grey = Pixels.light(file);
        }

        @Override
        public BufferedImage grey() {
            return grey;
        }

        @Override
        public byte[] encode() {
            return file;
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
        Extent extent = Pixels.read(file, reader -> new Extent(reader.getWidth(0), reader.getHeight(0)));
        DocumentRefused.require(extent.wide() > 0 && extent.high() > 0, Reason.BROKEN);
        DocumentRefused.require(
                extent.wide() <= SIDE_MAX && extent.high() <= SIDE_MAX && extent.pixels() <= PIXELS_MAX,
                Reason.TOO_MANY_PIXELS);
        return extent;
    }

    /**
     * Decodes it, no larger than it is kept, turned upright.
     *
     * @throws DocumentRefused if it breaks off or cannot be read
     */
    static Photo decode(byte[] file, Extent extent) {
        JpegHead head = JpegHead.of(file);
        int longest = Math.max(extent.wide(), extent.high());
        if (head.orientation() == Orientation.UPRIGHT && longest <= KEPT_SIDE_MAX) {
            Optional<byte[]> bare = head.bare(file).filter(alone -> alone.length <= KEPT_BYTES_MAX);
            if (bare.isPresent()) {
                return new Bare(bare.get());
            }
        }
        return new Painted(Pixels.upright(file, head.orientation()));
    }
}
