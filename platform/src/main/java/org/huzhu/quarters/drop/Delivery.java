package org.huzhu.quarters.drop;

import java.nio.file.Path;
import java.util.List;
import org.huzhu.unions.Organisation;

/**
 * A delivery all of which is there as it says.
 *
 * @param digest of the manifest, by which the audit trail names the delivery
 */
record Delivery(Path manifest, String digest, DropManifest said, Organisation office) {

    List<String> names() {
        return said.files().stream().map(DropManifest.Named::name).toList();
    }

    /** Which quarter of which office, in words. */
    String title() {
        return "%s %s %d年第%d季度"
                .formatted(
                        office.name(),
                        said.quarter().plan(),
                        said.quarter().year(),
                        said.quarter().quarter());
    }
}
