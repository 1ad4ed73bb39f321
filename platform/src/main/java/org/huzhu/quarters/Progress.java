package org.huzhu.quarters;

/**
 * How far a trial has come.
 *
 * @param stage what is being done, as {@link org.huzhu.quarter.SettlementListener.Stage} calls it, or one of ours;
 *     empty where nothing is
 */
public record Progress(String stage, long done, long total) {

    /** The files are taken from where they lie sealed. */
    static final String OPENING = "OPENING";

    /** The lines are kept. */
    static final String KEEPING = "KEEPING";
}
