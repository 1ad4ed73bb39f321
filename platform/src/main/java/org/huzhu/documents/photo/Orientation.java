package org.huzhu.documents.photo;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, as its photo says in Exif: which side of what it wrote is up. */
public enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    UPSIDE_DOWN_MIRRORED,
    LEFT_MIRRORED,
    LEFT,
    RIGHT_MIRRORED,
    RIGHT;

    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    /**
     * That which the Exif of a JPEG says; upright where it says none.
     *
     * @throws RuntimeException if it cannot be understood
     */
    static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        int entries = tiff.getShort(at) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = at + Short.BYTES + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + Long.BYTES) & 0xFFFF;
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    public boolean isLying() {
        return compareTo(LEFT_MIRRORED) >= 0;
    }

    /** What brings a picture of this size upright. */
    public AffineTransform turn(int wide, int high) {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, wide, 0);
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, wide, high);
            case UPSIDE_DOWN_MIRRORED -> new AffineTransform(1, 0, 0, -1, 0, high);
            case LEFT_MIRRORED -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case LEFT -> new AffineTransform(0, 1, -1, 0, high, 0);
            case RIGHT_MIRRORED -> new AffineTransform(0, -1, -1, 0, high, wide);
            case RIGHT -> new AffineTransform(0, -1, 1, 0, 0, wide);
        };
    }
}
