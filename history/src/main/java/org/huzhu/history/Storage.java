package org.huzhu.history;

import java.io.IOException;
import java.nio.file.Path;
import org.huzhu.history.parquet.ByteSource;

/** Where the files of a store are: a local folder, or what a cluster reads from. */
public interface Storage {

    /** What the store is called where something is wrong with it. */
    String name();

    /** Opens a file, named from the folder of the store with slashes. */
    ByteSource open(String file) throws IOException;

    /** A local folder. */
    static Storage of(Path folder) {
        return new Storage() {
            @Override
            public String name() {
                return folder.toString();
            }

            @Override
            public ByteSource open(String file) throws IOException {
                return ByteSource.of(folder.resolve(file));
            }
        };
    }
}
