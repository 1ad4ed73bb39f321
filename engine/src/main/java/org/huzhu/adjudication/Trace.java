package org.huzhu.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.columns.Day;
import org.huzhu.plan.PlanId;

/**
 * Writes down how amounts come about and why something is not paid. One that is off writes nothing; whoever would have
 * to make an object asks {@link #isOn} first.
 */
final class Trace {

    private final boolean isOn;
    private final IntFunction<String> names;
    private final List<Denial> denials = new ArrayList<>();
    private final List<List<Step>> steps = new ArrayList<>();
    private List<Step> current = new ArrayList<>();

    private Trace(boolean isOn, IntFunction<String> names) {
        this.isOn = isOn;
        this.names = names;
    }

    static Trace off() {
        return new Trace(false, event -> "");
    }

    /** A trace that calls events by the names. */
    static Trace on(IntFunction<String> names) {
        return new Trace(true, names);
    }

    boolean isOn() {
        return isOn;
    }

    String name(int event) {
        return names.apply(event);
    }

    List<Denial> denials() {
        return denials;
    }

    /** Begins a new working. */
    void begin(List<Step> opening) {
        current = new ArrayList<>(opening);
    }

    /** The next step of the working that was begun. */
    void say(Step step) {
        if (isOn) {
            current.add(step);
        }
    }

    /** The working that was begun is that of the next draft. */
    void drafted() {
        if (isOn) {
            steps.add(current);
        }
    }

    /** The working of a draft. */
    List<Step> steps(int draft) {
        return steps.get(draft);
    }

    void say(int draft, Step step) {
        if (isOn) {
            steps.get(draft).add(step);
        }
    }

    /** Sets the workings of the drafts back to these. */
    void restore(int draft, List<Step> kept) {
        steps.set(draft, new ArrayList<>(kept));
    }

    /** Fewer days count: says why before the sum by the day, which it says anew. */
    void sayOfDays(int draft, int left, Step why, long gives) {
        if (!isOn) {
            return;
        }
        List<Step> all = steps.get(draft);
        if (all.getLast() instanceof Step.PerDay sum) {
            all.removeLast();
            all.add(why);
            all.add(new Step.PerDay(sum.each(), left, sum.units(), org.huzhu.kernel.Money.ofFen(gives)));
        } else {
            all.add(why);
        }
    }

    void refuse(PlanId plan, String clause, int event, Reason reason) {
        refuse(plan, clause, event, reason, false);
    }

    void refuse(PlanId plan, String clause, int event, Reason reason, boolean illustrative) {
        if (isOn) {
            denials.add(new Denial(plan, clause, name(event), reason, illustrative));
        }
    }

    static LocalDate date(int day) {
        return Day.date(day);
    }
}
