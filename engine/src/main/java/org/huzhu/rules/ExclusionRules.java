package org.huzhu.rules;

import org.huzhu.plan.Exclusion;

/**
 * What a version does not pay for.
 *
 * @param circumstances a set of {@link org.huzhu.columns.FactColumns#bit}
 */
public record ExclusionRules(Exclusion exclusion, int circumstances) {

    /** Whether any disease code excludes. */
    public boolean namesCodes() {
        return !exclusion.icd().isEmpty();
    }

    /** Whether the disease code excludes. */
    public boolean excludes(String icd) {
        return exclusion.icd().stream().anyMatch(range -> range.holds(icd));
    }
}
