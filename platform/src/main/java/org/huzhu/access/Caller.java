package org.huzhu.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.database.Scope;

/**
 * Who asks, in the one post that he has chosen to act in.
 *
 * @param account the id of the account, or of the member
 * @param role what he is there
 * @param path the path of the organisation that the post is at; empty for a member
 * @param member the member, where a member asks
 * @param isFresh whether he has proved within the last minutes, once more, that it is he
 */
public record Caller(UUID account, Role role, Optional<String> path, Optional<UUID> member, boolean isFresh) {

    /** Somebody who has signed in some time ago. */
    public Caller(UUID account, Role role, Optional<String> path, Optional<UUID> member) {
        this(account, role, path, member, false);
    }

    /** The same, who has just proved that it is he. */
    public Caller fresh() {
        return new Caller(account, role, path, member, true);
    }

    /** The scope of what he does: his organisation and all below it, or himself. */
    public Scope scope() {
        return new Scope(account.toString(), path.map(List::of).orElse(List.of()), member);
    }
}
