package org.huzhu.catalogue;

import java.util.List;
import org.huzhu.examples.Examples.Difference;
import org.huzhu.text.Problem;

/**
 * What was found wrong with a file, read together with all that is published.
 *
 * @param problems what cannot be read, or clashes, in the order of the files and lines
 * @param differing examples of all files that do not come out as their drafters wrote; none are worked out while there
 *     is a problem
 * @param own the examples of the file itself, whether they come out or not
 */
public record Findings(List<Problem> problems, List<Differing> differing, List<Worked> own) {

    public Findings {
        problems = List.copyOf(problems);
        differing = List.copyOf(differing);
        own = List.copyOf(own);
    }

    /**
     * An example that was worked out again.
     *
     * @param line where it stands, from 1
     * @param differences none where it comes out
     */
    public record Worked(String example, int line, List<Difference> differences) {

        public Worked {
            differences = List.copyOf(differences);
        }
    }

    /**
     * An example that does not come out.
     *
     * @param file in which it stands: a new version may change what an example of another gives
     * @param example what its drafter called it
     */
    public record Differing(String file, String example, List<Difference> differences) {

        public Differing {
            differences = List.copyOf(differences);
        }
    }

    /** Whether it may be published. */
    public boolean isClean() {
        return problems.isEmpty() && differing.isEmpty();
    }
}
