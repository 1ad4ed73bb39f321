package org.huzhu.portal.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Who looks stands all over the picture. */
class WatermarkTest {

    @Test
    void the_words_stand_in_each_quarter_of_the_picture_and_the_picture_keeps_its_size() throws IOException {
        BufferedImage white = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        white.createGraphics().fillRect(0, 0, 600, 400);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(white, "jpg", jpeg);

        byte[] marked = new Watermark().over(jpeg.toByteArray(), "审核员甲 2026-11-30 14:05");

        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(marked));
        assertThat(seen.getWidth()).isEqualTo(600);
        assertThat(seen.getHeight()).isEqualTo(400);
        for (int quarter = 0; quarter < 4; quarter++) {
            assertThat(greys(seen, 300 * (quarter % 2), 200 * (quarter / 2)))
                    .as("grey points of quarter " + quarter)
                    .isGreaterThan(200);
        }
    }

    private static int greys(BufferedImage image, int left, int top) {
        int greys = 0;
        for (int x = left; x < left + 300; x++) {
            for (int y = top; y < top + 200; y++) {
                greys += (image.getRGB(x, y) & 0xFF) < 245 ? 1 : 0;
            }
        }
        return greys;
    }
}
