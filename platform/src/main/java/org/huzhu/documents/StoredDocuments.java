package org.huzhu.documents;

import java.util.List;
import java.util.Optional;
import org.huzhu.database.Settings;

/** What lies outside of the database, held against its rows; on behalf of the society itself. */
public interface StoredDocuments {

    /**
     * The first documents of which something is gone or is not what was kept, and the first things that no row names;
     * none where all is well. All of it is read.
     */
    List<String> broken();

    /**
     * Takes away what nobody needs any more: what no row has named for a day, what was dropped a day ago, and uploads
     * that were begun a day ago.
     *
     * @return how many things were taken away from outside
     */
    int sweep();

    /** Where they lie by these settings; empty where that is the folder of the society, which copies take along. */
    static Optional<String> elsewhere(Settings settings) {
        return S3Bucket.of(settings).map(S3Bucket::place);
    }
}
