package org.huzhu.quarters.checks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.Quarter;

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

    /** Those of a run that are not entitled, not answered, or of whom something else is said. */
    List<Check> open(Caller office, UUID run, int max);

    /** What waits for an answer at the caller's place or below it. */
    List<Check> waiting(Caller local, int max);

    /**
     * Says whether somebody is entitled. Once it is answered only the office says otherwise; once the run is confirmed
     * what it says waits for another to confirm it.
     *
     * @param said why he is not
     */
    void answer(Caller caller, UUID check, boolean isFit, String said);

    /**
     * Says that all of these are entitled; who was answered before stays as he was.
     *
     * @return how many were answered now
     */
    int fit(Caller caller, UUID run, Set<UUID> checks);

    /**
     * Says that somebody to whom a confirmed run gave something is not entitled, whether he was drawn or not; another
     * has to confirm it.
     *
     * @param number his identity number
     * @param said why he is not
     */
    void doubt(Caller office, UUID run, String number, String said);

    /**
     * Confirms what another said of a confirmed run. The run stays as it is: it counts for trials that begin from now
     * on.
     *
     * @param isFit what he saw that was said
     */
    void confirm(Caller another, UUID check, boolean isFit);

    /** Finds wrong what another said: it stays as it was, and who was not drawn is entitled. */
    void decline(Caller another, UUID check, boolean isFit);

    /** A confirmed quarter of the office at or above a place. */
    record Paying(UUID run, Quarter quarter) {}

    /** The latest first. */
    List<Paying> paying(Caller local, int max);

    /**
     * What a quarter paid at a place and below.
     *
     * @param persons who are paid something
     * @param reached how many of them have it on their cards
     */
    record Part(int persons, int reached, Money sum) {}

    /** What a confirmed quarter paid at the caller's place and below: it is added up when it is asked for. */
    Part part(Caller local, UUID run);

    /** A line of the list of who was paid at a place; the day is empty until it is on the card. */
    record Paid(String agency, String name, String cardEnd, Money sum, Optional<LocalDate> day) {}

    /**
     * Hands over who is paid at the caller's place and below, one after the other as they come from the database. That
     * somebody has asked for it is recorded before.
     *
     * @param run a confirmed quarter; empty for all of them, one after the other
     */
    void list(Caller local, Optional<UUID> run, Consumer<Paid> taker);

    /**
     * Whether all of a run is answered, and its last trial leaves out whom it would leave out now; within the
     * transaction at hand.
     *
     * @param counting the runs whose checks count for it
     */
    boolean isDone(UUID run, Collection<UUID> counting);
}
