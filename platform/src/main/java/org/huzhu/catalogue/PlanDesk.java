package org.huzhu.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.catalogue.Version.Step;

/**
 * Where plans are drafted, submitted by one officer and published by another, and opened for enrolment.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link PlanRefused} if it cannot
 * be.
 */
public interface PlanDesk {

    /** So many bytes a file may have, in UTF-8. */
    int BYTES_MAX = 1 << 20;

    /** Keeps a new draft, which may be as unfinished as it likes. */
    UUID draft(Caller caller, String file, String content);

    /** Keeps another content of the draft; a file that was submitted becomes a draft again. */
    void redraft(Caller caller, UUID version, String content);

    /** Drops the draft. */
    void drop(Caller caller, UUID version);

    /** What is not published yet, as far as the caller reaches, the newest first; without what stands in it. */
    List<Draft> drafts(Caller caller);

    /** A file that the caller may see: any that is published, and drafts within reach. */
    Version version(Caller caller, UUID version);

    /** What is wrong with the content, were it published now under this name. */
    Findings check(Caller caller, String file, String content);

    /** Hands it to somebody else to publish; it must be clean. */
    void submit(Caller caller, UUID version);

    /** Gives it back to its drafter. */
    void giveBack(Caller caller, UUID version, String reason);

    /** Publishes what another officer submitted, unless it is no longer clean; from then on it is frozen. */
    void publish(Caller caller, UUID version);

    /** Opens the plan for enrolment at the organisation and all below it, within half-open days. */
    UUID offer(Caller caller, Offer offer);

    /** Ends an offer with the day before. */
    void endOffer(Caller caller, UUID offer, LocalDate until);

    /** The offers that end after the day, as far as the caller reaches. */
    List<Standing> offers(Caller caller, LocalDate day);

    /**
     * A file that is not published yet.
     *
     * @param path of the office whose plan it is
     * @param made who wrote it last, and when
     * @param submitted who submitted it, and when; empty for a draft
     * @param returned why it was given back; empty where it was not
     */
    record Draft(UUID id, String file, String path, Step made, Optional<Step> submitted, Optional<String> returned) {}

    /**
     * Where and when a plan can be enrolled in.
     *
     * @param plan its short name
     * @param path of the organisation
     * @param untilOn the first day on which it no longer can; empty where no end is known
     * @param starts when the cover starts of whoever is enrolled
     */
    record Offer(String plan, String path, LocalDate fromOn, Optional<LocalDate> untilOn, StartRule starts) {}

    /** An offer that stands. */
    record Standing(UUID id, Offer offer) {}
}
