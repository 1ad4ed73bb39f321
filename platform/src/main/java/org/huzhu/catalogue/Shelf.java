package org.huzhu.catalogue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.huzhu.rules.Rulebook;
import org.huzhu.text.LibraryReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that is published, read and compiled once, and anew when something was added. */
@Component
class Shelf {

    private final JdbcDocuments documents;
    private final AtomicReference<@Nullable Shelved> latest = new AtomicReference<>();

    Shelf(JdbcDocuments documents) {
        this.documents = documents;
    }

    /**
     * What stood there once.
     *
     * @param stamp of the set of files
     */
    record Shelved(String stamp, List<Version> versions, Rulebook rules) {

        Map<String, String> contents() {
            return versions.stream().collect(Collectors.toMap(Version::file, Version::content));
        }
    }

    Shelved now() {
        @Nullable Shelved known = latest.get();
        String stamp = documents.stamp();
        if (known != null && known.stamp().equals(stamp)) {
            return known;
        }
        List<Version> versions = documents.published();
        Map<String, String> contents = versions.stream().collect(Collectors.toMap(Version::file, Version::content));
        Shelved fresh = new Shelved(
                stamp, versions, Rulebook.of(LibraryReader.read(contents).library()));
        latest.set(fresh);
        return fresh;
    }
}
