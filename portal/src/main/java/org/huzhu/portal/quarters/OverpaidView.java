package org.huzhu.portal.quarters;

import java.util.List;
import org.huzhu.quarters.overpaid.Overpaid;
import org.huzhu.quarters.overpaid.Overpayments.Total;

/**
 * What an office has to claim back after the last run of a year, as the page of that run shows it.
 *
 * @param largest the largest sums of it
 */
public record OverpaidView(List<Overpaid> largest, Total total) {

    static final int SHOWN = 100;

    static final OverpaidView NONE = new OverpaidView(List.of(), Total.NONE);

    public OverpaidView {
        largest = List.copyOf(largest);
    }

    public boolean isMore() {
        return total.persons() > largest.size();
    }
}
