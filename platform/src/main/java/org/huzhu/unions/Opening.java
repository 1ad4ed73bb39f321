package org.huzhu.unions;

import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Require;

/**
 * An organisation that is to be opened.
 *
 * @param name at least two characters, at most a hundred
 * @param parent what it stands under; empty for an office that nothing is above
 */
public record Opening(Tier tier, String name, Optional<UUID> parent) {

    private static final int NAME_MIN = 2;
    private static final int NAME_MAX = 100;

    public Opening {
        name = checkedName(name);
    }

    /** The name without blanks around it. */
    static String checkedName(String name) {
        String bare = name.strip();
        int length = bare.codePointCount(0, bare.length());
        Require.that(
                length >= NAME_MIN && length <= NAME_MAX,
                "The name '%s' of an organisation has %d characters, not %d to %d",
                bare,
                length,
                NAME_MIN,
                NAME_MAX);
        return bare;
    }
}
