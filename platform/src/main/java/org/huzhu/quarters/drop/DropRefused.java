package org.huzhu.quarters.drop;

/** A delivery that will never be taken in as it is: what is wrong, and what to do, for whoever sent it. */
final class DropRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String remedy;

    DropRefused(String what, String remedy) {
        super("A delivery was refused");
        this.what = what;
        this.remedy = remedy;
    }

    /** The thing that is wrong, and its value. */
    String what() {
        return what;
    }

    /** What to do about it. */
    String remedy() {
        return remedy;
    }

    static void require(boolean holds, String otherwise, String remedy) {
        if (!holds) {
            throw new DropRefused(otherwise, remedy);
        }
    }
}
