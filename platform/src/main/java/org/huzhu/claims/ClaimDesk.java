package org.huzhu.claims;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.recipients.Named;
import org.huzhu.members.MemberDetail;
import org.huzhu.members.MemberDetail.Relative;

/**
 * Where a member files, or a handler for him. Each method throws {@link ClaimRefused} if it cannot be done; what was
 * good before is kept.
 */
public interface ClaimDesk {

    /** Those of the member's family to whom something may have happened. */
    List<Relative> family(Caller caller, UUID member);

    /** What the facts would give under all plans that the member holds, before anything is filed. */
    Assessment check(Caller caller, UUID member, Facts facts);

    /**
     * Begins a claim, as a draft.
     *
     * @param id made by whoever asks, so that asking twice begins one; one that stands already stays as it is
     */
    Claim begin(Caller caller, UUID id, Telling telling);

    /** Says otherwise what happened, while it is a draft or was given back. */
    void tell(Caller caller, UUID claim, int version, Telling telling);

    /** Adds a paper. */
    UUID add(Caller caller, UUID claim, PaperKind kind, String fileName, InputStream bytes);

    /** Begins to add a paper in pieces, over a line that may break: an upload. */
    UUID beginPaper(Caller caller, UUID claim, String fileName, long size);

    /** Takes the next piece; says how many bytes stand, where the next one begins. */
    long putPaper(Caller caller, UUID claim, UUID upload, long from, InputStream piece);

    /** Adds the paper once all of it stands; done twice, it is added once. */
    UUID finishPaper(Caller caller, UUID claim, PaperKind kind, UUID upload);

    /** Takes a paper away, while the claim is a draft or was given back. */
    void remove(Caller caller, UUID claim, UUID paper);

    /** States the code and the number of a receipt; of a paper receipt the number alone. */
    void state(Caller caller, UUID claim, String code, String number);

    /** Says who is paid in the member's place, one after the other, while the claim is a draft or was given back. */
    void name(Caller caller, UUID claim, Named recipient);

    /** Takes back that he is paid. */
    void unname(Caller caller, UUID claim, int place);

    /** Hands the claim in, for the first time or after it was given back; what stands handed in already stays so. */
    void file(Caller caller, UUID claim, int version);

    void withdraw(Caller caller, UUID claim, int version, String reason);

    /** Wants a person to look again at what was decided. */
    void askAgain(Caller caller, UUID claim, int version, String reason);

    /** All claims of the member, the newest first. */
    List<Claim> of(Caller caller, UUID member);

    /** How far each claim of the member has come, the newest first. */
    List<CaseFile.Progress> progress(Caller caller, UUID member);

    /** What a handler has entered for members, the newest first. */
    List<Claim> entered(Caller caller, int max);

    CaseFile caseFile(Caller caller, UUID claim);

    /** What was brought for the claim: as in its case file, without the rest of that. */
    List<CaseFile.Paper> papers(Caller caller, UUID claim);

    /** A page of a paper as a picture, for whoever may see the claim; each look of the staff is recorded. */
    byte[] picture(Caller caller, UUID claim, UUID paper, int page);

    /** A paper as it was brought. */
    byte[] original(Caller caller, UUID claim, UUID paper);

    /** What is told: the kind of it, whose event it is, and what happened. */
    record Telling(UUID member, ClaimKind kind, Optional<UUID> relative, Facts facts) {

        private static final int EVENTS_MAX = 20;

        static void requireSound(Facts facts, LocalDate today) {
            ClaimRefused.require(facts.events().size() <= EVENTS_MAX, Reason.TOO_MANY_EVENTS);
            ClaimRefused.require(
                    facts.events().stream().noneMatch(event -> Facts.day(event).isAfter(today)), Reason.DAY_AHEAD);
        }

        void requireRelative(MemberDetail detail) {
            ClaimRefused.require(
                    relative.isEmpty()
                            || detail.relatives().stream()
                                    .anyMatch(each -> each.id().equals(relative.get())),
                    Reason.RELATIVE_UNKNOWN);
        }
    }
}
