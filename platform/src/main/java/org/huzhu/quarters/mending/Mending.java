package org.huzhu.quarters.mending;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;

/**
 * Where a line that no bank takes is given another name and card by one, and confirmed by another.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link MendRefused} if it cannot
 * be.
 */
public interface Mending {

    /** Those of a run, the largest sums first. */
    List<HeldLine> held(Caller caller, UUID run, int max);

    /** How many there are of a run. */
    int count(Caller caller, UUID run);

    /** One of them, if it is within reach and still waits. */
    Optional<HeldLine> one(Caller caller, UUID line);

    /** Says another name and card; what somebody said before and nobody confirmed is overtaken. */
    void ask(Caller caller, UUID line, String name, String card);

    /**
     * Confirms what another said, so that the line is owed to it from today on.
     *
     * @param asked which of them he saw
     */
    void confirm(Caller caller, UUID line, UUID asked);

    /** Finds wrong what somebody said: another name and card can be said then. */
    void decline(Caller caller, UUID line, UUID asked);
}
