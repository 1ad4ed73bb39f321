package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PostsTest extends StaffTest {

    private static final Occasion TODAY = new Occasion(LocalDate.of(2026, 3, 2), "试验");

    @Autowired
    private Founding founding;

    @Autowired
    private UnionDesk unions;

    private Organisation opened(Tier tier, String name, Optional<Organisation> above) {
        return system(() -> founding.open(new Opening(tier, name, above.map(Organisation::id)), TODAY));
    }

    @Test
    void posts_at_an_organisation_end_as_it_is_closed() {
        Organisation office = opened(Tier.OFFICE, "南宁办事处", Optional.empty());
        Organisation agency = opened(Tier.AGENCY, "青秀区总工会", Optional.of(office));
        Organisation closing = opened(Tier.UNIT, "建政路小学工会", Optional.of(agency));
        Caller above = holder(Role.AGENCY_HANDLER, agency.path());
        Caller ending = holder(Role.UNIT_HANDLER, closing.path());
        Caller beside = holder(
                Role.UNIT_HANDLER,
                opened(Tier.UNIT, "民主路小学工会", Optional.of(agency)).path());
        UUID post = postOf(ending);
        Session.Opened open = signedIn(ending.account());
        sessions.actIn(open.session(), post);
        Session session = sessions.find(open.token()).orElseThrow();
        assertThat(sessions.caller(session)).isPresent();

        above.scope().run(() -> unions.close(above, closing.id(), TODAY));

        assertThat(sessions.caller(session)).isEmpty();
        assertThat(desk.posts(above, ending.account())).isEmpty();
        assertThat(desk.posts(above, List.of(above.account(), beside.account())))
                .hasSize(2);
        assertThat(above.scope().call(() -> audit.find(Question.all().ofObject(post.toString()))))
                .first()
                .satisfies(record -> {
                    assertThat(record.actor()).isEqualTo(above.account().toString());
                    assertThat(record.deed().action()).isEqualTo(Operation.STAFF_REVOKE.title());
                });
    }

    @Test
    void a_handover_of_a_post_that_ended_meanwhile_waits_for_nobody() {
        Caller above = holder(Role.AGENCY_HANDLER, "nn.east");
        Caller leaving = holder(Role.UNIT_HANDLER, "nn.east.unit");
        UUID post = postOf(leaving);
        handovers.ask(leaving, post, account("nn.east"), "调岗");
        assertThat(handovers.waiting(above, "nn.east")).hasSize(1);

        desk.revoke(above.fresh(), post);

        assertThat(handovers.waiting(above, "nn.east")).isEmpty();
    }

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
