package org.huzhu.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The bytes that are hashed: no two different records or blocks have the same. */
final class Canonical {

    private static final int ABSENT = -1;

    private Canonical() {}

    /** The position, then each field as its length in four bytes and its text; an absent one has the length -1. */
    static byte[] record(long pos, List<Optional<String>> fields) {
        List<byte[]> texts = fields.stream()
                .map(field -> field.map(text -> text.getBytes(UTF_8)).orElse(new byte[0]))
                .toList();
        int size = texts.stream().mapToInt(text -> text.length).sum() + Integer.BYTES * texts.size() + Long.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(size).putLong(pos);
        for (int i = 0; i < texts.size(); i++) {
            bytes.putInt(fields.get(i).isPresent() ? texts.get(i).length : ABSENT)
                    .put(texts.get(i));
        }
        return bytes.array();
    }

    /** Number, last position, count and moment in eight bytes each, then the hash before and the root. */
    static byte[] block(long number, long lastPos, long count, long sealedAtMicros, byte[] previous, byte[] root) {
        return ByteBuffer.allocate(4 * Long.BYTES + previous.length + root.length)
                .putLong(number)
                .putLong(lastPos)
                .putLong(count)
                .putLong(sealedAtMicros)
                .put(previous)
                .put(root)
                .array();
    }
}
