package org.huzhu.history.parquet;

import com.github.luben.zstd.ZstdDecompressCtx;

/** Room for one thread to read files in, one after the other. */
public final class Workspace implements AutoCloseable {

    final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
    byte[] packed = {};
    byte[] page = {};
    boolean[] presence = {};
    int[] indices = {};

    /** Room for so many bytes of a chunk as it stands in the file. */
    byte[] packed(int bytes) {
        packed = packed.length < bytes ? new byte[grown(bytes)] : packed;
        return packed;
    }

    /** Room for so many bytes of an unpacked page. */
    byte[] page(int bytes) {
        page = page.length < bytes ? new byte[grown(bytes)] : page;
        return page;
    }

    boolean[] presence(int rows) {
        presence = presence.length < rows ? new boolean[grown(rows)] : presence;
        return presence;
    }

    int[] indices(int rows) {
        indices = indices.length < rows ? new int[grown(rows)] : indices;
        return indices;
    }

    private static int grown(int wanted) {
        return Math.addExact(wanted, wanted / 4);
    }

    @Override
    public void close() {
        zstd.close();
    }
}
