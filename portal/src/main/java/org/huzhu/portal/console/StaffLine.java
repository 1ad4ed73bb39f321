package org.huzhu.portal.console;

import java.util.List;
import org.huzhu.staff.Account;
import org.huzhu.staff.Post;

/** Somebody who works here, with the posts that he holds. */
public record StaffLine(Account account, List<Post> posts) {

    public StaffLine {
        posts = List.copyOf(posts);
    }
}
