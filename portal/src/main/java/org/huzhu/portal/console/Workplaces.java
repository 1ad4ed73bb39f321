package org.huzhu.portal.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.huzhu.portal.Texts;
import org.huzhu.staff.Post;
import org.huzhu.staff.Session;
import org.huzhu.staff.StaffDesk;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/** Where the posts of somebody are, by name. Each name is looked up within what that post itself reaches. */
@Component
public class Workplaces {

    private final StaffDesk staff;
    private final UnionTree tree;

    Workplaces(StaffDesk staff, UnionTree tree) {
        this.staff = staff;
        this.tree = tree;
    }

    /**
     * A post with the name of its organisation.
     *
     * @param isCurrent whether its holder acts in it now
     */
    public record Workplace(Post post, String name, boolean isCurrent) {}

    /** Those that the holder of the session can choose from. */
    List<Workplace> of(Session session) {
        return staff.posts(session).stream()
                .map(post ->
                        new Workplace(post, name(session, post), session.post().equals(Optional.of(post.id()))))
                .toList();
    }

    private String name(Session session, Post post) {
        if (post.organisation().isEmpty()) {
            return Texts.say("posts.whole");
        }
        UUID organisation = post.organisation().get();
        Scope reach = new Scope(session.holder().toString(), List.of(post.path()), Optional.empty());
        return reach.call(() -> tree.find(organisation)).map(Organisation::name).orElse(Texts.say("posts.gone"));
    }
}
