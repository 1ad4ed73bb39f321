package org.huzhu.history.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a column go. What does not hold together ends in an {@link IndexOutOfBoundsException}, or a
 * {@link java.nio.BufferUnderflowException}.
 */
abstract sealed class Target {

    /** Takes the values that indices will stand for. */
    abstract void dictionary(byte[] page, int from, int end, int count);

    /** Puts values from a page at a row. */
    abstract void plain(byte[] page, int from, int end, int at, int count);

    /** Puts values of the dictionary at a row. */
    abstract void look(int[] indices, int at, int count);

    /** Spreads values, which stand from a row on without a gap, over the rows that have one. */
    abstract void spread(boolean[] isPresent, int at, int rows, int values);

    private static ByteBuffer buffer(byte[] page, int from, int end) {
        return ByteBuffer.wrap(page, from, end - from).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An array of int. */
    static final class OfInts extends Target {

        private final int[] into;
        private final int none;
        private int[] dictionary = {};

        OfInts(int[] into, int none) {
            this.into = into;
            this.none = none;
        }

        @Override
        void dictionary(byte[] page, int from, int end, int count) {
            dictionary = new int[Math.min(count, end - from)];
            buffer(page, from, end).asIntBuffer().get(dictionary);
        }

        @Override
        void plain(byte[] page, int from, int end, int at, int count) {
            buffer(page, from, end).asIntBuffer().get(into, at, count);
        }

        @Override
        void look(int[] indices, int at, int count) {
            int[] words = dictionary;
            for (int i = 0; i < count; i++) {
                into[at + i] = words[indices[i]];
            }
        }

        @Override
        void spread(boolean[] isPresent, int at, int rows, int values) {
            int from = at + values;
            for (int i = rows - 1; i >= 0; i--) {
                into[at + i] = isPresent[i] ? into[--from] : none;
            }
        }
    }

    /** An array of long. */
    static final class OfLongs extends Target {

        private final long[] into;
        private final long none;
        private long[] dictionary = {};

        OfLongs(long[] into, long none) {
            this.into = into;
            this.none = none;
        }

        @Override
        void dictionary(byte[] page, int from, int end, int count) {
            dictionary = new long[Math.min(count, end - from)];
            buffer(page, from, end).asLongBuffer().get(dictionary);
        }

        @Override
        void plain(byte[] page, int from, int end, int at, int count) {
            buffer(page, from, end).asLongBuffer().get(into, at, count);
        }

        @Override
        void look(int[] indices, int at, int count) {
            long[] words = dictionary;
            for (int i = 0; i < count; i++) {
                into[at + i] = words[indices[i]];
            }
        }

        @Override
        void spread(boolean[] isPresent, int at, int rows, int values) {
            int from = at + values;
            for (int i = rows - 1; i >= 0; i--) {
                into[at + i] = isPresent[i] ? into[--from] : none;
            }
        }
    }

    /** An array of texts. */
    static final class OfTexts extends Target {

        private final @Nullable String[] into;
        private @Nullable String[] dictionary = {};

        OfTexts(@Nullable String[] into) {
            this.into = into;
        }

        @Override
        void dictionary(byte[] page, int from, int end, int count) {
            dictionary = new String[Math.min(count, end - from)];
            read(page, from, end, dictionary, 0, count);
        }

        @Override
        void plain(byte[] page, int from, int end, int at, int count) {
            read(page, from, end, into, at, count);
        }

        private static void read(byte[] page, int from, int end, @Nullable String[] into, int at, int count) {
            ByteBuffer left = buffer(page, from, end);
            for (int i = 0; i < count; i++) {
                int length = left.getInt();
                int start = left.position();
                left.position(Math.addExact(start, length));
                into[at + i] = new String(page, start, length, UTF_8);
            }
        }

        @Override
        void look(int[] indices, int at, int count) {
            for (int i = 0; i < count; i++) {
                into[at + i] = dictionary[indices[i]];
            }
        }

        @Override
        void spread(boolean[] isPresent, int at, int rows, int values) {
            int from = at + values;
            for (int i = rows - 1; i >= 0; i--) {
                into[at + i] = isPresent[i] ? into[--from] : null;
            }
        }
    }
}
