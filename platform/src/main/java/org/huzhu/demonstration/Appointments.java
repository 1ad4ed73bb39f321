package org.huzhu.demonstration;

import java.util.List;
import java.util.Map;

/** What the demonstration asks of whoever keeps accounts and posts; it is joined to that room where the rooms meet. */
public interface Appointments {

    /**
     * Gives each of them an account and the post, within the scope and the transaction at hand.
     *
     * @return the token with which each login sets its first password
     */
    Map<String, String> appoint(List<Post> posts);
}
