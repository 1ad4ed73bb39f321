package org.huzhu.access;

/** An operation that the caller's role does not allow, or not there. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final Operation operation;

    public Refused(Caller caller, Operation operation) {
        super("%s as %s may not do %s there".formatted(caller.account(), caller.role(), operation.title()));
        this.caller = caller;
        this.operation = operation;
    }

    public Caller caller() {
        return caller;
    }

    public Operation operation() {
        return operation;
    }
}
