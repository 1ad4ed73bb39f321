package org.huzhu.portal.claims;

import java.awt.Color;
import java.awt.Graphics2D;
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
