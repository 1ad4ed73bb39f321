package org.huzhu.unions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The organisations, as far as the scope of the transaction reaches. */
public interface UnionTree {

    Optional<Organisation> find(UUID organisation);

    /** Those right below it, by name in the order of Pinyin. */
    List<Organisation> below(UUID organisation);
}
