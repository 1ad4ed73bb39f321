package org.huzhu.claims;

/** What a member says has happened, in the words of the tiles that he chooses from. Names are stored. */
public enum ClaimKind {
    /** 住院. */
    STAY,
    /** 大病. */
    ILLNESS,
    /** 意外. */
    ACCIDENT,
    /** 女工特疾. */
    WOMEN,
    /** 子女意外. */
    CHILD,
    /** 身故. */
    DEATH,
    /** 家财损失. */
    LOSS
}
