package org.huzhu.access;

/** Whether who asks may still act at all; the room that knows of posts answers. */
public interface Standing {

    /**
     * Has the caller's account and post stand until the transaction at hand ends: whoever takes them away waits for it.
     *
     * @return not, where they were taken away before
     */
    boolean holds(Caller caller);
}
