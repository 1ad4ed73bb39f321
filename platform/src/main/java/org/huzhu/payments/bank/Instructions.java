package org.huzhu.payments.bank;

import java.io.IOException;

/** The orders of a file, however many, in their order; read anew each time. */
@FunctionalInterface
public interface Instructions {

    /** Hands them over one by one. */
    void each(Sink sink) throws IOException;

    /** Takes an order. */
    @FunctionalInterface
    interface Sink {
        void take(Instruction instruction) throws IOException;
    }
}
