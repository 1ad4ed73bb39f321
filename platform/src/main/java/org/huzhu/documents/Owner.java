package org.huzhu.documents;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huzhu.kernel.Require;

/**
 * What a document belongs to.
 *
 * @param kind a word for it, such as {@code claim}
 * @param id its id in its own room
 * @param path the organisation that it belongs to
 * @param member whose own it is; he may look at it himself
 */
public record Owner(String kind, UUID id, String path, Optional<UUID> member) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z_]{0,39}");

    public Owner {
        Require.that(KIND.matcher(kind).matches(), "'%s' is no kind of thing, such as claim", kind);
    }
}
