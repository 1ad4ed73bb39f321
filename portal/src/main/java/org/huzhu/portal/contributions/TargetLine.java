package org.huzhu.portal.contributions;

import java.util.OptionalLong;
import org.huzhu.contributions.TargetDesk.Progress;
import org.huzhu.portal.Texts;

/**
 * How far an agency has come, as a page shows it.
 *
 * @param name what the agency is called
 * @param month up to which is compared, from 1 to 12
 */
public record TargetLine(String name, Progress progress, int month) {

    private static final int MONTHS = 12;
    private static final int WIDTH = 360;
    private static final int HEIGHT = 120;
    private static final long WHOLE = 10_000;

    /** In ten thousand yuan, as officers speak of it. */
    public String tenThousands(long fen) {
        return "%,.1f".formatted(fen / 1_000_000.0);
    }

    public String completion() {
        return percent(progress.completion());
    }

    public String growth() {
        OptionalLong growth = progress.growth(month);
        return growth.isPresent()
                ? (growth.getAsLong() > 0 ? "+" : "") + percent(growth.getAsLong())
                : Texts.say("none");
    }

    private static String percent(long hundredths) {
        return "%.1f%%".formatted(hundredths / 100.0);
    }

    /** Whether as much came as should have by the end of the month. */
    public boolean isOnPace() {
        return progress.until(month).compareTo(progress.pace(month)) >= 0;
    }

    /** The width of the bar, of a hundred. */
    public long bar() {
        return Math.min(WHOLE, progress.completion()) / 100;
    }

    /** The width at which the bar should stand by now, of a hundred. */
    public long pace() {
        return month * 100L / MONTHS;
    }

    /** The line of what came, month after month, within a picture of 360 by 120. */
    public String reachedLine() {
        StringBuilder points = new StringBuilder("0," + HEIGHT);
        for (int i = 1; i <= month; i++) {
            points.append(' ')
                    .append(i * WIDTH / MONTHS)
                    .append(',')
                    .append(y(progress.until(i).fen()));
        }
        return points.toString();
    }

    /** The line of what should come. */
    public String paceLine() {
        return "0," + HEIGHT + " " + WIDTH + "," + y(progress.target().fen());
    }

    private long y(long fen) {
        long top =
                Math.max(1, Math.max(progress.target().fen(), progress.reached().fen()));
        return HEIGHT - fen * HEIGHT / top;
    }
}
