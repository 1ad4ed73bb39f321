package org.huzhu.claims.promptness;

import java.util.List;
import org.huzhu.access.Caller;

/** Where whoever sees claims sees how prompt they are. */
public interface PromptnessDesk {

    /** Of all that the caller reaches. */
    Promptness look(Caller caller);

    /** Of what the caller was told, at his place and in his role, that is still open; what is due first first. */
    List<Reminder> reminders(Caller caller, int max);
}
