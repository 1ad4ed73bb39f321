package org.huzhu.claims.routing;

import java.time.LocalDate;
import java.util.List;
import org.huzhu.access.Caller;

/** The rules by which claims go. What an office has said holds for it and all below it. */
public interface Routings {

    /** What holds at the place for what is handed in on the day. It asks no rights. */
    Routing at(String path, LocalDate day);

    /** What was said for the caller's place, above it and below it, of each place the newest first. */
    List<Placed> seen(Caller caller);

    /**
     * Says how claims go at the caller's place from a day on, in place of what was said for that day.
     *
     * @throws RoutingRefused if the day is not ahead: what was handed in goes by the rules of then
     */
    void set(Caller caller, Routing routing);

    /**
     * Says how claims go at the place from a day on, in place of what was said for that day. It asks no rights: it is
     * for whoever founds a society.
     */
    void lay(String path, Routing routing);

    /**
     * What was said for a place.
     *
     * @param path of the place; empty for all offices
     */
    record Placed(String path, Routing routing) {}
}
