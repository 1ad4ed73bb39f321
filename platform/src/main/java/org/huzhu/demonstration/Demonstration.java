package org.huzhu.demonstration;

import java.util.List;

/** Fills an empty society for demonstration. */
public interface Demonstration {

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
     * @param posts one for each role at the least, to sign in with
     */
    record Filled(int organisations, int people, List<Post> posts) {

        public Filled {
            posts = List.copyOf(posts);
        }
    }
}
