package org.huzhu.quarters.checks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;

/**
 * Where an office has people on a trial checked by the unions where they work, where those answer, and where they see
 * what was paid there.
 *
 * <p>Each method that takes a caller throws {@link org.huzhu.access.Refused} if he may not, and {@link CheckRefused} if
 * it cannot be.
 */
public interface QuarterChecks {

    /**
     * Whom to draw of a trial.
     *
     * @param from all who would be paid as much as this or more; empty where size does not matter
     * @param oneIn one in so many of all others, the same however often it is drawn; 0 for none of them
     */
    record Draw(Optional<Money> from, int oneIn) {}

    /** Draws from the last trial; whom was drawn before stays drawn. Gives how many are new. */
    int draw(Caller office, UUID run, Draw draw);

    /** How many of a run there are in each state. */
    Map<Check.State, Integer> count(Caller office, UUID run);

    /** Those of a run that are not entitled or not answered. */
    List<Check> open(Caller office, UUID run, int max);

    /** What waits for an answer at the caller's place or below it. */
    List<Check> waiting(Caller local, int max);

    /**
     * Says whether somebody is entitled. Once it is answered only the office says otherwise.
     *
     * @param said why he is not
     */
    void answer(Caller caller, UUID check, boolean isFit, String said);

    /**
     * What a quarter paid at the caller's place and below.
     *
     * @param persons who are paid something
     * @param reached how many of them have it on their cards
     */
    record Part(UUID run, String plan, int year, int quarter, int persons, int reached, Money sum) {}

    /** The confirmed quarters, the latest first. */
    List<Part> parts(Caller local);

    /** A line of the list of who was paid at a place; the day is empty until it is on the card. */
    record Paid(String agency, String name, String cardEnd, Money sum, Optional<LocalDate> day) {}

    /**
     * Hands over who is paid at the caller's place and below.
     *
     * @param run a confirmed quarter; empty for all of them
     */
    void list(Caller local, Optional<UUID> run, Consumer<Paid> taker);

    /**
     * Whether all of a run is answered, and nothing was found since the trial was asked for that would change it;
     * within the transaction at hand.
     */
    boolean isDone(UUID run, int trial);
}
