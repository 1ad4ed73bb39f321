package org.huzhu.claims.routing;

/** A rule that cannot be laid down, since claims go by it already. */
public final class RoutingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RoutingRefused() {
        super("A rule begins tomorrow at the earliest");
    }
}
