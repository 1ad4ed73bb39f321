package org.huzhu.members;

/** Something about members that cannot be done as it was asked. */
public final class MemberRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public MemberRefused(Reason reason) {
        super("Refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** There is no such member, or not within reach. */
        NOT_FOUND,
        UNIT_NOT_OPEN,
        /** The number of the paper says another birth date. */
        BIRTH_DISAGREES,
        /** The number of the paper says another sex. */
        SEX_DISAGREES,
        /** The paper holds neither, and it was not entered. */
        BIRTH_OR_SEX_MISSING,
        /** The unit has a member with this paper. */
        ALREADY_IN_UNIT,
        /** A member works at one unit on a day. */
        EMPLOYMENTS_OVERLAP,
        /** The day lies ahead, or before the present employment began. */
        DAY_NOT_POSSIBLE,
        /** The member has this category on some of these days. */
        CATEGORIES_OVERLAP,
        /** A child under 14 needs a guardian who is a member. */
        GUARDIAN_MISSING,
        /** The member has one of the family with this paper. */
        RELATIVE_KNOWN,
        /** The member has not consented to what this needs. */
        CONSENT_MISSING,
        /** Already there, or nothing of the kind to change. */
        NOTHING_TO_CHANGE,
        /** Neither their papers nor their names and birth dates are the same. */
        NOT_ALIKE,
        /** One of them was merged before. */
        MERGED_BEFORE,
        /** There is no such field of this member. */
        FIELD_EMPTY,
        REASON_MISSING,
        /** The account has had as many fields shown today as it may. */
        SHOWN_TOO_OFTEN
    }
}
