package org.huzhu.city.past;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How plans were sold over the years.
 *
 * <p>Terms and contributions repeat what the plan files say, since nothing here can read those; a test beside the files
 * holds both together.
 */
final class Offers {

    private final Map<Scheme, List<Offer>> offers = new EnumMap<>(Scheme.class);

    Offers() {
        put(Scheme.SECONDARY, Offer.calendarYear(2012, 0));
        put(Scheme.HOSPITAL_EXPENSE, Offer.years(2008, 1, 1, 50_00));
        put(Scheme.HOSPITAL_CASH, Offer.years(2011, 1, 1, 60_00));
        put(Scheme.WOMEN, Offer.years(2011, 1, 2, 40_00), Offer.years(2018, 1, 1, 25_00));
        put(
                Scheme.CRITICAL,
                Offer.years(2010, 6, 3, 198_00),
                Offer.years(2016, 1, 3, 90_00),
                Offer.years(2018, 1, 1, 40_00),
                Offer.calendarYear(2024, 40_00));
        put(Scheme.MILD, Offer.years(2021, 1, 1, 10_00));
        put(Scheme.ACCIDENT, Offer.years(2010, 6, 1, 0));
        put(Scheme.ACCIDENT_AND_HOME, Offer.years(2011, 1, 1, 0));
        put(Scheme.BUNDLE, Offer.years(2019, 1, 1, 180_00));
        put(Scheme.CHILD, Offer.years(2018, 1, 1, 50_00));
        put(Scheme.NEW_FORM, Offer.years(2021, 1, 1, 0));
        put(Scheme.SEVERE_AND_MILD, Offer.years(2024, 1, 1, 35_00));
        put(Scheme.GAMES, Offer.fixed(LocalDate.of(2022, 1, 20), LocalDate.of(2022, 3, 21)));
    }

    private void put(Scheme scheme, Offer... each) {
        offers.put(scheme, List.of(each));
    }

    private List<Offer> of(Scheme scheme) {
        return offers.getOrDefault(scheme, List.of());
    }

    /** The first offer ever. */
    Offer first(Scheme scheme) {
        return of(scheme).getFirst();
    }

    /** The offer for cover that starts on the day; the first one where none had begun. */
    Offer on(Scheme scheme, int start) {
        List<Offer> all = of(scheme);
        int place = all.size() - 1;
        while (place > 0 && all.get(place).from() > start) {
            place--;
        }
        return all.get(place);
    }
}
