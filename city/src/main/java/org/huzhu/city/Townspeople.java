package org.huzhu.city;

import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Require;

/**
 * The people of a made-up city, for whoever wants people without their bills. The same seed and year give the same
 * people; no two have an identity number or a card in common.
 */
public final class Townspeople {

    private static final int PEOPLE_MAX = CityOrder.PEOPLE_MAX;

    private final Register register;

    /**
     * The people of a city.
     *
     * @param year in which all of them are of a working age
     */
    public Townspeople(long seed, int year) {
        this.register = new Register(CityOrder.usual(PEOPLE_MAX, seed, year), new YearDays(year));
    }

    /** The person of a number from 0 to 9,999,999. */
    public Townsman person(int index) {
        Require.that(index >= 0 && index < PEOPLE_MAX, "A city has no person %d", index);
        Person person = register.person(index);
        Card card = person.cards().getLast();
        return new Townsman(card.name(), IdNumber.parse(person.identity().number()), new CardNumber(card.digits()));
    }

    /**
     * A made-up person.
     *
     * @param card the newest one
     */
    public record Townsman(String name, IdNumber id, CardNumber card) {}
}
