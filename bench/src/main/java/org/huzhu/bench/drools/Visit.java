package org.huzhu.bench.drools;

import java.util.Map;
import org.huzhu.plan.CostField;

/** A visit; parts of the bill that are not known are missing. */
public record Visit(int event, int circumstances, int day, int year, Map<CostField, Long> costs) {

    public long cost(CostField field) {
        return costs.getOrDefault(field, -1L);
    }
}
