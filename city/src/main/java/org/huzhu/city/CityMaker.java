package org.huzhu.city;

import java.util.List;

/** Everything that the people of one order have in common; asks chance only for one person at a time. */
final class CityMaker {

    /** Out of a thousand bills, those for which the person has no valid card and which therefore reach nobody. */
    private static final double WITHOUT_CARD = 0.039;

    /** Cancellations and corrections to one bill. */
    private static final double TAKEN_BACK = 0.009;

    private final CityOrder order;
    private final YearDays days;
    private final Register register;
    private final Illness illness;
    private final Reports reports;

    CityMaker(CityOrder order) {
        this.order = order;
        this.days = new YearDays(order.year());
        this.register = new Register(order, days);
        this.illness = new Illness(days, new Institutions(order.awkward()), visitsAPerson(order), order.ill());
        this.reports = new Reports(order, days, new Flaws(order, days));
    }

    private static double visitsAPerson(CityOrder order) {
        return (double) order.rows() / order.people() / (1 - WITHOUT_CARD) / (1 + TAKEN_BACK);
    }

    YearDays days() {
        return days;
    }

    Person person(int index) {
        return register.person(index);
    }

    List<FeedRow> rows(Person person) {
        Chance chance = Chance.of(order.seed(), person.index(), Chance.Purpose.ILLNESS);
        return reports.of(person, illness.year(chance));
    }
}
