package org.huzhu.unions;

import java.util.List;
import java.util.Optional;

/**
 * All that is known of an organisation.
 *
 * @param above from the top down, as far as the scope reaches
 * @param known of it by date, the oldest first
 * @param contact the name of whom to call; his number must be asked for
 * @param province for which it acts
 * @param history the oldest first
 */
public record Dossier(
        Organisation organisation,
        List<Organisation> above,
        List<UnitFacts.Dated> known,
        Optional<String> contact,
        Optional<String> province,
        List<Milestone> history) {

    public Dossier {
        above = List.copyOf(above);
        known = List.copyOf(known);
        history = List.copyOf(history);
    }

    /** As they are now. */
    public Optional<UnitFacts> facts() {
        return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast().facts());
    }
}
