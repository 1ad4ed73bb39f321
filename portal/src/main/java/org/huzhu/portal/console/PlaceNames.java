package org.huzhu.portal.console;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.portal.Texts;
import org.huzhu.staff.Post;
import org.huzhu.unions.UnionTree;

/**
 * What the organisations of posts are called, as far as whoever looks may see them.
 *
 * @param names by the id of the organisation
 */
public record PlaceNames(Map<UUID, String> names) {

    public PlaceNames {
        names = Map.copyOf(names);
    }

    static PlaceNames of(UnionTree tree, List<Post> posts) {
        return new PlaceNames(tree.names(
                posts.stream().flatMap(post -> post.organisation().stream()).collect(Collectors.toSet())));
    }

    /** Where the post is. */
    public String of(Post post) {
        return post.organisation()
                .map(id -> names.getOrDefault(id, Texts.say("member.elsewhere")))
                .orElseGet(() -> Texts.say("posts.whole"));
    }
}
