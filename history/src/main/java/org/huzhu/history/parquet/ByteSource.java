package org.huzhu.history.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Bytes of known length that can be read from any place: a local file, or what a cluster makes of one. */
public interface ByteSource extends AutoCloseable {

    /** What the source is called where something is wrong with it. */
    String name();

    long length() throws IOException;

    /** Reads exactly so many bytes from the position on; fails with an {@link IOException} where there are fewer. */
    void read(long position, byte[] into, int count) throws IOException;

    @Override
    void close() throws IOException;

    /** Opens a local file. */
    static ByteSource of(Path file) throws IOException {
        return new LocalFile(file, FileChannel.open(file));
    }

    /** A local file. */
    record LocalFile(Path file, FileChannel channel) implements ByteSource {

        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public long length() throws IOException {
            return channel.size();
        }

        @Override
        public void read(long position, byte[] into, int count) throws IOException {
            ByteBuffer left = ByteBuffer.wrap(into, 0, count);
            while (left.hasRemaining()) {
                if (channel.read(left, position + left.position()) < 0) {
                    throw new EOFException(file + " ends before byte " + (position + count));
                }
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
