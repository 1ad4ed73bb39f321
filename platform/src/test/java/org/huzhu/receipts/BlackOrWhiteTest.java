package org.huzhu.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackOrWhiteTest {

    /** Paper with a shadow across it, flat places, and ink of all sizes. */
    private static LuminanceSource paper(int wide, int high) {
        Random random = new Random(wide);
        byte[] light = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                boolean isInk = ((x / 7 + y / 5) % 3 == 0 && x > wide / 3) || random.nextInt(400) == 0;
                light[y * wide + x] =
                        (byte) (isInk ? 20 + random.nextInt(40) : 90 + 120 * x / wide + random.nextInt(9));
            }
        }
        return new PlanarYUVLuminanceSource(light, wide, high, 0, 0, wide, high, false);
    }

    @ParameterizedTest
    @CsvSource({"640,480", "48,40", "1512,2016"})
    void each_point_is_what_the_library_finds_it_to_be(int wide, int high) throws NotFoundException {
        assertThat(new BlackOrWhite(paper(wide, high)).getBlackMatrix())
                .isEqualTo(new HybridBinarizer(paper(wide, high)).getBlackMatrix());
    }

    @ParameterizedTest
    @CsvSource({"645,483", "41,47", "30,9", "8,8", "1,1"})
    void pictures_of_any_size_are_taken(int wide, int high) {
        assertThat(new BlackOrWhite(paper(wide, high)).getBlackMatrix().getWidth())
                .isEqualTo(wide);
    }
}
