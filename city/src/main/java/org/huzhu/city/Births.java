package org.huzhu.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives every person of a city a birthday of a working age and an identity that no other person has.
 *
 * <p>Within one origin, a person's index alone decides the area, the sequence and the place within the age band, by a
 * map that never gives the same twice; chance decides only the band, the sex and the origin. So no table of numbers
 * already given is needed, however large the city.
 */
final class Births {

    /** Out of a thousand people: of the city, of other provinces, with a permit instead of a resident card. */
    private static final List<Integer> ORIGIN_WEIGHTS = List.of(520, 476, 4);

    /** The age pyramid in bands of 2,048 days (5.6 years), beginning with those who have just turned 18. */
    private static final List<Integer> BAND_WEIGHTS = List.of(45, 150, 190, 175, 155, 140, 110, 35);

    private static final int BAND_DAYS = 2_048;
    private static final int SEQUENCES = 499;
    private static final int ADULT_YEARS = 18;
    private static final int MEN_IN_THOUSAND = 540;

    private static final List<List<String>> AREAS = List.of(cityAreas(), provinceAreas(), permitAreas());

    /** No person of a city has this one, so whoever has it is a stranger. */
    private static final String STRANGE_AREA = "659001";

    private final LocalDate adultSince;

    Births(int year) {
        this.adultSince = LocalDate.of(year - ADULT_YEARS, 1, 1);
    }

    Identity person(int index, Chance chance) {
        List<String> areas = AREAS.get(chance.weighted(ORIGIN_WEIGHTS));
        long cells = (long) areas.size() * SEQUENCES;
        long cell = new Scramble(cells * BAND_DAYS).at(index);
        String area = areas.get((int) (cell % areas.size()));
        int pair = (int) (cell / areas.size() % SEQUENCES);
        int day = (int) (cell / cells);
        return new Identity(area, birth(day, chance), sequence(pair, chance));
    }

    Identity stranger(Chance chance) {
        int day = chance.below(BAND_DAYS);
        return new Identity(STRANGE_AREA, birth(day, chance), sequence(chance.below(SEQUENCES), chance));
    }

    private LocalDate birth(int day, Chance chance) {
        int band = chance.weighted(BAND_WEIGHTS);
        return adultSince.minusDays(1L + (long) band * BAND_DAYS + day);
    }

    private static int sequence(int pair, Chance chance) {
        return chance.inThousand(MEN_IN_THOUSAND) ? 2 * pair + 1 : 2 * pair + 2;
    }

    private static List<String> cityAreas() {
        List<String> areas = new ArrayList<>();
        IntStream.rangeClosed(101, 117).forEach(place -> areas.add("110" + place));
        areas.add("110228");
        areas.add("110229");
        return List.copyOf(areas);
    }

    private static List<String> provinceAreas() {
        List<String> provinces =
                List.of("12", "13", "14", "15", "21", "22", "23", "32", "34", "37", "41", "42", "51", "61");
        return provinces.stream()
                .flatMap(province -> IntStream.rangeClosed(1, 9).mapToObj(city -> province + "0" + city + "02"))
                .toList();
    }

    private static List<String> permitAreas() {
        return List.of(
                "810000", "820000", "830000", "911840", "911392", "911826", "911410", "931156", "911250", "911276");
    }
}
