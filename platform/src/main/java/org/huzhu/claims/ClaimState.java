package org.huzhu.claims;

import java.time.Instant;
import java.time.LocalDate;

/** Where a claim stands. Whether the money has come is told by the room that pays. */
public sealed interface ClaimState {

    /** Begun, and not handed in. */
    record Draft() implements ClaimState {}

    /**
     * Somebody has to look at it.
     *
     * @param turn the path of the organisation whose turn it is
     * @param dueOn the promised day: the tenth working day after all papers were there
     */
    record InReview(ReviewStep step, String turn, Instant since, LocalDate dueOn) implements ClaimState {}

    /** The member has to bring something; until then the days do not count. */
    record Returned(LocalDate since) implements ClaimState {}

    record Approved(Instant at) implements ClaimState {}

    record Refused(Instant at) implements ClaimState {}

    record Withdrawn(Instant at) implements ClaimState {}

    /** Whether it was decided, or taken back. */
    default boolean isOver() {
        return switch (this) {
            case Draft _, InReview _, Returned _ -> false;
            case Approved _, Refused _, Withdrawn _ -> true;
        };
    }

    /** The word that stands for it in the database, and in the keys of texts. */
    default String word() {
        return switch (this) {
            case Draft _ -> "DRAFT";
            case InReview _ -> "FILED";
            case Returned _ -> "RETURNED";
            case Approved _ -> "APPROVED";
            case Refused _ -> "REFUSED";
            case Withdrawn _ -> "WITHDRAWN";
        };
    }
}
