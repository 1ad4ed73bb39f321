package org.huzhu.access;

/** Decides whether a caller may do what he asks for: the first of two walls, the database's is the second. */
public interface Access {

    /**
     * Lets the operation on an organisation's data pass, or refuses it. Within a transaction that writes, the caller's
     * post and account then stand until it ends, or were taken away before and it is refused.
     *
     * @param path the path of the organisation that the object belongs to
     * @throws Refused if the table does not allow it; the refusal is recorded
     * @throws ProofNeeded if the operation is grave and the caller has not proved lately that it is he
     */
    void require(Caller caller, Operation operation, String path);

    /** Whether the table allows it; nothing is recorded. */
    boolean allows(Caller caller, Operation operation, String path);
}
