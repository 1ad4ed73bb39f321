package org.huzhu.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.database.Scope;

/**
 * Who asks, in the one post that he has chosen to act in.
 *
 * @param account the id of the account, of the member, or of the grant by which somebody acts for a member
 * @param role what he is there
 * @param path the path of the organisation that the post is at; empty for a member and who acts for one
 * @param member the member, where a member asks or somebody acts for him
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

    /** Whether it is a member who asks, or somebody whom the member lets act for him. */
    public boolean isForMember() {
        return role == Role.MEMBER || role == Role.MEMBER_PROXY;
    }

    /** The scope of what he does: his organisation and all below it, or the one member. */
    public Scope scope() {
        return new Scope(account.toString(), path.map(List::of).orElse(List.of()), member);
    }
}
