package org.huzhu.unions;

/** What an organisation is in the three tiers of service. Names are stored: never rename one. */
public enum Tier {
    /** 办事处. */
    OFFICE,
    /** 代办处: a district, a zone, a bureau, a group company. */
    AGENCY,
    /** 街道或乡镇总工会. */
    STREET,
    /** 代办点. */
    POINT,
    /** 参保单位, nested to any depth. */
    UNIT
}
