package org.huzhu.portal.quarters;

import java.time.LocalDate;
import java.util.List;
import org.huzhu.quarters.designated.Designation;

/**
 * Who is designated, as the page shows it.
 *
 * @param now how many are today
 * @param latest those who came last
 * @param done what was just done; empty text where nothing was
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record DesignationsView(
        Designation.Kind kind,
        int now,
        List<Designation> latest,
        LocalDate today,
        boolean mayChange,
        String done,
        String trouble) {

    /** Whether an end may be said of it: it has none yet, or a later one. */
    public boolean isOpen(Designation each) {
        return mayChange && each.until().filter(day -> !day.isAfter(today)).isEmpty();
    }
}
