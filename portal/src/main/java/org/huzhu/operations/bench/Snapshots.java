package org.huzhu.operations.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Photos as phones take them, of nothing. */
final class Snapshots {

    private static final int WIDTH = 2_000;
    private static final int HEIGHT = 1_500;
    private static final int SMALL = 5;
    private static final int GRAIN = 24;
    private static final float QUALITY = 0.87f;
    private static final int SPOTS = 4_000;

    private Snapshots() {}

    /** Three megapixels with the grain of a photo: about a megabyte. */
    static byte[] large(int seed) {
        return jpeg(drawn(seed, WIDTH, HEIGHT, GRAIN));
    }

    static byte[] small(int seed) {
        return jpeg(drawn(seed, WIDTH / SMALL, HEIGHT / SMALL, 0));
    }

    private static BufferedImage drawn(int seed, int width, int height, int grain) {
        Random chance = new Random(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < SPOTS; i++) {
            pen.setColor(new Color(chance.nextInt(0x1000000)));
            pen.fillRect(chance.nextInt(width), chance.nextInt(height), width / 40, height / 40);
        }
        pen.dispose();
        for (int y = 0; grain > 0 && y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, image.getRGB(x, y) ^ (chance.nextInt(grain) * 0x010101));
            }
        }
        return image;
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
