package org.huzhu.plan;

/** A circumstance of an event that a plan may exclude (情形). The list is closed; a new one is added here. */
public enum Circumstance {
    SELF_HARM,
    SUICIDE,
    CRIME,
    DRUNK_DRIVING,
    UNLICENSED_DRIVING,
    DRUGS,
    WAR,
    NATURAL_DISASTER,
    CHILDBIRTH,
    COSMETIC,
    REHABILITATION,
    WORK_INJURY,
    THIRD_PARTY,
    OUTSIDE_DESIGNATED,
    NO_TRANSFER_SLIP
}
