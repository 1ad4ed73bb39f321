package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.staff.StaffDesk.Grant;
import org.junit.jupiter.api.Test;

class PostsTest extends StaffTest {

    @Test
    void posts_of_many_are_those_of_each() {
        Caller east = holder(Role.AGENCY_HANDLER, "cd.east");
        Caller unit = holder(Role.UNIT_HANDLER, "cd.east.unit");
        Caller west = holder(Role.AGENCY_HANDLER, "cd.west");
        UUID idle = account("cd.east");
        system(() -> operator.grant(
                new Grant(unit.account(), Role.POINT_HANDLER, Optional.empty(), "cd.east.point", Optional.empty())));
        system(() -> operator.grant(
                new Grant(unit.account(), Role.UNIT_HANDLER, Optional.empty(), "cd.west", Optional.empty())));
        List<UUID> all = List.of(east.account(), unit.account(), west.account(), idle);

        Map<UUID, List<Post>> posts = desk.posts(east, all);

        assertThat(posts).containsOnlyKeys(east.account(), unit.account());
        assertThat(posts.get(unit.account()))
                .extracting(Post::path)
                .containsExactlyInAnyOrder("cd.east.unit", "cd.east.point");
        assertThat(all)
                .allSatisfy(
                        each -> assertThat(posts.getOrDefault(each, List.of())).isEqualTo(desk.posts(east, each)));
        assertThat(desk.posts(east, List.of())).isEmpty();
    }
}
