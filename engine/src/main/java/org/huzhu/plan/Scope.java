package org.huzhu.plan;

/** Within what a cap or a relation counts (范围). */
public enum Scope {
    /** 每次住院 or 每一事件: the event itself; stays joined by a transfer are one. */
    EVENT,
    /** 每一保障期: one coverage period of the plan. */
    TERM,
    /** 每自然年: one calendar year, by the day of the event. */
    YEAR,
    /** 终身: all that was ever paid to the person under the plan, through all its versions. */
    LIFE
}
