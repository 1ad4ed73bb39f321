package org.huzhu.bench.replay;

/** What the SQL and the Drools rules of the benchmark do not know how to judge, and therefore do not judge. */
final class Refused extends IllegalStateException {

    private Refused(String what) {
        super("The replay in SQL and Drools does not know " + what + "; teach it, or compare other plans");
    }

    static void unless(boolean isKnown, String what) {
        if (!isKnown) {
            throw new Refused(what);
        }
    }
}
