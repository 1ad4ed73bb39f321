package org.huzhu.documents.photo;

import java.nio.ByteBuffer;

/**
 * What a JPEG says before its first scan.
 *
 * @param orientation how the camera was held; upright where nothing can be understood
 * @param isPlain whether it is light and two colours of eight bits, in one scan after the other, as the standard writes
 *     them (JFIF 1.02), without a profile of colours
 */
record JpegHead(Orientation orientation, boolean isPlain) {

    private static final JpegHead UNKNOWN = new JpegHead(Orientation.UPRIGHT, false);
    private static final short START = (short) 0xFFD8;
    private static final int START_OF_SCAN = 0xDA;
    private static final int BASELINE = 0xC0;
    private static final int APP1 = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final long EXIF = 0x457869660000L;
    private static final int EXIF_BYTES = 6;
    private static final int BITS = 8;
    private static final int COMPONENTS_AT = 5;
    private static final int COMPONENT_BYTES = 3;

    static JpegHead of(byte[] file) {
        try {
            ByteBuffer in = ByteBuffer.wrap(file);
            return in.getShort() == START ? walk(in) : UNKNOWN;
        } catch (RuntimeException _) {
            return UNKNOWN;
        }
    }

    private static JpegHead walk(ByteBuffer in) {
        Orientation orientation = Orientation.UPRIGHT;
        boolean isBaseline = false;
        boolean isOfOthers = false;
        while (in.remaining() > Integer.BYTES && (in.get() & 0xFF) == 0xFF) {
            int marker = in.get() & 0xFF;
            if (marker == START_OF_SCAN) {
                return new JpegHead(orientation, isBaseline && !isOfOthers);
            }
            int length = (in.getShort() & 0xFFFF) - Short.BYTES;
            ByteBuffer segment = in.slice(in.position(), length);
            if (marker == APP1 && length > Long.BYTES && segment.getLong() >>> Short.SIZE == EXIF) {
                orientation = Orientation.inTiff(segment.position(EXIF_BYTES).slice());
            }
            isBaseline |= marker == BASELINE && isLightAndColours(segment);
            isOfOthers |= marker == PROFILE || marker == ADOBE;
            in.position(in.position() + length);
        }
        return new JpegHead(orientation, false);
    }

    private static boolean isLightAndColours(ByteBuffer frame) {
        boolean fits = frame.get(0) == BITS && frame.get(COMPONENTS_AT) == COMPONENT_BYTES;
        for (int i = 0; fits && i < COMPONENT_BYTES; i++) {
            fits = frame.get(COMPONENTS_AT + 1 + COMPONENT_BYTES * i) == i + 1;
        }
        return fits;
    }
}
