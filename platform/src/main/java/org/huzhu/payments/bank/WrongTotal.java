package org.huzhu.payments.bank;

/** An answer that can be read and whose count or sum is not what its lines come to; nothing of it is applied. */
public final class WrongTotal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongTotal() {
        super("The count or the sum of an answer is not that of its lines");
    }
}
