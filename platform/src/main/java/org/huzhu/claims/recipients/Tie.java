package org.huzhu.claims.recipients;

/** What a recipient is to the member. Names are stored: never rename one. */
public enum Tie {
    SPOUSE,
    CHILD,
    PARENT,
    /** 其他继承人. */
    HEIR,
    /** 指定受益人. */
    BENEFICIARY,
    /** 监护人: stands for a member who is a minor or cannot act for himself. */
    GUARDIAN
}
