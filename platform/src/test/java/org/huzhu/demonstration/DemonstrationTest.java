package org.huzhu.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.demonstration.Demonstration.Filled;
import org.huzhu.unions.Branch;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.huzhu.unions.UnitRegistration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@TestPropertySource(properties = "huzhu.test=a society of its own")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {

    private final Demonstration demonstration;
    private final UnionTree tree;
    private final UnitRegistration registration;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    private final List<String> progress = new ArrayList<>();
    private Filled filled = new Filled(0, List.of(), List.of(), Map.of());

    @Autowired
    DemonstrationTest(
            Demonstration demonstration,
            UnionTree tree,
            UnitRegistration registration,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.demonstration = demonstration;
        this.tree = tree;
        this.registration = registration;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeAll
    void fill_once() {
        filled = demonstration.fill((what, done, all) -> progress.add(what + done + "/" + all));
    }

    private static <T> T all(Callable<T> work) {
        return within(Scope.ofSystem(), work);
    }

    private static <T> T within(Scope scope, Callable<T> work) {
        try {
            return scope.call(work::call);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Organisation> everything() {
        List<Organisation> found = new ArrayList<>(
                all(tree::tops).stream().map(Branch::organisation).toList());
        for (int i = 0; i < found.size(); i++) {
            UUID next = found.get(i).id();
            found.addAll(all(() -> tree.below(next)));
        }
        return found;
    }

    @Test
    void there_is_an_office_with_four_agencies_and_forty_employers() {
        List<Organisation> found = everything();
        List<UUID> units = found.stream()
                .filter(one -> one.tier() == Tier.UNIT)
                .map(Organisation::id)
                .toList();

        assertThat(found).filteredOn(one -> one.tier() == Tier.OFFICE).hasSize(1);
        assertThat(found).filteredOn(one -> one.tier() == Tier.AGENCY).hasSize(4);
        assertThat(found).filteredOn(one -> one.tier() == Tier.STREET).hasSize(2);
        assertThat(found)
                .filteredOn(one -> one.tier() == Tier.UNIT
                        && one.parent().filter(units::contains).isEmpty())
                .as("those that stand under no other unit; one of forty is part of another by now")
                .hasSize(39);
        assertThat(found).hasSize(filled.organisations() - 1);
    }

    @Test
    void one_employer_has_twenty_seven_units_and_one_has_eight() {
        List<Integer> sizes = everything().stream()
                .filter(one -> one.tier() == Tier.UNIT)
                .map(one -> all(() -> tree.below(one.id())).size())
                .toList();

        assertThat(sizes).contains(27, 8);
    }

    @Test
    void some_have_a_past() {
        Organisation renamed = found("云蒙人力资源服务公司工会");

        assertThat(all(() -> tree.nameOn(renamed.id(), renamed.openedOn()))).contains("云蒙劳务服务公司工会");
        assertThat(all(() -> tree.closedBelow(found("天坛街道总工会").id())))
                .extracting(Organisation::name)
                .containsExactly("体育馆路印务工会");
        assertThat(found("花市元件技术工会").parent()).contains(found("天坛街道总工会").id());
    }

    private Organisation found(String name) {
        return everything().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void five_thousand_people_are_spread_over_the_units_by_how_many_work_there() {
        assertThat(filled.people()).isEqualTo(5_000);
        assertThat(count("select count(*) from members.member")).isEqualTo(5_000);
        assertThat(count("select count(distinct paper_index) from members.member"))
                .isEqualTo(5_000);
        assertThat(count("select count(distinct unit) from members.member"))
                .as("one of 83 became part of another")
                .isEqualTo(82);
        assertThat(count("select count(distinct kind) from members.category"))
                .as("who works at a unit is employed without its being said")
                .isEqualTo(3);
        assertThat(count("select count(*) from members.card where replaced_at is null"))
                .isEqualTo(5_000);
    }

    private long count(String query) {
        return all(() ->
                transaction.execute(_ -> database.sql(query).query(Long.class).single()));
    }

    @Test
    void each_role_but_the_members_has_a_post_to_sign_in_with() {
        List<Role> roles = new ArrayList<>(Arrays.asList(Role.values()));
        roles.removeIf(role -> !role.isPost());

        assertThat(filled.invitations().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        filled.posts().stream().map(Post::login).collect(Collectors.toSet()));
        assertThat(count("select count(*) from staff.post"))
                .isEqualTo(filled.posts().size());
        assertThat(filled.posts().stream().map(Post::role).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(roles);
        assertThat(filled.posts()).extracting(Post::login).contains("unit", "agency", "reviewer", "office");
        assertThat(filled.posts().stream()
                        .collect(Collectors.groupingBy(Post::login))
                        .values())
                .as("one person has two posts")
                .filteredOn(posts -> posts.size() == 2)
                .hasSize(1);
    }

    @Test
    void a_reviewer_finds_something_to_review() {
        Post post = filled.posts().stream()
                .filter(one -> one.role() == Role.AGENCY_REVIEWER)
                .findFirst()
                .orElseThrow();
        Caller reviewer = new Caller(
                UUID.randomUUID(),
                post.role(),
                java.util.Optional.of(post.organisation().path()),
                java.util.Optional.empty());

        assertThat(within(reviewer.scope(), () -> registration.waiting(reviewer)))
                .hasSize(2);
    }

    @Test
    void progress_is_told_to_the_end() {
        assertThat(progress).contains("组织96/96", "会员500/5000").endsWith("会员5000/5000");
    }

    @Test
    void a_society_that_holds_something_is_not_filled_again() {
        assertThatThrownBy(() -> demonstration.fill((_, _, _) -> {})).isInstanceOf(IllegalStateException.class);
        assertThat(demonstration.isDue()).isFalse();
        assertThat(count("select count(*) from members.member")).isEqualTo(5_000);
    }

    @Test
    void shares_are_whole_and_sum_to_the_count() {
        assertThat(Crowd.shares(List.of(1, 1, 1), 10)).containsExactly(4, 3, 3);
        assertThat(Crowd.shares(List.of(5, 3, 2), 7)).containsExactly(4, 2, 1);
        assertThat(Crowd.shares(List.of(0, 9), 4)).containsExactly(0, 4);
    }

    @Test
    void a_line_that_says_too_little_is_refused_with_its_text() {
        assertThatThrownBy(() -> Blueprint.place("  单位 无名工会 | 民企 | 3 | 1"))
                .hasMessageContaining("单位 无名工会 | 民企 | 3 | 1");
    }
}
