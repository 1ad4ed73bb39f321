package org.huzhu.plan;

/** Why a person was in hospital, or died. */
public enum Cause {
    ILLNESS,
    ACCIDENT
}
