package org.huzhu.quarters.working;

import java.util.List;
import org.huzhu.kernel.Money;

/**
 * How what a quarter gives a person comes about.
 *
 * @param plan its title, as printed
 * @param clause the number of the clause that gives it
 * @param wording of the clause
 * @param steps one each, in the order of the reckoning
 * @param entitled what the steps come to for the year so far
 * @param illustrative whether a figure in it only illustrates
 */
public record Working(
        String plan,
        String version,
        String clause,
        String clauseTitle,
        String wording,
        List<String> steps,
        Money entitled,
        boolean illustrative) {

    public Working {
        steps = List.copyOf(steps);
    }
}
