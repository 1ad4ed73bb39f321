package org.huzhu.cluster;

import java.io.Serial;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import org.huzhu.history.History;
import org.jspecify.annotations.Nullable;

/** A store that every process of the cluster opens for itself, once: where it is, and how to get there. */
final class ShippedHistory implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final String folder;
    private final SerializableConfiguration settings;
    private transient @Nullable History opened;

    ShippedHistory(String folder, Configuration settings) {
        this.folder = folder;
        this.settings = new SerializableConfiguration(settings);
    }

    /** The store, opened the first time that it is asked for. */
    synchronized History open() {
        if (opened == null) {
            opened = History.open(new HadoopStorage(new Path(folder), settings.value()));
        }
        return opened;
    }
}
