package org.huzhu.audit;

import java.lang.ScopedValue.CallableOp;

/**
 * Where what is done was asked from.
 *
 * @param request the id of the request; empty where no request asked
 * @param address the network address; empty where no request asked
 */
public record Origin(String request, String address) {

    private static final Origin INSIDE = new Origin("", "");
    private static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

    /** That of the work at hand. */
    public static Origin current() {
        return CURRENT.isBound() ? CURRENT.get() : INSIDE;
    }

    /** Does the work as asked from here. */
    public <T, X extends Throwable> T call(CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** Does the work as asked from here. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }
}
