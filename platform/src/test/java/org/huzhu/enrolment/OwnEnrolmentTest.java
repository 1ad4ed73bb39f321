package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.enrolment.Outcome.assertRefused;
import static org.huzhu.enrolment.Town.as;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.Town.Person;
import org.huzhu.enrolment.own.OwnEnrolment;
import org.huzhu.enrolment.own.OwnEnrolment.Offer;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A member in a new form of employment enrols himself. */
@RoomTest
@Import({Town.class, Outcome.class})
class OwnEnrolmentTest {

    private static final String COURIERS = "五送保障";

    @Autowired
    private Town town;

    @Autowired
    private Outcome outcome;

    @Autowired
    private OwnEnrolment own;

    @Test
    void a_courier_enrols_himself_in_what_is_open_to_such_as_him_and_once_only() {
        Organisation unit = town.unit();
        Person courier = Town.man();
        Caller himself = member(unit, courier);
        outcome.categorise(unit, courier, CategoryKind.NEW_FORM);

        assertThat(as(himself, () -> own.offers(himself)))
                .extracting(Offer::plan, Offer::contribution, Offer::startsOn, Offer::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(COURIERS, Money.ZERO, Town.START, Optional.empty()));
        assertThat(as(himself, () -> own.enrol(himself, COURIERS))).isEmpty();

        assertThat(outcome.coversOf(unit, courier))
                .filteredOn(cover -> cover.plan().plan().equals(COURIERS))
                .singleElement()
                .satisfies(cover -> assertThat(cover.span().from()).isEqualTo(Town.START));
        assertThat(as(himself, () -> own.offers(himself)).getFirst().until())
                .contains(Town.START.plusYears(1).minusDays(1));
        assertThat(as(himself, () -> own.enrol(himself, COURIERS)))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.wrong()).contains("本单位已为他参加"));
    }

    @Test
    void whoever_is_in_no_new_form_of_employment_is_enrolled_by_his_unit() {
        Organisation unit = town.unit();
        Caller himself = member(unit, Town.man());

        assertThat(as(himself, () -> own.offers(himself))).isEmpty();
        assertRefused(() -> as(himself, () -> own.enrol(himself, COURIERS)), Reason.NOT_OFFERED);
    }

    /** Somebody whom his unit has enrolled in another plan, and who is a member by that. */
    private Caller member(Organisation unit, Person person) {
        town.enrol(unit, List.of(person), "住院津贴");
        UUID id = outcome.coversOf(unit, person).getFirst().member();
        return new Caller(id, Role.MEMBER, Optional.empty(), Optional.of(id));
    }
}
