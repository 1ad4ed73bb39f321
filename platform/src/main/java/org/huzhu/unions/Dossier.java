package org.huzhu.unions;

import java.util.List;
import java.util.Optional;

/**
 * All that is known of an organisation.
 *
 * @param above from the top down, as far as the scope reaches
 * @param facts as they are now
 * @param contact the name of whom to call; his number must be asked for
 * @param province for which it acts
 * @param history the oldest first
 */
public record Dossier(
        Organisation organisation,
        List<Organisation> above,
        Optional<UnitFacts> facts,
        Optional<String> contact,
        Optional<String> province,
        List<Milestone> history) {

    public Dossier {
        above = List.copyOf(above);
        history = List.copyOf(history);
    }
}
