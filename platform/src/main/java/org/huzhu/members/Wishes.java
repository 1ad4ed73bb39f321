package org.huzhu.members;

import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.members.MemberDetail.Correction;
import org.huzhu.members.MemberDetail.Purpose;

/** What a member decides about his own data: consents, and corrections that he asks for. */
public interface Wishes {

    /**
     * The member agrees to a purpose, having been shown a text. A consent to an earlier version ends. Whom he lets act
     * for him agrees to the use of medical papers alone, which is kept as given by him; what the member agreed to
     * himself stays.
     *
     * @param text as it was shown; its digest is kept
     */
    void consent(Caller caller, UUID member, Purpose purpose, String version, String text);

    /** The member withdraws what he agreed to. */
    void withdraw(Caller caller, UUID member, Purpose purpose);

    boolean hasConsented(Caller caller, UUID member, Purpose purpose);

    /**
     * The member asks that something be put right.
     *
     * @param subject what it is about, without personal data
     * @param wish in his own words; sealed
     */
    UUID ask(Caller caller, UUID member, String subject, String wish);

    /** Corrections within reach that nobody has answered yet, oldest first. */
    List<Correction> open(Caller caller, int max);

    /** The member's own words. */
    String wish(Caller caller, UUID correction);

    /** Answers a correction, once. */
    void answer(Caller caller, UUID correction, boolean done, String answer);
}
