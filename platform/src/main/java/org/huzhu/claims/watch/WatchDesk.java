package org.huzhu.claims.watch;

import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.CaseFile;

/** Where whoever looks at a claim reads what is unusual about it, and what he has to tick. */
public interface WatchDesk {

    /** Why it deserves a second look; empty for one that is not within reach. */
    List<Flag> flags(Caller caller, UUID claim);

    /** What is ticked if it is approved now. */
    Checklist checklist(Caller caller, CaseFile file);
}
