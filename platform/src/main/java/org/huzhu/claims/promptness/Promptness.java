package org.huzhu.claims.promptness;

import java.util.List;
import org.huzhu.claims.ReviewStep;

/**
 * How prompt an organisation and those below it are.
 *
 * @param speeds of each agency, of what was paid in the last half year
 * @param ages of what is open, by the step that has it
 */
public record Promptness(List<Speed> speeds, List<Age> ages) {

    /** So many working days after all papers were there the benefit is on the card. */
    public static final int PROMISED_DAYS = 10;

    /**
     * How many working days an agency's claims took from the day on which all papers were there to the card.
     *
     * @param agency its path
     * @param half half of them took no longer
     * @param most nine of ten took no longer
     */
    public record Speed(String agency, int claims, int half, int most) {

        /** Whether nine of ten came within the promise. */
        public boolean isKept() {
            return most <= PROMISED_DAYS;
        }
    }

    /**
     * How many claims a step has, by the working days that have gone by.
     *
     * @param fresh five at most
     * @param soon six to eight
     * @param due nine and ten
     * @param late more than ten
     * @param longest how many working days that which waits longest has waited at this step
     */
    public record Age(ReviewStep step, int fresh, int soon, int due, int late, int longest) {

        public int all() {
            return fresh + soon + due + late;
        }
    }
}
