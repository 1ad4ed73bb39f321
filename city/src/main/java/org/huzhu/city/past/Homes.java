package org.huzhu.city.past;

import org.huzhu.city.Chance;
import org.huzhu.plan.Benefit.LossCause;

/** Losses of property at members' homes. */
final class Homes {

    private static final int LOSSES_IN_MILLION = 1_300;
    private static final long MEDIAN_FEN = 12_000_00;
    private static final double DEVIATION = 1.1;
    private static final int TWICE_IN_THOUSAND = 30;
    private static final LossCause[] CAUSES = {LossCause.FIRE, LossCause.WATER, LossCause.BURST_PIPE};
    private static final int HOME = 1;

    /** The member's year from the first to the day after the last day on which he is one. */
    void year(int from, int until, Diary diary, Chance chance) {
        int day = from + chance.below(366);
        if (chance.inMillion(LOSSES_IN_MILLION) && day < until) {
            LossCause cause = CAUSES[chance.weighted(550, 300, 150)];
            diary.add(new Happening.Loss(day, cause, chance.logNormal(MEDIAN_FEN, DEVIATION), HOME));
            if (chance.inThousand(TWICE_IN_THOUSAND)) { // reported for two rooms, or twice over
                diary.add(new Happening.Loss(day, cause, chance.logNormal(MEDIAN_FEN, DEVIATION), HOME));
            }
        }
    }
}
