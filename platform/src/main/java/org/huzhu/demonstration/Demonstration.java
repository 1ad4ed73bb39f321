package org.huzhu.demonstration;

import java.util.List;
import java.util.Map;

/** Fills an empty society for demonstration. */
public interface Demonstration {

    /** Whether the society has no organisation yet. */
    boolean isDue();

    /**
     * Fills the society in one transaction: all of it is there afterwards, or nothing.
     *
     * @throws IllegalStateException if there are organisations already
     */
    Filled fill(Progress progress);

    /** Hears how far the filling has come. */
    @FunctionalInterface
    interface Progress {

        /**
         * Hears that so many of all are done.
         *
         * @param what is being filled in, in Chinese
         */
        void reached(String what, int done, int all);
    }

    /**
     * What was filled in.
     *
     * @param workers the people who work there
     * @param posts one for each role at the least; the first of each role are those to sign in with
     * @param invitations the token with which each login sets its first password
     */
    record Filled(int organisations, List<Worker> workers, List<Post> posts, Map<String, String> invitations) {

        public Filled {
            workers = List.copyOf(workers);
            posts = List.copyOf(posts);
            invitations = Map.copyOf(invitations);
        }

        /** How many people there are. */
        public int people() {
            return workers.size();
        }
    }
}
