package org.huzhu.quarter;

/** Hears how far a settlement has come; called on the thread that asked for the settlement, and often. */
@FunctionalInterface
public interface SettlementListener {

    /** Hears nothing. */
    SettlementListener SILENT = (_, _, _) -> {};

    /** What is being done: the unit of the counts. */
    enum Stage {
        /** Bytes of all input files. */
        READING,
        /** Rows of the feeds. */
        JUDGING,
        /** Persons in the payment lists. */
        WRITING
    }

    /** So much of the stage is done. */
    void reached(Stage stage, long done, long total);
}
