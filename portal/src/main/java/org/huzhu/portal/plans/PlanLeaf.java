package org.huzhu.portal.plans;

import java.util.List;
import org.huzhu.catalogue.Version;
import org.huzhu.plan.Overlay;
import org.huzhu.text.PlanBook;
import org.huzhu.text.PlanDiff.Change;

/**
 * A version of a plan, as its page shows it.
 *
 * @param others the other versions, the newest first
 * @param changes what it changed of the version before
 */
public record PlanLeaf(
        PlanCard card,
        PlanBook book,
        Version version,
        boolean isCurrent,
        List<Other> others,
        List<Change> changes,
        List<Region> regions) {

    public PlanLeaf {
        others = List.copyOf(others);
        changes = List.copyOf(changes);
        regions = List.copyOf(regions);
    }

    /** Another version, where it is read and from when it holds. */
    public record Other(String version, String from, String address) {}

    /**
     * What an office adds to a list of the plan.
     *
     * @param classes of disease that it adds
     */
    public record Region(Overlay overlay, List<String> classes) {

        public Region {
            classes = List.copyOf(classes);
        }
    }
}
