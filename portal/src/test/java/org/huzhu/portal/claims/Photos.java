package org.huzhu.portal.claims;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Sharp pictures, each another. */
final class Photos {

    private static final AtomicInteger NEXT = new AtomicInteger(1_000);

    private Photos() {}

    /** One of more than a megabyte, as phones take them. */
    static byte[] large() {
        BufferedImage image = new BufferedImage(720, 720, BufferedImage.TYPE_INT_RGB);
        Random chance = new Random(NEXT.incrementAndGet());
        for (int at = 0; at < 720 * 720; at++) {
            image.setRGB(at % 720, at / 720, chance.nextInt(0x1000000));
        }
        return written(image, "png");
    }

    static byte[] photo() {
        BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Random chance = new Random(NEXT.incrementAndGet());
        for (int i = 0; i < 400; i++) {
            pen.setColor(new Color(chance.nextInt(0x1000000)));
            pen.fillRect(chance.nextInt(800), chance.nextInt(600), 24, 24);
        }
        pen.dispose();
        return written(image, "jpg");
    }

    /** One in which everything runs into everything else. */
    static byte[] blurred() {
        BufferedImage small = new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB);
        Random chance = new Random(NEXT.incrementAndGet());
        for (int at = 0; at < 6 * 4; at++) {
            small.setRGB(at % 6, at / 6, chance.nextInt(0x1000000));
        }
        BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(small, 0, 0, 800, 600, null);
        pen.dispose();
        return written(image, "jpg");
    }

    private static byte[] written(BufferedImage image, String form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, form, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
