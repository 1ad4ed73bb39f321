package org.huzhu.portal.quarters;

import java.util.List;
import org.huzhu.portal.Texts;
import org.huzhu.quarters.mending.HeldLine;

/**
 * The lines of a quarter that no bank takes, as its page shows them.
 *
 * @param lines the largest of them
 * @param count how many there are
 */
public record HeldView(List<HeldLine> lines, int count) {

    static final int SHOWN = 100;

    static final HeldView NONE = new HeldView(List.of(), 0);

    public HeldView {
        lines = List.copyOf(lines);
    }

    public boolean isMore() {
        return count > lines.size();
    }

    /** What a line waits for. */
    public static String waits(HeldLine line) {
        return Texts.say(
                line.asked().isPresent()
                        ? "quarters.held.asked"
                        : line.isName() ? "quarters.held.card" : "quarters.held.name");
    }
}
