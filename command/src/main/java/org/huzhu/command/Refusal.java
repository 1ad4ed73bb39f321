package org.huzhu.command;

import java.io.Serial;

/**
 * Ends a command with a message for the person who typed it: what is wrong, where, and what to do.
 *
 * <p>Its message is printed as it stands, in Chinese, and without a stack trace.
 */
public final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int exitCode;

    /**
     * Refuses with the given message.
     *
     * @param exitCode one of {@link Exit}
     */
    public Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
