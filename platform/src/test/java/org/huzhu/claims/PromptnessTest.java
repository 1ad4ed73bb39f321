package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.enrolment.Town.as;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.looking.Lookers;
import org.huzhu.claims.promptness.PromptnessDesk;
import org.huzhu.claims.promptness.Reminder;
import org.huzhu.claims.promptness.Reminding;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whoever has a claim is told before its day, the next tier once it is past; and who looks at once is told too. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class})
class PromptnessTest {

    private static final int MANY = 1_000;

    @Autowired
    private Claimants people;

    @Autowired
    private PromptnessDesk desk;

    @Autowired
    private Reminding reminding;

    @Autowired
    private Lookers lookers;

    @Autowired
    private WorkCalendar calendar;

    @Autowired
    private SetClock clock;

    private List<Reminder> told(Caller caller, Claim claim) {
        return as(caller, () -> desk.reminders(caller, MANY)).stream()
                .filter(each -> each.claim().equals(claim.id()))
                .toList();
    }

    private void goOnTo(LocalDate day) {
        while (people.today().isBefore(day)) {
            clock.advance(Duration.ofDays(1));
        }
    }

    @Test
    void whoever_has_it_is_told_two_days_before_and_the_next_tier_once_the_day_is_past() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        LocalDate filed = people.today();
        LocalDate due = calendar.after(filed, 10);
        Caller agent = people.agent(member);
        Caller office = people.office();

        int _ = reminding.look();
        assertThat(told(agent, claim)).isEmpty();

        goOnTo(calendar.after(filed, 8));
        int _ = reminding.look();
        assertThat(told(agent, claim))
                .containsExactly(new Reminder(claim.id(), claim.number(), ReviewStep.AGENCY, due, false));
        assertThat(told(office, claim)).isEmpty();

        goOnTo(due.plusDays(1));
        int _ = reminding.look();
        assertThat(reminding.look()).as("told anew").isZero();
        assertThat(told(office, claim))
                .containsExactly(new Reminder(claim.id(), claim.number(), ReviewStep.AGENCY, due, true));
        assertThat(as(agent, () -> desk.look(agent)).ages())
                .filteredOn(age -> age.step() == ReviewStep.AGENCY)
                .singleElement()
                .satisfies(age -> assertThat(age.due() + age.late()).isPositive());

        people.approve(member, claim);
        assertThat(told(agent, claim)).isEmpty();
        assertThat(told(office, claim)).isEmpty();
    }

    @Test
    void who_opened_it_in_the_last_five_minutes_is_told_to_others_and_not_to_himself() {
        Claimant member = people.covered(CASH);
        UUID claim = people.filed(member, people.stay(20, 13, 0)).id();
        Caller one = people.agent(member);
        Caller other = people.agent(member);

        assertThat(as(one, () -> lookers.arrive(one, claim))).isEmpty();
        assertThat(as(one, () -> lookers.arrive(one, claim))).isEmpty();
        assertThat(as(other, () -> lookers.arrive(other, claim)))
                .extracting(Lookers.Looker::since)
                .containsExactly(clock.instant());
        clock.advance(Duration.ofMinutes(6));
        assertThat(as(other, () -> lookers.arrive(other, claim))).isEmpty();
    }
}
