package org.huzhu.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;

/**
 * Bundles (组合): plans that are enrolled in together under one name, such as 三位一体. A bundle opens nothing by itself:
 * each of its plans must be offered, and each person takes part in those that are for such as he.
 */
public interface BundleDesk {

    /**
     * Names a bundle at an organisation and all below it.
     *
     * @throws org.huzhu.access.Refused if the caller may not offer plans there
     * @throws PlanRefused if a plan is not published, or there is a bundle of that name
     */
    UUID add(Caller caller, Bundle bundle);

    /** The same, by the system itself. */
    void found(Bundle bundle);

    /** Drops a bundle; what was enrolled by it stays. */
    void drop(Caller caller, UUID bundle);

    /** The bundles that hold at an organisation, by name; anybody may read them. */
    List<Named> at(String path);

    /** The bundles as far as the caller reaches. */
    List<Named> all(Caller caller);

    /**
     * Plans under one name.
     *
     * @param path of the organisation
     * @param parts two at least, each plan once
     */
    record Bundle(String name, String path, List<Part> parts) {

        public Bundle {
            parts = List.copyOf(parts);
        }
    }

    /** A plan of a bundle, and its tier where it has tiers. */
    record Part(String plan, Optional<String> tier) {}

    /** A bundle that stands. */
    record Named(UUID id, Bundle bundle) {}
}
