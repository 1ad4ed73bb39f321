package org.huzhu.portal.promptness;

import java.util.List;
import org.huzhu.claims.promptness.Promptness.Age;
import org.huzhu.claims.promptness.Promptness.Speed;
import org.huzhu.claims.promptness.Reminder;

/**
 * How prompt claims are, as the page shows it.
 *
 * @param bars of what is open, all steps together, in the order of its age
 */
public record PromptnessView(List<Line> speeds, List<Age> ages, List<Bar> bars, List<Reminder> reminders) {

    /** An agency by its name. */
    public record Line(String agency, Speed speed) {}

    /**
     * A part of the bar of what is open, in thousandths of its length.
     *
     * @param name of its colour and its words
     */
    public record Bar(String name, int claims, int from, int width) {}
}
