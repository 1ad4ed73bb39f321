package org.huzhu.rules;

import java.util.List;
import org.huzhu.columns.Words;
import org.huzhu.plan.Exclusion;
import org.huzhu.plan.IcdRange;

/**
 * What a version does not pay for.
 *
 * @param circumstances a set of {@link org.huzhu.columns.FactColumns#bit}
 */
public record ExclusionRules(Exclusion exclusion, int circumstances, Words words) {

    /** Whether the number is that of a disease code that excludes. */
    public boolean excludes(int icd) {
        List<IcdRange> ranges = exclusion.icd();
        if (icd == Words.NONE || ranges.isEmpty()) {
            return false;
        }
        String code = words.word(icd);
        return ranges.stream().anyMatch(range -> range.holds(code));
    }
}
