package org.huzhu.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.watch.Check;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberDetail.Relative;

/**
 * Where claims are decided. Whoever acts says what he saw; each method throws {@link ClaimRefused} if that has changed,
 * or if it is not his to do.
 */
public interface ReviewDesk {

    /** What waits for the caller: what is due today or was before, then what is unusual, then what is due next. */
    List<Claim> queue(Caller caller, int max);

    /** What was handed in within the caller's reach, the newest first. */
    List<Claim> within(Caller caller, int max);

    /** The claim with the number, within the caller's reach. */
    Optional<Claim> numbered(Caller caller, String number);

    /** The family of the member, whose event it may be as well. */
    List<Relative> family(Caller caller, UUID claim);

    /** Establishes the facts, by the papers. */
    void establish(Caller caller, UUID claim, int version, Facts facts);

    /** Says that he held those who are paid in the member's place, and their shares, against the papers. */
    void checkRecipients(Caller caller, UUID claim, int version);

    /** Lets it pass, with all of the short list ticked. */
    void pass(Caller caller, UUID claim, Seen seen);

    /**
     * Lets it pass: to the next who has to look, or, where that was the last, to be paid.
     *
     * @param checked what of the short list he has ticked: all of it, where that was the last
     */
    void pass(Caller caller, UUID claim, Seen seen, Set<Check> checked);

    /** Gives it back for papers that are missing; the days stand still until they are there. */
    void giveBack(Caller caller, UUID claim, Seen seen, List<PaperKind> missing, String said);

    /** Refuses it by a clause of a plan. */
    void refuse(Caller caller, UUID claim, Seen seen, Ground ground, String said);

    /** Takes up again what was decided, for new evidence; what it comes to then is paid or claimed back. */
    void reopen(Caller caller, UUID claim, int version, String reason);

    /** What whoever decides has before him. */
    record Seen(int version, Money due) {}

    /** The clause that refuses: the short name of the plan, and the number of the clause. */
    record Ground(String plan, String clause) {}
}
