package org.huzhu.portal.claims;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.members.roll.Roll;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members and units are called, as far as whoever looks reaches them. */
@Component
@Transactional(readOnly = true)
class ClaimNames {

    private final Roll roll;
    private final UnionTree tree;

    ClaimNames(Roll roll, UnionTree tree) {
        this.roll = roll;
        this.tree = tree;
    }

    Map<UUID, String> members(Collection<UUID> members) {
        return roll.named(members).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().name()));
    }

    Map<UUID, String> units(Collection<UUID> units) {
        return tree.names(units);
    }
}
