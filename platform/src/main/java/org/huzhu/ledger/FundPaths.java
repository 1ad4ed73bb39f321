package org.huzhu.ledger;

/** For whoever moves organisations: a fund belongs to the one that it belonged to, wherever that stands now. */
public interface FundPaths {

    /**
     * Moves the funds of an organisation and of all below it, within the transaction at hand.
     *
     * @param from the path of the organisation before
     * @param to its path now
     */
    void follow(String from, String to);
}
