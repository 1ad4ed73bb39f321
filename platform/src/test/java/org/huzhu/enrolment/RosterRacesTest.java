package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.enrolment.Town.handler;
import static org.huzhu.enrolment.Town.roster;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.enrolment.Town.Person;
import org.huzhu.testkit.Together;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Rosters that enrol the same person at the same time. How many rounds: {@code -Dhuzhu.enrolment.rounds}. */
@RoomTest
@Import({Town.class, Outcome.class})
class RosterRacesTest {

    private static final int ROUNDS = Integer.getInteger("huzhu.enrolment.rounds", 200);
    private static final String PLAN = "住院津贴";
    private static final List<Wanted> WANTED = List.of(new Wanted(PLAN, Optional.empty()));

    @Autowired
    private Town town;

    @Autowired
    private Outcome outcome;

    /** A roster that waits to be confirmed. */
    private record Brought(Organisation unit, UUID batch) {}

    private Brought bring(Organisation unit, Person person, int monthsLater) {
        Order order = new Order(unit.id(), WANTED, Town.START.plusMonths(monthsLater), 1, Channel.DIRECT);
        return new Brought(unit, town.bring(handler(unit), order, roster(List.of(person))));
    }

    private Optional<Reason> confirm(Brought brought) {
        try {
            town.confirm(brought.unit(), brought.batch());
            return Optional.empty();
        } catch (EnrolmentRefused e) {
            return Optional.of(e.reason());
        }
    }

    /** Confirms both at once; one comes through, and the other is told of the person when it looks again. */
    private void race(Brought one, Brought other, Person person, String round) {
        List<Brought> both = List.of(one, other);
        AtomicInteger next = new AtomicInteger();

        List<Optional<Reason>> came = Together.all(2, () -> {
            int turn = next.getAndIncrement();
            Optional<Reason> reason = confirm(both.get(turn));
            return reason.map(why -> why == Reason.LOOK_AGAIN ? why : Reason.STATE);
        });

        assertThat(came).as(round).containsExactlyInAnyOrder(Optional.empty(), Optional.of(Reason.LOOK_AGAIN));
        List<Cover> covers = Stream.of(one.unit(), other.unit())
                .distinct()
                .flatMap(unit -> outcome.coversOf(unit, person).stream())
                .toList();
        assertThat(covers).as(round).hasSize(1);
        Brought late = both.stream()
                .filter(each -> town.look(each.unit(), each.batch()).batch().state() != Batch.State.CONFIRMED)
                .findFirst()
                .orElseThrow();
        town.await(late.batch());
        assertThat(town.look(late.unit(), late.batch()).count(Kind.DUPLICATE))
                .as(round)
                .isOne();
    }

    @Test
    void a_person_on_two_rosters_is_enrolled_once_whoever_brings_them_and_whenever_they_begin() {
        Organisation unit = town.unit();
        Organisation other = town.unit();
        for (int round = 0; round < ROUNDS; round++) {
            Person person = Town.woman();
            Brought one = bring(unit, person, 0);
            Brought second = switch (round % 3) {
                case 0 -> bring(unit, person, 0);
                case 1 -> bring(other, person, 0);
                default -> bring(other, person, 1);
            };
            race(one, second, person, "round " + round);
        }
    }
}
