package org.huzhu.operations.claims;

import java.util.List;
import org.huzhu.demonstration.Demonstration.Filled;
import org.huzhu.operations.Doors;
import org.huzhu.unions.Organisation;
import org.springframework.context.ApplicationContext;

/**
 * Claims of the demonstration: the four that were reported on come first, in the years in which they happened, then
 * some thirty of these weeks in every state. All through the doors that people use.
 */
public final class FirstClaims {

    private final Cases cases;
    private final Everyday everyday;

    public FirstClaims(ApplicationContext society, Filled filled) {
        Doors doors = new Doors(society, filled.posts().getFirst().organisation());
        Staff staff = new Staff(doors, filled.posts());
        Handling handling = new Handling(doors, staff);
        Cashier cashier = new Cashier(doors, staff);
        this.cases = new Cases(doors, staff, handling, cashier);
        this.everyday = new Everyday(doors, filled, handling, cashier);
    }

    /** The four, from enrolment to the bank's answer; nothing may have been posted in the society yet. */
    public void fileCases() {
        cases.file();
    }

    /** Those of these weeks, where the units are under cover; the clock can still be turned. */
    public void fileEveryday(List<Organisation> covered) {
        everyday.file(covered);
    }

    /** Approves some that wait then, once all else is paid. */
    public void approveLast() {
        everyday.approveLast();
    }
}
