package org.huzhu.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Applicability.By;
import org.huzhu.plan.Applicability.Reach;
import org.huzhu.plan.Stacking.Pair;
import org.junit.jupiter.api.Test;

class LibraryTest {

    private static final LocalDate DAY = LocalDate.of(2018, 1, 1);
    private static final Basis BASIS = new Basis(List.of(), true);
    private static final Plan FIRST = plan("甲", "a", DAY);
    private static final Plan SECOND = plan("甲", "b", DAY.plusYears(1));
    private static final Plan OTHER = plan("乙", "a", DAY);

    @Test
    void versions_stand_oldest_first_in_whatever_order_they_come() {
        assertThat(library(SECOND, OTHER, FIRST).versions("甲")).containsExactly(FIRST, SECOND);
        assertThat(library(FIRST, SECOND, OTHER).versions("丙")).isEmpty();
    }

    @Test
    void of_two_versions_of_one_day_the_later_name_governs_in_whatever_order_they_come() {
        Plan same = plan("甲", "c", DAY);

        assertThat(library(FIRST, same).governing("甲", DAY, DAY)).contains(same);
        assertThat(library(same, FIRST).governing("甲", DAY, DAY)).contains(same);
    }

    @Test
    void before_the_first_version_nothing_governs() {
        assertThat(library(FIRST).governing("甲", DAY.minusDays(1), DAY)).isEmpty();
        assertThat(library(FIRST).governing("甲", DAY, DAY)).contains(FIRST);
    }

    @Test
    void a_draft_takes_the_place_of_its_namesake_or_is_added() {
        Plan draft = plan("甲", "b", DAY.plusYears(2));

        assertThat(library(FIRST, SECOND).with(draft).plans()).containsExactly(FIRST, draft);
        assertThat(library(FIRST).with(OTHER).plans()).containsExactly(OTHER, FIRST);
    }

    @Test
    void an_office_has_its_own_rules_of_stacking() {
        Pair pair = new Pair(List.of("甲", "乙"), new Stacking.Together.Both(), "一", "一", BASIS);
        Stacking rules = new Stacking("北京", List.of(pair), List.of(), Optional.empty());
        Library library = new Library(new Dictionary(Map.of(), Map.of()), List.of(FIRST), List.of(), List.of(rules));

        assertThat(library.stacking("北京")).contains(rules);
        assertThat(library.stacking("上海")).isEmpty();
        assertThat(rules.pair("甲", "乙")).contains(pair);
        assertThat(rules.pair("乙", "甲")).contains(pair);
        assertThat(rules.pair("甲", "甲")).isEmpty();
        assertThat(rules.pair("甲", "丙")).isEmpty();
        assertThat(rules.pair("丙", "乙")).isEmpty();
    }

    @Test
    void an_overlay_bears_on_its_plan_office_and_versions_from_its_first_day() {
        Overlay all = new Overlay("增", "西藏", "甲", Set.of(), "单", "增单", DAY, "一", "一", BASIS);
        Overlay one = new Overlay("增", "西藏", "甲", Set.of("a"), "单", "增单", DAY, "一", "一", BASIS);
        Optional<String> office = Optional.of("西藏");

        assertThat(all.bearsOn(FIRST.id(), office, DAY)).isTrue();
        assertThat(all.bearsOn(SECOND.id(), office, DAY)).isTrue();
        assertThat(one.bearsOn(SECOND.id(), office, DAY)).isFalse();
        assertThat(one.bearsOn(FIRST.id(), office, DAY)).isTrue();
        assertThat(all.bearsOn(OTHER.id(), office, DAY)).isFalse();
        assertThat(all.bearsOn(FIRST.id(), Optional.of("北京"), DAY)).isFalse();
        assertThat(all.bearsOn(FIRST.id(), Optional.empty(), DAY)).isFalse();
        assertThat(all.bearsOn(FIRST.id(), office, DAY.minusDays(1))).isFalse();
    }

    @Test
    void a_clause_and_its_caps_are_found_by_number() {
        Cap cap = new Cap("九", Set.of("一"), Scope.TERM, new Cap.Limit.OfDays(1));
        Plan capped = new Plan(
                FIRST.id(),
                FIRST.title(),
                FIRST.office(),
                List.of(),
                FIRST.applicability(),
                FIRST.enrolment(),
                Optional.empty(),
                List.of(),
                FIRST.clauses(),
                List.of(cap),
                List.of());

        assertThat(capped.clause("一")).contains(FIRST.clauses().getFirst());
        assertThat(capped.clause("二")).isEmpty();
        assertThat(capped.capsOn("一")).containsExactly(cap);
        assertThat(capped.capsOn("二")).isEmpty();
        assertThat(capped.id()).hasToString("甲 a");
    }

    private static Library library(Plan... plans) {
        return new Library(new Dictionary(Map.of(), Map.of()), List.of(plans), List.of(), List.of());
    }

    static Plan plan(String name, String version, LocalDate from) {
        Clause clause = new Clause(
                "一", "一", "一", Insured.MEMBER, EventDay.MATURITY, new Benefit.MaturityReturn(Rate.WHOLE), BASIS);
        Enrolment enrolment = new Enrolment(
                Enrolment.Funding.CONTRIBUTION,
                Set.of(Sex.MALE),
                List.of(),
                Enrolment.AgeDay.TERM_START,
                Set.of(),
                List.of(new Enrolment.Contribution(
                        Optional.empty(), Optional.empty(), Optional.empty(), Money.ZERO, true)),
                new TermLength.Years(1),
                new Enrolment.Units(1, false),
                Optional.empty(),
                List.of(),
                Set.of(),
                Enrolment.Refund.NONE,
                Optional.empty(),
                Set.of(),
                BASIS);
        return new Plan(
                new PlanId(name, version),
                name,
                "北京",
                List.of(),
                new Applicability(from, By.TERM_START, Reach.NEW_AND_RENEWED),
                enrolment,
                Optional.empty(),
                List.of(),
                List.of(clause),
                List.of(),
                List.of());
    }
}
