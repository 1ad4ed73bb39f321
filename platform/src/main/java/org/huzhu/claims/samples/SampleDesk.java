package org.huzhu.claims.samples;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.samples.Finding.Found;
import org.huzhu.kernel.DateSpan;

/**
 * Where auditors draw what is looked at once more, say what came of it, and close what was mended.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link SampleRefused} if it cannot
 * be.
 */
public interface SampleDesk {

    /**
     * Draws a sample of what was approved on the days within the caller's reach.
     *
     * @param seed the same one draws the same claims
     */
    UUID draw(Caller caller, Way way, long seed, DateSpan days);

    /** The newest first. */
    List<Sample> samples(Caller caller, int max);

    /** What was drawn and has no outcome yet, the oldest first. */
    List<SecondLook> open(Caller caller, int max);

    /** The claims of a sample, by their numbers. */
    List<SecondLook> of(Caller caller, UUID sample);

    /** The claim is as it should be. */
    void sound(Caller caller, UUID look);

    /** Something was found, which somebody mends until a day. */
    UUID find(Caller caller, UUID look, Found found);

    /** What was found and is not closed, the one that is due first first. */
    List<Finding> findings(Caller caller, int max);

    /** Says what was done about it. */
    void answer(Caller caller, UUID finding, String done);

    /** Sends an answer back that is not enough, with what is missing and another day; by another than who answered. */
    void sendBack(Caller caller, UUID finding, String why, LocalDate until);

    /** Closes what was mended, by another than who mended it. */
    void close(Caller caller, UUID finding);
}
