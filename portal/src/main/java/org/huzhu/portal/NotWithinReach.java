package org.huzhu.portal;

/** What was asked for is not there, or not for whoever asks: both look the same to him. */
public final class NotWithinReach extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotWithinReach() {
        super("Nothing there within reach");
    }
}
