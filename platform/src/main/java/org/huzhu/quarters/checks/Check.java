package org.huzhu.quarters.checks;

import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Money;

/**
 * Somebody on a trial whom the union where he works looks at before anything is paid.
 *
 * @param run the quarter that he was drawn from
 * @param year of the quarter
 * @param quarter 1 to 4
 * @param cardEnd the last digits of his card
 * @param due what he would be paid, or was
 * @param said why he is not entitled; empty where he is, or nobody has said
 * @param otherwise what the office says of it since the quarter was confirmed, and another has to confirm
 */
public record Check(
        UUID id,
        UUID run,
        String path,
        String plan,
        int year,
        int quarter,
        String name,
        String cardEnd,
        Money due,
        State state,
        String said,
        Optional<Otherwise> otherwise) {

    /** What was found. Names are stored: never rename one. */
    public enum State {
        OPEN,
        /** He is entitled. */
        FIT,
        /** He is not, and is left out of this and the later quarters of the year. */
        UNFIT;

        static State of(boolean isFit) {
            return isFit ? FIT : UNFIT;
        }
    }

    /**
     * What one of the office says.
     *
     * @param isFit whether he is entitled after all
     * @param said why he is not
     * @param by the id of the account
     */
    public record Otherwise(boolean isFit, String said, String by) {}
}
