package org.huzhu.claims.watch;

import java.util.List;
import org.huzhu.kernel.Require;

/**
 * Why a claim deserves a second look (提示). It says so in figures, and nothing of other people.
 *
 * @param figures in the order in which the kind names them
 */
public record Flag(Kind kind, List<String> figures) {

    public Flag {
        figures = List.copyOf(figures);
        Require.that(
                figures.size() == kind.figures().size(),
                "A flag %s has the figures %s, not %d",
                kind,
                kind.figures(),
                figures.size());
    }

    static Flag of(Kind kind, Object... figures) {
        return new Flag(
                kind, java.util.Arrays.stream(figures).map(String::valueOf).toList());
    }

    /** What was found. Names are stored, and the order of their figures is: never change either. */
    public enum Kind {
        /** Other claims state a receipt of this one. */
        DUPLICATE_RECEIPT("claims"),
        /** Members of other families are paid on the same card. */
        SHARED_CARD("members"),
        SHARED_PHONE("members"),
        /** It comes to far more than others of its kind under the plan: sums in yuan. */
        OUTLIER("plan sum peers median deviation"),
        /** Several claims right after the waiting was over: how many, within how many days, and when it was over. */
        SOON_AFTER_WAITING("claims days over"),
        /** Several claims were handed in for him on one day. */
        SAME_DAY("claims day");

        private final String figures;

        Kind(String figures) {
            this.figures = figures;
        }

        /** What its figures are. */
        public List<String> figures() {
            return List.of(figures.split(" "));
        }
    }
}
