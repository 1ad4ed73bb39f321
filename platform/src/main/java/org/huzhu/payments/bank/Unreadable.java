package org.huzhu.payments.bank;

/** A file of a bank that cannot be read; nothing of it is taken. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;

    Unreadable(String place) {
        super("Unreadable at '" + place + "'");
        this.place = place;
    }

    Unreadable(String place, Throwable cause) {
        this(place);
        initCause(cause);
    }

    /** Which line, in Chinese; empty where it is all of it. */
    public String place() {
        return place;
    }

    static Unreadable line(int row) {
        return new Unreadable("第 %d 行".formatted(row));
    }
}
