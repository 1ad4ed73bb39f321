package org.huzhu.cluster;

import java.io.IOException;
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

    /** Takes a folder as this process would find it; the others work in folders of their own. */
    ShippedHistory(String folder, Configuration settings) {
        this.folder = qualified(new Path(folder), settings);
        this.settings = new SerializableConfiguration(settings);
    }

    private static String qualified(Path folder, Configuration settings) {
        try {
            return folder.getFileSystem(settings).makeQualified(folder).toString();
        } catch (IOException e) {
            throw new ClusterRefused("历史库 " + folder + " 找不到：" + e.getMessage() + "。请核对 --history", e);
        }
    }

    /** The store, opened the first time that it is asked for. */
    synchronized History open() {
        if (opened == null) {
            opened = History.open(new HadoopStorage(new Path(folder), settings.value()));
        }
        return opened;
    }
}
