package org.huzhu.access;

/** Whether who asks may still act at all; the room that knows of posts and grants answers. */
public interface Standing {

    /**
     * Has the caller's account and post, or the grant by which he acts for a member, stand until the transaction at
     * hand ends: whoever takes them away waits for it.
     *
     * @return not, where they were taken away before
     */
    boolean holds(Caller caller);
}
