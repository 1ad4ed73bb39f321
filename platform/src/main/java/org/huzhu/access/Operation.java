package org.huzhu.access;

import java.util.EnumSet;
import java.util.Set;

/** What can be done, under the name that {@code authz-matrix.csv} and the audit trail have for it. */
public enum Operation {
    ORGANISATION_VIEW("organisation.view"),
    ORGANISATION_OPEN("organisation.open"),
    ORGANISATION_CHANGE("organisation.change"),
    ORGANISATION_MOVE("organisation.move"),
    ORGANISATION_CLOSE("organisation.close"),
    UNIT_REGISTER("unit.register"),
    UNIT_REVIEW("unit.review"),
    MEMBER_VIEW("member.view"),
    MEMBER_ADMIT("member.admit"),
    MEMBER_CHANGE("member.change"),
    MEMBER_REVEAL("member.reveal"),
    MEMBER_MERGE("member.merge"),
    STAFF_VIEW("staff.view"),
    STAFF_INVITE("staff.invite"),
    STAFF_GRANT("staff.grant"),
    STAFF_REVOKE("staff.revoke"),
    HANDOVER_ASK("handover.ask"),
    HANDOVER_APPROVE("handover.approve"),
    PLAN_DRAFT("plan.draft"),
    PLAN_PUBLISH("plan.publish"),
    PLAN_OFFER("plan.offer"),
    ENROLMENT_VIEW("enrolment.view"),
    ENROLMENT_FILE("enrolment.file"),
    ENROLMENT_REVIEW("enrolment.review"),
    AUDIT_SEARCH("audit.search"),
    AUDIT_VERIFY("audit.verify"),
    KEY_ROTATE("key.rotate"),
    LEDGER_VIEW("ledger.view"),
    LEDGER_OPEN("ledger.open"),
    LEDGER_CLOSE("ledger.close"),
    CONTRIBUTION_VIEW("contribution.view"),
    CONTRIBUTION_SPLIT("contribution.split"),
    CONTRIBUTION_RECEIVE("contribution.receive"),
    CONTRIBUTION_REFUND("contribution.refund"),
    CONTRIBUTION_RELEASE("contribution.release"),
    PAYMENT_VIEW("payment.view"),
    PAYMENT_MAKE("payment.make"),
    PAYMENT_RELEASE("payment.release"),
    PAYMENT_CONFIRM("payment.confirm"),
    SUBSIDY_GRANT("subsidy.grant"),
    TARGET_SET("target.set"),
    TARGET_VIEW("target.view"),
    CLAIM_FILE("claim.file"),
    CLAIM_VIEW("claim.view"),
    CLAIM_REVIEW("claim.review"),
    OVERSIGHT_VIEW("oversight.view"),
    SAMPLE_DRAW("sample.draw"),
    FINDING_ANSWER("finding.answer"),
    QUARTER_VIEW("quarter.view"),
    QUARTER_RUN("quarter.run"),
    QUARTER_CONFIRM("quarter.confirm"),
    QUARTER_CHECK("quarter.check"),
    FILING_ENTER("filing.enter"),
    QUARTER_FEED("quarter.feed"),
    QUARTER_KEY("quarter.key"),
    ROUTING_SET("routing.set"),
    RECOVERY_VIEW("recovery.view"),
    RECOVERY_RECEIVE("recovery.receive"),
    RECOVERY_WAIVE("recovery.waive"),
    RECOVERY_CONFIRM("recovery.confirm"),
    OWN_VIEW("own.view"),
    OWN_COPY("own.copy"),
    OWN_CORRECT("own.correct"),
    OWN_CONSENT("own.consent"),
    OWN_CLAIM("own.claim"),
    OWN_MONEY("own.money"),
    OWN_PROXY("own.proxy");

    /** What gives rights, takes them, or cannot be taken back with ease. */
    private static final Set<Operation> GRAVE = EnumSet.of(
            ORGANISATION_CLOSE,
            MEMBER_MERGE,
            STAFF_INVITE,
            STAFF_GRANT,
            STAFF_REVOKE,
            PLAN_PUBLISH,
            KEY_ROTATE,
            LEDGER_CLOSE,
            CONTRIBUTION_RELEASE,
            PAYMENT_RELEASE,
            QUARTER_CONFIRM,
            QUARTER_KEY,
            RECOVERY_CONFIRM);

    private final String title;

    Operation(String title) {
        this.title = title;
    }

    /** Whether it is done only by somebody who has proved within the last minutes that it is he. */
    public boolean isGrave() {
        return GRAVE.contains(this);
    }

    /** Whether whoever does it only looks. */
    boolean isLooking() {
        return title.endsWith(".view") || title.endsWith(".search") || title.endsWith(".verify");
    }

    /** The name in the table and in the audit trail. */
    public String title() {
        return title;
    }
}
