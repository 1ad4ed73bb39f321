package org.huzhu.access;

/** A grave operation that the caller may do once he has proved again that it is he. */
public final class ProofNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Operation operation;

    public ProofNeeded(Operation operation) {
        super("%s asks for a new proof of who it is".formatted(operation.title()));
        this.operation = operation;
    }

    public Operation operation() {
        return operation;
    }
}
