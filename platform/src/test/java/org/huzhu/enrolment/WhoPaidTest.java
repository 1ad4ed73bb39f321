package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.at;
import static org.huzhu.enrolment.Town.doAs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.contributions.Split;
import org.huzhu.contributions.Split.By;
import org.huzhu.contributions.Split.Part;
import org.huzhu.contributions.Split.Rest;
import org.huzhu.contributions.Split.Share;
import org.huzhu.contributions.SplitDesk;
import org.huzhu.contributions.SubsidyDesk;
import org.huzhu.contributions.SubsidyDesk.Grant;
import org.huzhu.contributions.payers.Payers;
import org.huzhu.contributions.payers.Payers.Paid;
import org.huzhu.enrolment.Town.Person;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Payer;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who paid which part of a cover, as the member himself is told. */
@RoomTest
@Import({Town.class, Outcome.class})
class WhoPaidTest {

    private static final String PLAN = "住院医疗";
    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

    @Autowired
    private Town town;

    @Autowired
    private Outcome outcome;

    @Autowired
    private SplitDesk splits;

    @Autowired
    private SubsidyDesk subsidies;

    @Autowired
    private Payers payers;

    /** A unit whose union pays a third and whose members pay the rest. */
    private Organisation unit(Organisation agency) {
        Organisation unit = town.unit(agency);
        Caller handler = at(Role.AGENCY_HANDLER, agency);
        Split thirds = new Split(List.of(
                new Share(By.unit(Payer.UNIT_UNION), new Part(3_333)), new Share(By.unit(Payer.MEMBER), new Rest())));
        doAs(handler, () -> splits.set(handler, unit.id(), Optional.of(PLAN), thirds, YEAR));
        return unit;
    }

    private Cover cover(Organisation unit, Person person) {
        return outcome.coversOf(unit, person).getFirst();
    }

    private static Caller member(Cover cover) {
        return new Caller(cover.member(), Role.MEMBER, Optional.empty(), Optional.of(cover.member()));
    }

    private List<Paid> paid(Cover cover) {
        Caller member = member(cover);
        return as(member, () -> payers.of(member, cover.id()));
    }

    private static Money sum(List<Paid> paid) {
        return Money.sum(paid.stream().map(Paid::money).toList());
    }

    @Test
    void a_member_sees_who_pays_which_part_and_the_parts_are_his_contribution_to_the_fen() {
        Organisation unit = unit(town.agency());
        List<Person> people = Town.people(7);
        town.enrol(unit, people, PLAN);

        for (Person person : people) {
            Cover cover = cover(unit, person);
            List<Paid> paid = paid(cover);
            assertThat(paid).extracting(Paid::payer).containsExactly(Payer.UNIT_UNION, Payer.MEMBER);
            assertThat(sum(paid)).isEqualTo(cover.contribution());
            assertThat(paid.getFirst().money())
                    .isEqualTo(cover.contribution()
                            .shareOut(List.of(3_333L, 6_667L))
                            .getFirst());
            assertThat(paid).allMatch(Paid::isOpen);
        }
    }

    @Test
    void what_a_subsidy_paid_for_him_comes_first_and_for_others_is_not_shown_to_him() {
        Organisation agency = town.agency();
        Organisation unit = unit(agency);
        Caller granting = at(Role.AGENCY_HANDLER, agency);
        Grant grant =
                new Grant(agency.id(), Optional.of(PLAN), Money.ofYuan(10), Money.ofYuan(10), YEAR, YEAR.plusYears(1));
        doAs(granting, () -> assertThat(subsidies.grant(granting, grant)).isNotNull());
        List<Person> people = Town.people(2);
        town.enrol(unit, people, PLAN);

        List<Paid> first = paid(cover(unit, people.getFirst()));
        List<Paid> second = paid(cover(unit, people.getLast()));

        assertThat(first.getFirst()).isEqualTo(new Paid(Payer.SPONSOR, agency.name(), Money.ofYuan(10), true));
        assertThat(first).hasSize(3);
        assertThat(second).extracting(Paid::payer).containsExactly(Payer.UNIT_UNION, Payer.MEMBER);
        assertThat(sum(first)).isEqualTo(sum(second));
    }

    @Test
    void nobody_is_told_of_the_cover_of_another() {
        Organisation unit = unit(town.agency());
        List<Person> people = Town.people(2);
        town.enrol(unit, people, PLAN);
        UUID others = cover(unit, people.getLast()).id();
        Caller member = member(cover(unit, people.getFirst()));
        Caller handler = Town.handler(unit);

        assertThat(as(member, () -> payers.of(member, others))).isEmpty();
        assertThatThrownBy(() -> as(handler, () -> payers.of(handler, others))).isInstanceOf(Refused.class);
    }
}
