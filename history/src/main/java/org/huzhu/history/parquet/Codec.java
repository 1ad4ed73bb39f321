package org.huzhu.history.parquet;

/** How pages are packed. */
enum Codec {
    NONE,
    SNAPPY,
    ZSTD;

    private static final int NUMBER_OF_ZSTD = 6;
    private static final String[] NAMES = {"UNCOMPRESSED", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4_RAW"};

    /** The codec of the number in the format; the file and column are named where it is not known here. */
    static Codec of(int number, String file, String column) {
        return switch (number) {
            case 0 -> NONE;
            case 1 -> SNAPPY;
            case NUMBER_OF_ZSTD -> ZSTD;
            default -> {
                String name = number > 0 && number < NAMES.length ? NAMES[number] : "编号 " + number;
                throw ParquetRefused.of(file, column, "用 " + name + " 压缩，这里只读 ZSTD、SNAPPY 和不压缩的");
            }
        };
    }

    /** Unpacks into exactly so many bytes; an exception says that the bytes are none of this codec. */
    void unpack(Workspace workspace, byte[] from, int fromAt, int fromLength, byte[] into, int intoAt, int length) {
        switch (this) {
            case NONE -> System.arraycopy(from, fromAt, into, intoAt, length);
            case SNAPPY -> Snappy.unpack(from, fromAt, fromAt + fromLength, into, intoAt, intoAt + length);
            case ZSTD -> {
                int unpacked = workspace.zstd.decompressByteArray(into, intoAt, length, from, fromAt, fromLength);
                if (unpacked != length) {
                    throw new IllegalStateException("A page of " + length + " bytes has " + unpacked);
                }
            }
        }
    }
}
