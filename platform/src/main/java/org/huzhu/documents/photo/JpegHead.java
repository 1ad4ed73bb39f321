package org.huzhu.documents.photo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a JPEG says before its first scan (ITU-T T.81, annex B).
 *
 * @param orientation how the camera was held; upright where nothing can be understood
 * @param tables the segments without which the scan means nothing: tables, frame, and how often it starts anew
 * @param isPlain whether it is light and two colours of eight bits as JFIF 1.02 has them, without a profile of colours
 * @param scanAt where its first scan begins
 */
record JpegHead(Orientation orientation, List<ByteBuffer> tables, boolean isPlain, int scanAt) {

    private static final JpegHead UNKNOWN = new JpegHead(Orientation.UPRIGHT, List.of(), false, 0);
    private static final byte[] START_AND_JFIF = {
        (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0
    };
    /** A quarter more than four tables of weights and eight of codes take as large as they can be. */
    private static final int TABLES_MAX = 2_560;

    private static final short START = (short) 0xFFD8;
    private static final int MARKER = 0xFF;
    private static final int BASELINE = 0xC0;
    private static final int CODES = 0xC4;
    private static final int RESTART_FIRST = 0xD0;
    private static final int RESTART_LAST = 0xD7;
    private static final int END = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int WEIGHTS = 0xDB;
    private static final int RESTARTS = 0xDD;
    private static final int APP1 = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final long EXIF = 0x457869660000L;
    private static final int EXIF_BYTES = 6;
    private static final int BITS = 8;
    private static final int COMPONENTS_AT = 5;
    private static final int COMPONENT_BYTES = 3;
    private static final int COMPONENTS = 3;

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
        List<ByteBuffer> tables = new ArrayList<>();
        boolean isBaseline = false;
        boolean isOfOthers = false;
        while (in.remaining() > Integer.BYTES && (in.get() & 0xFF) == MARKER) {
            int begin = in.position() - 1;
            int marker = in.get() & 0xFF;
            if (marker == START_OF_SCAN) {
                return new JpegHead(orientation, tables, isBaseline && !isOfOthers, begin);
            }
            int length = (in.getShort() & 0xFFFF) - Short.BYTES;
            ByteBuffer segment = in.slice(in.position(), length);
            if (marker == APP1 && length > Long.BYTES && segment.getLong() >>> Short.SIZE == EXIF) {
                orientation = Orientation.inTiff(segment.position(EXIF_BYTES).slice());
            }
            isBaseline |= marker == BASELINE && isLightAndColours(segment);
            isOfOthers |= marker == PROFILE || marker == ADOBE;
            in.position(in.position() + length);
            if (marker == BASELINE || marker == CODES || marker == WEIGHTS || marker == RESTARTS) {
                tables.add(in.slice(begin, in.position() - begin));
            }
        }
        return new JpegHead(orientation, tables, false, in.position());
    }

    private static boolean isLightAndColours(ByteBuffer frame) {
        boolean fits = frame.get(0) == BITS && frame.get(COMPONENTS_AT) == COMPONENTS;
        for (int i = 0; fits && i < COMPONENTS; i++) {
            fits = frame.get(COMPONENTS_AT + 1 + COMPONENT_BYTES * i) == i + 1;
        }
        return fits;
    }

    /**
     * The picture alone, bit for bit as it came: its tables, its frame and its one scan, with a new head. Nothing else
     * that the file says is in it. Empty where the file is written in another way.
     */
    Optional<byte[]> bare(byte[] file) {
        int tableBytes = tables.stream().mapToInt(ByteBuffer::remaining).sum();
        if (!isPlain || tableBytes > TABLES_MAX || !isOneScan(file)) {
            return Optional.empty();
        }
        int end = endOfScan(file);
        if (end < 0) {
            return Optional.empty();
        }
        ByteBuffer bare = ByteBuffer.allocate(START_AND_JFIF.length + tableBytes + end - scanAt);
        bare.put(START_AND_JFIF);
        tables.forEach(table -> bare.put(table.duplicate()));
        bare.put(file, scanAt, end - scanAt);
        return Optional.of(bare.array());
    }

    private boolean isOneScan(byte[] file) {
        int componentsAt = scanAt + 2 * Short.BYTES;
        return file.length > componentsAt && file[componentsAt] == COMPONENTS;
    }

    /** Behind the mark that ends the picture; less than nothing where something else follows the scan, or nothing. */
    private int endOfScan(byte[] file) {
        for (int at = scanAt + 2; at < file.length - 1; at++) {
            if ((file[at] & 0xFF) == MARKER) {
                int next = file[at + 1] & 0xFF;
                if (next == END) {
                    return at + 2;
                }
                if (next != 0 && (next < RESTART_FIRST || next > RESTART_LAST)) {
                    return -1;
                }
            }
        }
        return -1;
    }
}
