package org.huzhu.members.proxies;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What ends with a member's life: the grants that he gave, and those for his phone. It works in the transaction that
 * enters his death, and asks no rights.
 */
public interface Deaths {

    /**
     * Until the transaction at hand ends, nobody is let act for the member. To be asked before his entry is held, as
     * whoever lets somebody act for him does.
     */
    void await(UUID member);

    /** Ends them, and tells those for whom he acted. */
    void entered(UUID member, LocalDate from);
}
