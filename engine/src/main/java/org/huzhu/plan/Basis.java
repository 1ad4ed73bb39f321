package org.huzhu.plan;

import java.util.List;
import org.huzhu.kernel.Require;

/**
 * Where the figures of a section come from (依据), and whether they only illustrate (示意).
 *
 * <p>An illustrative figure was chosen because no document gives it. It is marked wherever it is shown, and an office
 * replaces it by its own.
 *
 * @param sources the documents, at least one unless the figures are illustrative
 */
public record Basis(List<Source> sources, boolean illustrative) {
    public Basis {
        sources = List.copyOf(sources);
        Require.that(illustrative || !sources.isEmpty(), "A figure needs a source, or the mark that it illustrates");
    }
}
