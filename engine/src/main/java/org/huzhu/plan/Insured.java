package org.huzhu.plan;

/** Whose event it is, seen from the member (被保障人). */
public enum Insured {
    MEMBER,
    CHILD,
    SPOUSE,
    PARENT
}
