package org.huzhu.cluster;

import java.io.Serial;

/** A job cannot do what it was asked. The message is in Chinese, names what is wrong, and says what to do. */
public final class ClusterRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    ClusterRefused(String message) {
        super(message);
    }

    ClusterRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
