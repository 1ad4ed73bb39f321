package org.huzhu.operations;

import org.huzhu.city.Townspeople;
import org.huzhu.city.Townspeople.Townsman;

/** The people of the district, of an age to take part in all its years. */
final class DistrictPeople {

    private static final int PEOPLE_FROM = 1_000_000;

    /** Officials come from where no worker of the demonstration does. */
    private static final int OFFICIALS_FROM = 9_500_000;

    private static final int BORN_FROM = 1967;
    private static final int BORN_UNTIL = 1995;

    private final Townspeople town;
    private int next = PEOPLE_FROM;

    DistrictPeople(Townspeople town) {
        this.town = town;
    }

    /** Somebody who was not named before. */
    Townsman next() {
        Townsman person = town.person(next++);
        int born = person.id().birthDate().getYear();
        while (born < BORN_FROM || born > BORN_UNTIL) {
            person = town.person(next++);
            born = person.id().birthDate().getYear();
        }
        return person;
    }

    /** The name of an official. */
    String official(int number) {
        return town.person(OFFICIALS_FROM + number).name();
    }
}
