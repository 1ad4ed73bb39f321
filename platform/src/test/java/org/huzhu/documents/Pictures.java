package org.huzhu.documents;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.huzhu.documents.photo.Orientation;

/** Pictures as people bring them, and as nobody should. */
final class Pictures {

    private Pictures() {}

    /** A page of print. */
    static BufferedImage print(int wide, int high) {
        BufferedImage picture = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, wide, high);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(8, high / 40)));
        for (int line = 1; line < 36; line++) {
            pen.drawString("No. 06012345 total 1,234.56 paid by pool 800.00 line " + line, wide / 20, line * high / 37);
        }
        pen.dispose();
        return picture;
    }

    /** The same, out of focus. */
    static BufferedImage blurred(BufferedImage sharp, int radius) {
        int side = 2 * radius + 1;
        float[] even = new float[side];
        Arrays.fill(even, 1.0f / side);
        BufferedImage across =
                new ConvolveOp(new Kernel(side, 1, even), ConvolveOp.EDGE_NO_OP, null).filter(sharp, null);
        BufferedImage both =
                new ConvolveOp(new Kernel(1, side, even), ConvolveOp.EDGE_NO_OP, null).filter(across, null);
        // The edge, which stays sharp, is left out.
        return both.getSubimage(side, side, both.getWidth() - 2 * side, both.getHeight() - 2 * side);
    }

    static byte[] encoded(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpeg(BufferedImage picture) {
        return encoded(picture, "jpeg");
    }

    static BufferedImage decoded(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG with Exif: how the camera was held, and where. */
    static byte[] withExif(byte[] jpeg, int orientation, String place) {
        byte[] words = place.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(26 + words.length);
        tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(words);
        byte[] body = tiff.array();
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + body.length + 10);
        all.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (body.length + 8));
        all.put(new byte[] {'E', 'x', 'i', 'f', 0, 0}).put(body);
        all.put(jpeg, 2, jpeg.length - 2);
        return all.array();
    }

    /** A JPEG with words between its head and its picture. */
    static byte[] withComment(byte[] jpeg, String words) {
        return withSegment(jpeg, 0xFE, words.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** A JPEG with so many tables of weights more, which say the same again and again before those that count. */
    static byte[] withTables(byte[] jpeg, int count, String words) {
        byte[] table = Arrays.copyOf(words.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 64);
        for (int i = 0; i < table.length; i++) {
            table[i] = table[i] == 0 ? 1 : table[i];
        }
        byte[] all = jpeg;
        for (int i = 0; i < count; i++) {
            all = withSegment(
                    all, 0xDB, ByteBuffer.allocate(65).put((byte) 0).put(table).array());
        }
        return all;
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + body.length + 4);
        all.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (body.length + 2));
        return all.put(body).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** In several scans, each finer than the one before. */
    static byte[] progressive(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        }
        return bytes.toByteArray();
    }

    static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    /** A JPEG whose head claims another size than it has. */
    static byte[] claiming(byte[] jpeg, int wide, int high) {
        byte[] lie = jpeg.clone();
        for (int i = 2; i < lie.length - 9; i++) {
            if ((lie[i] & 0xFF) == 0xFF && (lie[i + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(lie, i + 5, 4).putShort((short) high).putShort((short) wide);
                return lie;
            }
        }
        throw new IllegalArgumentException("No head of a frame");
    }

    /** A PNG of which there is little but the claim to be very large. */
    static byte[] pngClaiming(int wide, int high) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] head = ByteBuffer.allocate(13)
                .putInt(wide)
                .putInt(high)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        chunk(out, "IHDR", head);
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(rows)) {
            deflated.write(new byte[1 << 20]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        chunk(out, "IDAT", rows.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] body) {
        byte[] named = ByteBuffer.allocate(4 + body.length)
                .put(name.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .put(body)
                .array();
        CRC32 crc = new CRC32();
        crc.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** A photo of a corner: red above on the left, white elsewhere. */
    static BufferedImage corner(int wide, int high) {
        BufferedImage picture = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, wide, high);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, wide / 4, high / 4);
        pen.dispose();
        return picture;
    }

    /** Upright stripes, a hundred pixels each. */
    static BufferedImage stripes(Color... colours) {
        BufferedImage picture = new BufferedImage(100 * colours.length, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        for (int i = 0; i < colours.length; i++) {
            pen.setColor(colours[i]);
            pen.fillRect(100 * i, 0, 100, 100);
        }
        pen.dispose();
        return picture;
    }

    /** The picture as a camera writes it that was held so. */
    static BufferedImage heldAs(BufferedImage upright, Orientation orientation)
            throws java.awt.geom.NoninvertibleTransformException {
        int wide = orientation.isLying() ? upright.getHeight() : upright.getWidth();
        int high = orientation.isLying() ? upright.getWidth() : upright.getHeight();
        BufferedImage held = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        AffineTransform back = orientation.turn(wide, high).createInverse();
        Graphics2D pen = held.createGraphics();
        pen.drawImage(upright, back, null);
        pen.dispose();
        return held;
    }
}
