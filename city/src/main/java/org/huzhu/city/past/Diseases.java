package org.huzhu.city.past;

import java.util.List;
import org.huzhu.city.Chance;
import org.huzhu.kernel.Sex;
import org.jspecify.annotations.Nullable;

/** Draws diseases by sex, age and year. */
final class Diseases {

    private static final int MILLION = 1_000_000;
    private static final int BANDS = 4;
    private static final Sex[] SEXES = Sex.values();

    /** The odds of a year in which new names hold, and of one before. */
    private final Odds[][] now = odds(Integer.MAX_VALUE - 1);

    private final Odds[][] before = odds(0);

    private static Odds[][] odds(int year) {
        Odds[][] odds = new Odds[SEXES.length][BANDS];
        for (Sex sex : SEXES) {
            for (int band = 0; band < BANDS; band++) {
                odds[sex.ordinal()][band] = odds(sex, band, year);
            }
        }
        return odds;
    }

    private static Odds odds(Sex sex, int band, int year) {
        List<Integer> weights = Disease.ALL.stream()
                .map(disease -> disease.befalls(sex, year) ? disease.aMillion().get(band) : 0)
                .toList();
        return new Odds(weights);
    }

    /** The disease that befalls a person in the year, or null. */
    @Nullable Disease befalling(Sex sex, int age, int year, Chance chance) {
        int band = Math.clamp(age / 10 - 2, 0, BANDS - 1);
        Odds odds = (year < Disease.NEW_NAMES ? before : now)[sex.ordinal()][band];
        int point = chance.below(MILLION);
        return point < odds.sum() ? Disease.ALL.get(odds.place(point)) : null;
    }
}
