package org.huzhu.operations.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.demonstration.Post;
import org.huzhu.operations.Doors;
import org.huzhu.staff.StaffDesk;
import org.huzhu.unions.Organisation;

/** Who handles claims where: the people who hold the posts, and where there is none, somebody made up. */
final class Staff {

    private final Doors doors;
    private final List<Post> posts;
    private final Map<String, UUID> accounts = new HashMap<>();

    Staff(Doors doors, List<Post> posts) {
        this.doors = doors;
        this.posts = List.copyOf(posts);
    }

    /** Whoever has the role at the organisation of the path. */
    Caller at(Role role, String path) {
        return posts.stream()
                .filter(post ->
                        post.role() == role && post.organisation().path().equals(path))
                .findFirst()
                .map(post -> caller(account(post.login()), role, path))
                .orElseGet(() -> other(role, path));
    }

    /** The second who has the role there, and where there is but one, somebody made up. */
    Caller second(Role role, String path) {
        return posts.stream()
                .filter(post ->
                        post.role() == role && post.organisation().path().equals(path))
                .skip(1)
                .findFirst()
                .map(post -> caller(account(post.login()), role, path))
                .orElseGet(() -> other(role, path));
    }

    /** A colleague of his, made up. */
    static Caller other(Role role, String path) {
        return caller(new UUID(0, 1_000 + role.ordinal()), role, path);
    }

    private static Caller caller(UUID account, Role role, String path) {
        return new Caller(account, role, Optional.of(path), Optional.empty()).fresh();
    }

    Caller official(Role role) {
        return at(role, doors.office().path());
    }

    private UUID account(String login) {
        return accounts.computeIfAbsent(login, _ -> {
            Caller asks = doors.official(Role.SECURITY_ADMINISTRATOR);
            return doors.as(asks, () -> doors.get(StaffDesk.class).named(asks, login))
                    .orElseThrow()
                    .id();
        });
    }

    /** Where the first post of the role is whose path has this in it. */
    Optional<Organisation> first(Role role, String within) {
        return posts.stream()
                .filter(post -> post.role() == role)
                .map(Post::organisation)
                .filter(each -> each.path().startsWith(within))
                .findFirst();
    }

    /** The agencies, in the order of their posts. */
    List<Organisation> agencies() {
        return posts.stream()
                .filter(post -> post.role() == Role.AGENCY_HANDLER)
                .map(Post::organisation)
                .toList();
    }
}
