package org.huzhu.demonstration;

import java.util.List;

/** What the demonstration asks of whoever keeps the members; it is joined to that room where the rooms meet. */
public interface Admissions {

    /** Admits them all, within the scope and the transaction at hand. */
    void admit(List<Worker> workers);
}
