package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.at;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.enrolment.Town.Person;
import org.huzhu.enrolment.gaps.Gaps;
import org.huzhu.enrolment.gaps.Gaps.Fit;
import org.huzhu.enrolment.gaps.Gaps.Found;
import org.huzhu.enrolment.gaps.Gaps.Gap;
import org.huzhu.enrolment.gaps.Gaps.Held;
import org.huzhu.enrolment.gaps.Gaps.Only;
import org.huzhu.enrolment.gaps.Gaps.Question;
import org.huzhu.enrolment.gaps.Gaps.State;
import org.huzhu.enrolment.gaps.Gaps.Totals;
import org.huzhu.enrolment.gaps.Gaps.Why;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberFile;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Paper;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** Which units lack cover; each test has an agency of its own, with units under it. */
@RoomTest
@Import({Town.class, Outcome.class})
class GapsTest {

    private static final String STAY = "住院津贴";
    private static final String MEDICAL = "住院医疗";
    private static final String WOMEN = "女工特疾";
    private static final String DELIVERY = "五送保障";
    private static final LocalDate PAID = LocalDate.of(2026, 3, 5);
    private static final LocalDate LAST_MONTH = Town.START.plusYears(1).minusDays(30);

    @Autowired
    private Town town;

    @Autowired
    private Outcome outcome;

    @Autowired
    private Gaps gaps;

    @Autowired
    private EnrolmentDesk desk;

    @Autowired
    private SetClock clock;

    @Autowired
    private MemberRegister register;

    @Autowired
    private MemberFile file;

    @Autowired
    private TransactionOperations transactions;

    private static Question all(Organisation above, LocalDate day) {
        return new Question(above.path(), Optional.empty(), "", Optional.empty(), day, 0, 100);
    }

    private static Question of(Organisation above, String plan) {
        return new Question(above.path(), Optional.of(plan), "", Optional.empty(), Town.START, 0, 100);
    }

    private Found find(Organisation above, Question question) {
        Caller caller = at(Role.AGENCY_HANDLER, above);
        return as(caller, () -> gaps.find(caller, question));
    }

    private Organisation unit(Organisation agency, int staff, int women) {
        Organisation unit = town.unit(agency);
        town.count(unit, staff, women);
        return unit;
    }

    private void enrolled(Organisation unit, List<Person> people, String... plans) {
        outcome.pay(town.enrol(unit, people, plans), PAID);
    }

    /** A unit with people under cover; how many work there is said afterwards, or a plan might ask for more of them. */
    private Organisation covered(Organisation agency, int staff, List<Person> people, String... plans) {
        Organisation unit = town.unit(agency);
        enrolled(unit, people, plans);
        town.count(unit, staff, 0);
        return unit;
    }

    private static Gap of(Found found, Organisation unit) {
        return found.gaps().stream()
                .filter(gap -> gap.unit().equals(unit.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_worst_come_first_the_larger_before_the_smaller() {
        Organisation agency = town.agency();
        Organisation good = covered(agency, 10, Town.people(5), STAY);
        Organisation weak = covered(agency, 20, Town.people(5), STAY);
        Organisation weaker = covered(agency, 40, Town.people(5), STAY);
        Organisation small = unit(agency, 3, 0);
        Organisation large = unit(agency, 300, 0);
        Organisation blankUncounted = town.unit(agency);
        Organisation uncounted = town.unit(agency);
        enrolled(uncounted, Town.people(5), STAY);

        Found found = find(agency, all(agency, Town.START));

        assertThat(found.gaps().stream().map(Gap::unit))
                .containsExactlyElementsOf(Stream.of(large, small, blankUncounted, weaker, weak, uncounted, good)
                        .map(Organisation::id)
                        .toList());
        assertThat(found.gaps().stream().map(Gap::state))
                .containsExactly(
                        State.BLANK, State.BLANK, State.BLANK, State.WEAK, State.WEAK, State.UNCOUNTED, State.GOOD);
        assertThat(of(found, weak).share()).hasValue(2_500);
    }

    @Test
    void a_unit_without_registered_staff_has_no_share_and_does_not_count_in_that_of_all() {
        Organisation agency = town.agency();
        covered(agency, 10, Town.people(6), STAY);
        Organisation uncounted = town.unit(agency);
        Organisation zero = unit(agency, 0, 0);
        enrolled(uncounted, Town.people(3), STAY);

        Found found = find(agency, all(agency, Town.START));

        assertThat(of(found, uncounted).share()).isEmpty();
        assertThat(of(found, uncounted).state()).isEqualTo(State.UNCOUNTED);
        assertThat(of(found, zero).staff()).isEmpty();
        assertThat(found.totals()).isEqualTo(new Totals(3, 1, 0, 2, 0, 10, 6, 9, 9, 0));
        assertThat(found.totals().share()).isEqualTo(6_000);
    }

    @Test
    void who_is_under_cover_by_two_plans_is_one_person_and_two_times() {
        Organisation agency = town.agency();
        Organisation unit = covered(agency, 4, Town.people(3), STAY, MEDICAL);

        Found found = find(agency, all(agency, Town.START));

        assertThat(found.totals().persons()).isEqualTo(3);
        assertThat(found.totals().times()).isEqualTo(6);
        assertThat(of(found, unit).plans()).containsExactly(new Held(MEDICAL, 3, 0), new Held(STAY, 3, 0));
    }

    @Test
    void more_people_than_are_registered_do_not_make_up_for_other_units() {
        Organisation agency = town.agency();
        covered(agency, 2, Town.people(5), STAY);
        unit(agency, 8, 0);

        assertThat(find(agency, all(agency, Town.START)).totals().share()).isEqualTo(2_000);
    }

    @Test
    void cover_that_has_yet_to_begin_is_told_apart_and_the_unit_is_no_blank() {
        Organisation agency = town.agency();
        Organisation unit = covered(agency, 4, Town.people(3), STAY);

        Gap gap = of(find(agency, all(agency, Town.START.minusDays(1))), unit);

        assertThat(gap.persons()).isZero();
        assertThat(gap.ahead()).isEqualTo(3);
        assertThat(gap.share()).hasValue(0);
        assertThat(gap.shareAhead()).hasValue(7_500);
        assertThat(gap.state()).isEqualTo(State.GOOD);
    }

    @Test
    void cover_that_was_taken_back_leaves_a_blank() {
        Organisation agency = town.agency();
        Organisation unit = town.unit(agency);
        UUID batch = town.enrol(unit, Town.people(3), STAY);
        Caller handler = Town.handler(unit);
        Town.doAs(handler, () -> desk.takeBack(handler, batch, "弄错了"));

        assertThat(of(find(agency, all(agency, Town.START)), unit).state()).isEqualTo(State.BLANK);
    }

    @Test
    void cover_that_ends_within_sixty_days_is_due_unless_it_is_renewed() {
        Organisation agency = town.agency();
        List<Person> people = Town.people(3);
        Organisation ends = covered(agency, 3, people, STAY);
        LocalDate end = Town.START.plusYears(1);

        assertThat(of(find(agency, all(agency, end.minusDays(61))), ends).due()).isZero();
        Found soon = find(agency, all(agency, end.minusDays(60)));
        assertThat(of(soon, ends).due()).isEqualTo(3);
        assertThat(of(soon, ends).dueFrom()).contains(end);
        assertThat(soon.totals().due()).isOne();

        renew(ends, people, end);

        assertThat(of(find(agency, all(agency, LAST_MONTH)), ends).due()).isZero();
    }

    /** In a month from now, when it can be enrolled in from there on; the clock goes back, for the other tests. */
    private void renew(Organisation unit, List<Person> people, LocalDate from) {
        Duration month = Duration.ofDays(31);
        clock.advance(month);
        try {
            Order order = new Order(unit.id(), List.of(new Wanted(STAY, Optional.empty())), from, 1, Channel.DIRECT);
            town.enrol(Town.handler(unit), order, people);
        } finally {
            clock.advance(month.negated());
        }
    }

    @Test
    void a_plan_for_women_is_measured_by_the_women() {
        Organisation agency = town.agency();
        Organisation mixed = town.unit(agency);
        Organisation men = unit(agency, 10, 0);
        enrolled(mixed, Stream.generate(Town::woman).limit(3).toList(), WOMEN);
        town.count(mixed, 10, 4);

        Found found = find(agency, of(agency, WOMEN));

        assertThat(of(found, mixed).base()).isEqualTo(OptionalInt.of(4));
        assertThat(of(found, mixed).share()).hasValue(7_500);
        assertThat(of(found, men).state()).isEqualTo(State.NOT_MEANT);
        assertThat(found.totals().units()).isOne();
        assertThat(found.totals().blank()).isZero();
    }

    @Test
    void women_without_a_plan_for_them_are_told_and_with_one_no_more() {
        Organisation agency = town.agency();
        Organisation without = unit(agency, 10, 4);
        Organisation with = town.unit(agency);
        enrolled(with, List.of(Town.woman()), WOMEN);
        town.count(with, 10, 4);

        Found found = find(agency, all(agency, Town.START));

        assertThat(of(found, without).fits().getFirst()).isEqualTo(new Fit(WOMEN, Why.WOMEN, 4));
        assertThat(of(found, with).fits())
                .extracting(Fit::plan)
                .doesNotContain(WOMEN)
                .contains(STAY);
    }

    @Test
    void a_plan_for_a_group_fits_a_unit_with_members_of_it_and_is_measured_by_them() {
        Organisation agency = town.agency();
        List<Person> people = Town.people(4);
        Organisation unit = covered(agency, 10, people, STAY);
        Organisation other = unit(agency, 10, 0);
        Caller handler = at(Role.AGENCY_HANDLER, agency);
        people.subList(0, 2).forEach(person -> list(handler, person));

        Found found = find(agency, all(agency, Town.START));

        assertThat(of(found, unit).fits()).contains(new Fit(DELIVERY, Why.NEW_FORM, 2));
        assertThat(of(found, other).fits()).extracting(Fit::plan).doesNotContain(DELIVERY);
        Found asked = find(agency, of(agency, DELIVERY));
        assertThat(of(asked, unit).base()).hasValue(2);
        assertThat(of(asked, other).state()).isEqualTo(State.NOT_MEANT);
    }

    private void list(Caller handler, Person person) {
        handler.scope()
                .run(() -> transactions.executeWithoutResult(_ -> register.findByPaper(
                                handler, Paper.parse(Paper.Kind.RESIDENT, person.number()))
                        .forEach(line -> file.categorise(
                                handler,
                                line.id(),
                                CategoryKind.NEW_FORM,
                                LocalDate.of(2026, 1, 1),
                                Optional.empty()))));
    }

    @Test
    void a_list_is_narrowed_and_goes_page_by_page_and_the_totals_stay() {
        Organisation agency = town.agency();
        covered(agency, 10, Town.people(2), STAY);
        Stream.of(1, 2, 3).forEach(staff -> unit(agency, staff, 0));

        Question blank = new Question(agency.path(), Optional.empty(), "", Optional.of(Only.BLANK), Town.START, 1, 1);
        Found found = find(agency, blank);

        assertThat(found.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.staff()).hasValue(2));
        assertThat(found.totals()).isEqualTo(new Totals(4, 3, 1, 0, 0, 16, 2, 2, 2, 0));
        Question none = new Question(agency.path(), Optional.empty(), "%", Optional.empty(), Town.START, 0, 10);
        assertThat(find(agency, none).gaps())
                .as("a sign of the search is meant as it is written")
                .isEmpty();
        assertThat(find(agency, none).totals().units()).isEqualTo(4);
    }

    @Test
    void nobody_sees_units_that_he_does_not_reach() {
        Organisation agency = town.agency();
        Organisation unit = unit(agency, 5, 0);
        Organisation other = town.agency();
        Caller stranger = at(Role.AGENCY_HANDLER, other);
        Question question = all(agency, Town.START);

        assertThatThrownBy(() -> as(stranger, () -> gaps.find(stranger, question)))
                .isInstanceOf(Refused.class);
        Caller whole = at(Role.AGENCY_HANDLER, agency);
        assertThat(as(stranger, () -> gaps.find(whole, question)).gaps())
                .as("the query limits itself to the scope, whoever is said to ask")
                .isEmpty();
        assertThat(Scope.ofSystem().call(() -> gaps.find(whole, question)).gaps())
                .extracting(Gap::unit)
                .contains(unit.id());
    }
}
