package org.huzhu.documents.photo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** How sharp a picture is: how much the Laplacian of its greys varies, on a picture of one size. */
public final class Sharpness {

    /** Below this nobody reads print; of photos of papers that are in focus it is some hundreds and more. */
    public static final double READABLE = 60;

    private static final int SIDE = 1_000;

    private Sharpness() {}

    /** Whether nobody can be expected to read print on it. */
    public static boolean isBlurred(BufferedImage picture) {
        return of(picture) < READABLE;
    }

    /** The variance of the Laplacian; the greatest number there is of a picture that has no inside. */
    public static double of(BufferedImage picture) {
        BufferedImage grey = grey(picture);
        byte[] light = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        int wide = grey.getWidth();
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (int y = 1; y < grey.getHeight() - 1; y++) {
            for (int x = 1; x < wide - 1; x++) {
                int at = y * wide + x;
                double edge = (light[at - wide] & 0xFF)
                        + (light[at + wide] & 0xFF)
                        + (light[at - 1] & 0xFF)
                        + (light[at + 1] & 0xFF)
                        - 4.0 * (light[at] & 0xFF);
                sum += edge;
                squares += edge * edge;
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        return count == 0 ? Double.MAX_VALUE : squares / count - mean * mean;
    }

    private static BufferedImage grey(BufferedImage picture) {
        double scale = Math.min(1.0, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int wide = Math.max(1, (int) (picture.getWidth() * scale));
        int high = Math.max(1, (int) (picture.getHeight() * scale));
        BufferedImage grey = new BufferedImage(wide, high, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = grey.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, wide, high, null);
        pen.dispose();
        return grey;
    }
}
