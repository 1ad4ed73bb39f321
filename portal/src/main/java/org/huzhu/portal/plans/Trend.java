package org.huzhu.portal.plans;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huzhu.text.PlanDiff.Change;

/** Which way a change goes, as far as its figures say. */
public enum Trend {
    NEW,
    GONE,
    UP,
    DOWN,
    OTHER;

    private static final String NOTHING = "—";
    private static final Pattern FIGURE = Pattern.compile("\\d+(\\.\\d+)?");

    /** Of the change; that of a text with several figures is none. */
    public static Trend of(Change change) {
        if (change.before().equals(NOTHING)) {
            return NEW;
        }
        if (change.after().equals(NOTHING)) {
            return GONE;
        }
        Optional<BigDecimal> before = only(change.before());
        Optional<BigDecimal> after = only(change.after());
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
            return OTHER;
        }
        return before.get().compareTo(after.get()) < 0 ? UP : DOWN;
    }

    private static Optional<BigDecimal> only(String text) {
        Matcher figures = FIGURE.matcher(text);
        Optional<BigDecimal> first = figures.find() ? Optional.of(new BigDecimal(figures.group())) : Optional.empty();
        return figures.find() ? Optional.empty() : first;
    }
}
