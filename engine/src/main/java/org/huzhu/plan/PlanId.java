package org.huzhu.plan;

import org.huzhu.kernel.Require;

/**
 * Names one version of one plan.
 *
 * @param plan the short name of the plan, the same through all versions, such as {@code 女工特疾}
 * @param version such as {@code 2018}
 */
public record PlanId(String plan, String version) {
    public PlanId {
        Require.that(!plan.isBlank() && !version.isBlank(), "A plan version needs a name and a version");
    }

    @Override
    public String toString() {
        return plan + " " + version;
    }
}
