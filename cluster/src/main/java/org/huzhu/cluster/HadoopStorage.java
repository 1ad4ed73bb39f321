package org.huzhu.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.huzhu.history.Storage;
import org.huzhu.history.parquet.ByteSource;

/** A store in a folder of any file system that Hadoop knows: {@code hdfs://}, {@code s3a://}, {@code file:}. */
record HadoopStorage(Path folder, Configuration settings) implements Storage {

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public ByteSource open(String file) throws IOException {
        Path path = new Path(folder, file);
        try {
            var files = path.getFileSystem(settings);
            long length = files.getFileStatus(path).getLen();
            return new HadoopFile(path, length, files.open(path));
        } catch (FileNotFoundException e) {
            NoSuchFileException missing = new NoSuchFileException(path.toString());
            missing.initCause(e);
            throw missing;
        }
    }

    /** A file of the store, of which pieces are read where they stand. */
    record HadoopFile(Path path, long length, FSDataInputStream in) implements ByteSource {

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public void read(long position, byte[] into, int count) throws IOException {
            in.readFully(position, into, 0, count);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
