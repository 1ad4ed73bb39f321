package org.huzhu.receipts;

import com.google.zxing.Binarizer;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Black or white, by what is usual around each point: as ZXing's {@code HybridBinarizer} decides it, by the mean of
 * blocks of eight points and of those beside them, but thirty-two points at a time. Most photos have no square code,
 * and to find none in three megapixels took more than to decode them.
 */
final class BlackOrWhite extends Binarizer {

    private static final int BLOCK = 8;
    private static final int WORD = Integer.SIZE;
    /** A block of less contrast is all paper, or all ink where those before it are lighter. */
    private static final int CONTRAST_LEAST = 24;

    private static final int AROUND = 2;

    private @Nullable BitMatrix matrix;

    BlackOrWhite(LuminanceSource light) {
        super(light);
    }

    @Override
    public BitArray getBlackRow(int y, @Nullable BitArray row) {
        return getBlackMatrix().getRow(y, row);
    }

    @Override
    public Binarizer createBinarizer(LuminanceSource light) {
        return new BlackOrWhite(light);
    }

    @Override
    public BitMatrix getBlackMatrix() {
        BitMatrix made = matrix;
        if (made == null) {
            made = matrix();
            matrix = made;
        }
        return made;
    }

    private BitMatrix matrix() {
        int wide = getWidth();
        int high = getHeight();
        byte[] light = getLuminanceSource().getMatrix();
        int[][] limits = limits(means(light));
        BitMatrix all = new BitMatrix(wide, high);
        for (int y = 0; y < high; y++) {
            all.setRow(y, row(light, y * wide, wide, limits[y / BLOCK]));
        }
        return all;
    }

    private static BitArray row(byte[] light, int from, int wide, int[] limits) {
        BitArray row = new BitArray(wide);
        for (int x = 0; x < wide; x += WORD) {
            int black = 0;
            int end = Math.min(WORD, wide - x);
            for (int i = 0; i < end; i++) {
                // The sign of the difference: no branch that a processor could guess wrong.
                int isLighter = (limits[(x + i) / BLOCK] - (light[from + x + i] & 0xFF)) >>> (WORD - 1);
                black |= (isLighter ^ 1) << i;
            }
            row.setBulk(x, black);
        }
        return row;
    }

    /** The mean of each block, by rows of blocks; those at the right and at the bottom may be smaller. */
    private int[][] means(byte[] light) {
        int[][] means = new int[Math.ceilDiv(getHeight(), BLOCK)][Math.ceilDiv(getWidth(), BLOCK)];
        for (int y = 0; y < means.length; y++) {
            for (int x = 0; x < means[y].length; x++) {
                means[y][x] = mean(light, x, y, means);
            }
        }
        return means;
    }

    private int mean(byte[] light, int column, int row, int[][] before) {
        int wide = getWidth();
        int left = column * BLOCK;
        int right = Math.min(wide, left + BLOCK);
        int top = row * BLOCK;
        int bottom = Math.min(getHeight(), top + BLOCK);
        int sum = 0;
        int darkest = 0xFF;
        int lightest = 0;
        for (int y = top; y < bottom; y++) {
            for (int at = y * wide + left; at < y * wide + right; at++) {
                int point = light[at] & 0xFF;
                sum += point;
                darkest = Math.min(darkest, point);
                lightest = Math.max(lightest, point);
            }
        }
        return lightest - darkest > CONTRAST_LEAST
                ? sum / ((right - left) * (bottom - top))
                : flat(darkest, column, row, before);
    }

    /** Where nothing stands out, half of the light makes all of it white; unless what lies beside it is lighter. */
    private static int flat(int darkest, int x, int y, int[][] before) {
        int mean = darkest / 2;
        if (x > 0 && y > 0) {
            int beside = (before[y - 1][x] + 2 * before[y][x - 1] + before[y - 1][x - 1]) / 4;
            return darkest < beside ? beside : mean;
        }
        return mean;
    }

    /** Of each block the mean of the five by five around it. */
    private static int[][] limits(int[][] means) {
        int[][] limits = new int[means.length][means[0].length];
        for (int y = 0; y < limits.length; y++) {
            for (int x = 0; x < limits[y].length; x++) {
                limits[y][x] = around(means, x, y);
            }
        }
        return limits;
    }

    /** At the edges that of the five by five nearest to it; of a small picture all of it. */
    private static int around(int[][] means, int x, int y) {
        int sum = 0;
        int count = 0;
        for (int row = first(y, means.length); row <= last(y, means.length); row++) {
            int wide = means[row].length;
            for (int at = first(x, wide); at <= last(x, wide); at++) {
                sum += means[row][at];
                count++;
            }
        }
        return sum / count;
    }

    private static int first(int at, int all) {
        return Math.max(0, Math.min(at, all - 1 - AROUND) - AROUND);
    }

    private static int last(int at, int all) {
        return Math.min(all - 1, Math.max(at, AROUND) + AROUND);
    }
}
