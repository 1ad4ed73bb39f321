package org.huzhu.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;

/** The desk at which accounts are made and posts are given. Each call is refused where the table does not allow it. */
public interface StaffDesk {

    /** How long an invitation can be taken up. */
    int INVITATION_HOURS = 24;

    /**
     * Somebody who is to have an account.
     *
     * @param login in any case; kept in lower case
     */
    record Person(String login, String name, String phone) {}

    /**
     * An account that waits for its password.
     *
     * @param token to be handed to the person; it is shown this once and not stored
     */
    record Invited(UUID account, String token) {}

    /**
     * A post to be given.
     *
     * @param organisation empty for the society as a whole
     * @param until empty for as long as nobody ends it
     */
    record Grant(UUID account, Role role, Optional<UUID> organisation, String path, Optional<Instant> until) {}

    /**
     * Makes an account without any post.
     *
     * @param home the path of the organisation that will look after it
     * @throws StaffRefused if the login is taken
     */
    Invited invite(Caller by, Person person, String home);

    /**
     * Makes an account as the society's own doing, as where a demonstration is set up.
     *
     * @throws IllegalStateException if the scope is not the system's
     */
    Invited invite(Person person, String home);

    /** Lets the person set a new password and a new authenticator; ends all his sessions. */
    Invited reset(Caller by, UUID account);

    /**
     * Gives a post from now on.
     *
     * @throws StaffRefused if the caller does not hold the role, or its exclusion of others forbids it
     */
    UUID grant(Caller by, Grant grant);

    /**
     * Gives a post as the society's own doing.
     *
     * @throws IllegalStateException if the scope is not the system's
     */
    UUID grant(Grant grant);

    /** Ends a post at this moment. */
    void revoke(Caller by, UUID post);

    /** Ends all sessions of the account and lets nobody in with it any more. */
    void disable(Caller by, UUID account);

    /** The accounts that are at home at the organisation or below, or hold a post there, by login. */
    List<Account> accounts(Caller by, String path);

    /** The posts that the account holds now, the oldest first, as far as the caller reaches; all of his own. */
    List<Post> posts(Caller by, UUID account);

    /** The posts that the holder of the session can choose from. */
    List<Post> posts(Session session);

    /** Follows an organisation that was moved in the tree, with all below it; within the transaction at hand. */
    void moved(String from, String to);

    /** A new token that opens an empty society, and puts every older one out of use; empty where it has an account. */
    Optional<String> setupToken();

    /**
     * Makes the three administrators of an empty society, with posts at the society as a whole.
     *
     * @param three the system, the security and the audit administrator, in this order
     * @throws StaffRefused if the token is wrong or used, or the society is not empty
     */
    List<Invited> begin(String token, List<Person> three);
}
