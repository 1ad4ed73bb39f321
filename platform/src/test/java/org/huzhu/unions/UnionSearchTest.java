package org.huzhu.unions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.unions.Village.all;
import static org.huzhu.unions.Village.as;
import static org.huzhu.unions.Village.facts;
import static org.huzhu.unions.Village.on;
import static org.huzhu.unions.Village.reviewer;
import static org.huzhu.unions.Village.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Caller;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@RoomOfUnions
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnionSearchTest {

    private final UnionTree tree;
    private final UnionDesk desk;
    private final Village village;
    private final Server server;

    private List<Organisation> opened = List.of();

    @Autowired
    UnionSearchTest(UnionTree tree, UnionDesk desk, Village village, Server server) {
        this.tree = tree;
        this.desk = desk;
        this.village = village;
        this.server = server;
    }

    @BeforeAll
    void a_society_with_names_alike() {
        Organisation office = village.office("北京办事处");
        Organisation east = village.open(Tier.AGENCY, "东城区总工会", office);
        Organisation west = village.open(Tier.AGENCY, "西城区总工会", office);
        Organisation street = village.open(Tier.STREET, "东花市街道总工会", east);
        Organisation group = village.open(Tier.UNIT, "华岳机电集团公司工会", east);
        Organisation works = village.open(Tier.UNIT, "华岳第一机床厂工会", group);
        Organisation point = village.open(Tier.POINT, "花市100%代办点", street);
        Organisation shop = village.open(Tier.UNIT, "花市商店工会", point);
        opened = List.of(office, east, west, street, group, works, point, shop);
        as(reviewer(office), () -> {
            desk.state(reviewer(office), works.id(), facts("MA01G0FB", 100), on(Village.START));
            return works;
        });
    }

    private List<String> search(String words) {
        return as(reviewer(opened.getFirst()), () -> tree.search(words, 10)).stream()
                .map(Organisation::name)
                .toList();
    }

    @Test
    void many_are_called_by_their_names_as_far_as_the_scope_reaches() {
        Organisation east = opened.get(1);
        List<UUID> ids = opened.stream().map(Organisation::id).toList();

        Map<UUID, String> names = as(reviewer(east), () -> tree.names(ids));

        assertThat(names)
                .containsEntry(east.id(), "东城区总工会")
                .containsEntry(opened.getLast().id(), "花市商店工会")
                .hasSize(opened.size() - 2);
        assertThat(as(reviewer(east), () -> tree.names(List.of()))).isEmpty();
    }

    @Test
    void a_part_of_a_name_finds_it_and_the_beginning_comes_first() {
        assertThat(search("花市")).containsExactly("花市商店工会", "花市100%代办点", "东花市街道总工会");
        assertThat(search("机")).containsExactlyInAnyOrder("华岳机电集团公司工会", "华岳第一机床厂工会");
        assertThat(search("  ")).isEmpty();
    }

    @Test
    void a_whole_name_means_its_organisation_alone_and_a_part_all_that_have_it() {
        assertThat(meant("花市商店工会")).containsExactly("花市商店工会");
        assertThat(meant(" 华岳第一机床厂工会 ")).containsExactly("华岳第一机床厂工会");
        assertThat(meant("华岳")).hasSize(2);
    }

    private List<String> meant(String words) {
        return as(reviewer(opened.getFirst()), () -> tree.meant(words, 10)).stream()
                .map(Organisation::name)
                .toList();
    }

    @Test
    void a_name_much_like_it_is_found_too() {
        assertThat(search("华岳第一机床总厂工会")).startsWith("华岳第一机床厂工会");
    }

    @Test
    void signs_that_stand_for_others_in_sql_stand_for_themselves() {
        assertThat(search("100%")).containsExactly("花市100%代办点");
        assertThat(search("%")).containsExactly("花市100%代办点");
        assertThat(search("_")).isEmpty();
        assertThat(search("\\")).isEmpty();
    }

    @Test
    void a_credit_code_finds_its_unit_alone_whether_of_the_union_or_the_employer() {
        String ofUnion = facts("MA01G0FB", 1).unionCode().orElseThrow().text();
        String ofEmployer = facts("MA01G0FB", 1).employerCode().orElseThrow().text();

        assertThat(search(ofUnion)).containsExactly("华岳第一机床厂工会");
        assertThat(search(ofEmployer.toLowerCase(java.util.Locale.ROOT))).containsExactly("华岳第一机床厂工会");
    }

    @Test
    void those_below_stand_in_the_order_of_pinyin() {
        assertThat(all(() -> tree.below(opened.getFirst().id())))
                .extracting(Organisation::name)
                .containsExactly("东城区总工会", "西城区总工会");
    }

    @Test
    void the_tree_begins_where_the_scope_does_and_counts_what_is_below() {
        Organisation east = opened.get(1);
        Caller eastern = reviewer(east);

        List<Branch> tops = as(eastern, tree::tops);
        List<Branch> branches = as(
                reviewer(opened.getFirst()),
                () -> tree.branches(opened.getFirst().id()));

        assertThat(tops).containsExactly(new Branch(east, 2, 1, 3));
        assertThat(branches).containsExactly(new Branch(east, 2, 1, 3), new Branch(opened.get(2), 0, 0, 0));
        assertThat(all(tree::tops)).contains(new Branch(opened.getFirst(), 2, 1, 3));
        assertThat(within(Scope.ofNobody(), tree::tops)).isEmpty();
    }

    /** The first wall alone: whoever may do all to the database is bound by no row-level security. */
    @Test
    void each_query_asks_only_for_what_the_scope_reaches() {
        DriverManagerDataSource unbound = new DriverManagerDataSource(
                server.url(),
                server.admin().orElseThrow().role(),
                server.admin().orElseThrow().password());
        JdbcTree open = new JdbcTree(JdbcClient.create(unbound));
        JdbcOrganisations rows = new JdbcOrganisations(JdbcClient.create(unbound));
        JdbcMilestones past = new JdbcMilestones(JdbcClient.create(unbound));
        Organisation office = opened.getFirst();
        Organisation east = opened.get(1);
        Organisation west = opened.get(2);

        within(reviewer(east).scope(), () -> {
            assertThat(names(open.named("工会", 50)))
                    .doesNotContain(west.name(), office.name())
                    .contains(east.name());
            assertThat(rows.find(west.id())).isEmpty();
            assertThat(rows.find(east.id())).isPresent();
            assertThat(past.of(west.id())).isEmpty();
            assertThat(past.of(east.id())).hasSize(1);
            assertThat(open.above(east.id())).isEmpty();
            assertThat(open.tops()).extracting(Branch::organisation).containsExactly(east);
            assertThat(open.below(office.id())).containsExactly(east);
            return east;
        });
    }

    private static Set<String> names(List<Organisation> organisations) {
        return organisations.stream().map(Organisation::name).collect(Collectors.toSet());
    }

    @Test
    void what_is_not_there_has_no_name_and_nothing_below() {
        UUID nobody = UUID.randomUUID();

        assertThat(all(() -> tree.detail(nobody))).isEmpty();
        assertThat(all(() -> tree.branches(nobody))).isEmpty();
        assertThat(all(() -> tree.above(nobody))).isEmpty();
    }
}
