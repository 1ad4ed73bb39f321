package org.huzhu.history.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of a column that is to be written; rows are counted from 0, spans are half-open. */
abstract sealed class Values {

    /** How many rows there are. */
    abstract int size();

    /** Finds which rows have a value, and answers how many do. */
    abstract int presence(boolean[] into, int from, int to);

    /** How many bytes the values take at most. */
    abstract long bytes(int from, int to);

    /** Writes the values that are there. */
    abstract void plain(ByteBuffer into, int from, int to);

    /** The least and the greatest value, each as it would be written; empty where they are not kept. */
    abstract Optional<byte[][]> bounds();

    /** The words of the column, if it has few; see {@link IntWords}. */
    Optional<IntWords> words() {
        return Optional.empty();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Numbers of 32 bits. */
    static final class OfInts extends Values {

        private final int[] values;
        private final boolean isNullable;
        private final int none;
        private int least = Integer.MAX_VALUE;
        private int most = Integer.MIN_VALUE;
        private boolean isEmpty = true;

        OfInts(int[] values, boolean isNullable, int none) {
            this.values = values;
            this.isNullable = isNullable;
            this.none = none;
            for (int value : values) {
                if (isThere(value)) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                    isEmpty = false;
                }
            }
        }

        boolean isThere(int value) {
            return !isNullable || value != none;
        }

        @Override
        int size() {
            return values.length;
        }

        @Override
        int presence(boolean[] into, int from, int to) {
            int present = 0;
            for (int i = from; i < to; i++) {
                into[i - from] = isThere(values[i]);
                present += into[i - from] ? 1 : 0;
            }
            return present;
        }

        @Override
        long bytes(int from, int to) {
            return (to - from) * (long) Integer.BYTES;
        }

        @Override
        void plain(ByteBuffer into, int from, int to) {
            for (int i = from; i < to; i++) {
                if (isThere(values[i])) {
                    into.putInt(values[i]);
                }
            }
        }

        @Override
        Optional<byte[][]> bounds() {
            return isEmpty
                    ? Optional.empty()
                    : Optional.of(new byte[][] {
                        little(Integer.BYTES).putInt(least).array(),
                        little(Integer.BYTES).putInt(most).array()
                    });
        }

        @Override
        Optional<IntWords> words() {
            return isEmpty ? Optional.empty() : IntWords.of(values, this::isThere, least, most);
        }
    }

    /** Numbers of 64 bits. */
    static final class OfLongs extends Values {

        private final long[] values;
        private final boolean isNullable;
        private final long none;

        OfLongs(long[] values, boolean isNullable, long none) {
            this.values = values;
            this.isNullable = isNullable;
            this.none = none;
        }

        private boolean isThere(long value) {
            return !isNullable || value != none;
        }

        @Override
        int size() {
            return values.length;
        }

        @Override
        int presence(boolean[] into, int from, int to) {
            int present = 0;
            for (int i = from; i < to; i++) {
                into[i - from] = isThere(values[i]);
                present += into[i - from] ? 1 : 0;
            }
            return present;
        }

        @Override
        long bytes(int from, int to) {
            return (to - from) * (long) Long.BYTES;
        }

        @Override
        void plain(ByteBuffer into, int from, int to) {
            for (int i = from; i < to; i++) {
                if (isThere(values[i])) {
                    into.putLong(values[i]);
                }
            }
        }

        @Override
        Optional<byte[][]> bounds() {
            long least = Long.MAX_VALUE;
            long most = Long.MIN_VALUE;
            for (long value : values) {
                if (isThere(value)) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            return least > most
                    ? Optional.empty()
                    : Optional.of(new byte[][] {
                        little(Long.BYTES).putLong(least).array(),
                        little(Long.BYTES).putLong(most).array()
                    });
        }
    }

    /** Texts, null where there is none. */
    static final class OfTexts extends Values {

        private final List<Optional<byte[]>> values;

        OfTexts(@Nullable String[] texts) {
            values = Stream.of(texts)
                    .map(text -> Optional.ofNullable(text).map(there -> there.getBytes(UTF_8)))
                    .toList();
        }

        @Override
        int size() {
            return values.size();
        }

        @Override
        int presence(boolean[] into, int from, int to) {
            int present = 0;
            for (int i = from; i < to; i++) {
                into[i - from] = values.get(i).isPresent();
                present += into[i - from] ? 1 : 0;
            }
            return present;
        }

        @Override
        long bytes(int from, int to) {
            return values.subList(from, to).stream()
                    .flatMap(Optional::stream)
                    .mapToLong(value -> Integer.BYTES + value.length)
                    .sum();
        }

        @Override
        void plain(ByteBuffer into, int from, int to) {
            values.subList(from, to).stream()
                    .flatMap(Optional::stream)
                    .forEach(value -> into.putInt(value.length).put(value));
        }

        @Override
        Optional<byte[][]> bounds() {
            return Optional.empty();
        }
    }
}
