package org.huzhu.audit;

/** Where rooms record what was done. */
public interface AuditTrail {

    /**
     * Records a deed within the transaction at hand; the actor is that of the current scope, the moment the clock's.
     *
     * @throws IllegalStateException if there is no transaction, or no scope
     */
    void record(Deed deed);

    /**
     * Records a deed at once and for good, whatever becomes of the transaction at hand: a refusal, which ends it.
     *
     * @throws IllegalStateException if there is no scope
     */
    void recordApart(Deed deed);
}
