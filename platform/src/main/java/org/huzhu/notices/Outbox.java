package org.huzhu.notices;

import java.util.Collection;

/**
 * Tells members what happened, within the transaction in which it does. It works in the scope at hand and asks no
 * rights.
 */
public interface Outbox {

    /** Tells a member; goes out only if the transaction at hand is committed; the same event twice tells once. */
    void tell(Notice notice);

    /** The same for many, in one go. */
    void tell(Collection<Notice> notices);
}
