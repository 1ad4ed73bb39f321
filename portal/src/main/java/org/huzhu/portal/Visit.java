package org.huzhu.portal;

import java.util.Optional;
import java.util.Set;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.staff.Session;

/**
 * Who visits, in the request at hand.
 *
 * @param nonce what a script of this page must name to run
 * @param manner how it is to be shown
 * @param path that was asked for
 * @param session empty for whoever has not signed in
 * @param caller empty for whoever has not signed in, or holds no post
 * @param place the name of the organisation that he acts at, or, masked, of the member for whom he acts; empty text for
 *     whoever acts for himself
 * @param ways what he may do of that to which a way is always shown
 */
public record Visit(
        String nonce,
        Manner manner,
        String path,
        Optional<Session> session,
        Optional<Caller> caller,
        String place,
        Set<Operation> ways) {

    /** To these a way is shown on every page of the console, to whoever may go there. */
    static final Set<Operation> WAYS = Set.of(
            Operation.ORGANISATION_VIEW,
            Operation.MEMBER_VIEW,
            Operation.MEMBER_ADMIT,
            Operation.ENROLMENT_VIEW,
            Operation.ENROLMENT_FILE,
            Operation.CLAIM_VIEW,
            Operation.CLAIM_FILE,
            Operation.RECOVERY_VIEW,
            Operation.OVERSIGHT_VIEW,
            Operation.LEDGER_VIEW,
            Operation.CONTRIBUTION_SPLIT,
            Operation.SUBSIDY_GRANT,
            Operation.CONTRIBUTION_RECEIVE,
            Operation.CONTRIBUTION_RELEASE,
            Operation.PAYMENT_VIEW,
            Operation.QUARTER_VIEW,
            Operation.QUARTER_CHECK,
            Operation.TARGET_VIEW,
            Operation.STAFF_VIEW,
            Operation.PLAN_DRAFT,
            Operation.PLAN_OFFER,
            Operation.AUDIT_SEARCH);

    public Visit {
        ways = Set.copyOf(ways);
    }

    /**
     * How a page is to be shown.
     *
     * @param isElder whether all is large
     * @param isPart whether a page that is shown already asks for a part of itself
     * @param isTrial whether the society is a demonstration, of which every page says so
     */
    public record Manner(boolean isElder, boolean isPart, boolean isTrial) {

        static final Manner PLAIN = new Manner(false, false, false);
    }

    static final ScopedValue<Visit> CURRENT = ScopedValue.newInstance();

    private static final Visit UNKNOWN =
            new Visit("", Manner.PLAIN, "/", Optional.empty(), Optional.empty(), "", Set.of());

    /** That of the request at hand; on a page that says that a request failed, that of a stranger. */
    public static Visit current() {
        return CURRENT.isBound() ? CURRENT.get() : UNKNOWN;
    }

    /** Who asks; a page that needs somebody is shown to nobody else. */
    public Caller someone() {
        return caller.orElseThrow();
    }

    /** Whether he acts for a member who lets him: each page says so. */
    public boolean isForAnother() {
        return caller.filter(known -> known.role() == Role.MEMBER_PROXY).isPresent();
    }

    /** Whether the way to what the operation is for is shown. */
    public boolean leadsTo(Operation operation) {
        return ways.contains(operation);
    }

    /** Whether the page that is shown lies below the address. */
    public boolean isAt(String address) {
        return path.equals(address) || path.startsWith(address + "/");
    }
}
