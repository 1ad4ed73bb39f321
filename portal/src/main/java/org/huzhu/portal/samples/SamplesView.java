package org.huzhu.portal.samples;

import java.util.List;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.samples.Finding;
import org.huzhu.claims.samples.Sample;
import org.huzhu.claims.samples.SecondLook;
import org.huzhu.claims.samples.Way;
import org.huzhu.portal.Texts;

/**
 * Samples and what came of them, as their page shows them.
 *
 * @param seed that a form begins with
 * @param mine the steps whose findings are the caller's to mend
 * @param from the first day that a form begins with
 * @param to the last one
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record SamplesView(
        List<Sample> samples,
        List<SecondLook> looks,
        List<Finding> findings,
        boolean mayDraw,
        List<ReviewStep> mine,
        long seed,
        String from,
        String to,
        String trouble) {

    /** Who may be said to mend something. */
    public static final List<ReviewStep> OWNERS =
            List.of(ReviewStep.AGENCY, ReviewStep.AGENCY_REVIEW, ReviewStep.OFFICE);

    /** How it was drawn, in words. */
    public static String way(Way way) {
        return switch (way) {
            case Way.Evenly evenly -> Texts.say("samples.way.EVENLY", evenly.size());
            case Way.ByValue value -> Texts.say("samples.way.BY_VALUE", Texts.yuan(value.above()), value.size());
            case Way.ByVariance variance -> Texts.say("samples.way.BY_VARIANCE", variance.size());
        };
    }
}
