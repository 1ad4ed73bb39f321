package org.huzhu.portal.console;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huzhu.staff.Account;
import org.huzhu.staff.Post;

/**
 * Somebody who works here, with the posts that he holds.
 *
 * @param changeable those of his posts that whoever looks may ask to be handed over
 */
public record StaffLine(Account account, List<Post> posts, Set<UUID> changeable) {

    public StaffLine {
        posts = List.copyOf(posts);
        changeable = Set.copyOf(changeable);
    }
}
