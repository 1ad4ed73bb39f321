package org.huzhu.staff;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;

/** The desk at which accounts are made and posts are given. Each call is refused where the table does not allow it. */
public interface StaffDesk {

    /** How long an invitation can be taken up. */
    int INVITATION_HOURS = 24;

    /** How many accounts are on a page. */
    int PAGE = 50;

    /**
     * Somebody who is to have an account.
     *
     * @param login of 2 to 60 signs without a space, in any case; kept in lower case
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
     * @throws StaffRefused if the login is taken or unfit
     */
    Invited invite(Caller by, Person person, String home);

    /**
     * Lets the person set a new password and a new authenticator; ends all his sessions.
     *
     * @throws StaffRefused if he holds a post that is not the caller's to give
     */
    Invited reset(Caller by, UUID account);

    /**
     * Gives a post from now on.
     *
     * @throws StaffRefused if the caller does not hold the role, or its exclusion of others forbids it
     */
    UUID grant(Caller by, Grant grant);

    /** Ends a post at this moment. */
    void revoke(Caller by, UUID post);

    /**
     * Ends all sessions of the account and lets nobody in with it any more.
     *
     * @throws StaffRefused if he holds a post that is not the caller's to give
     */
    void disable(Caller by, UUID account);

    /**
     * Accounts that are at home at the caller's organisation or below, or hold a post there, by login.
     *
     * @param words that the login or the name has; empty for all
     * @param after the login that the page before ended with
     * @return up to {@link #PAGE}
     */
    List<Account> accounts(Caller by, String words, Optional<String> after);

    /** Those of the accounts that the caller reaches, by their ids: for a page that says who did something. */
    Map<UUID, Account> named(Caller by, Collection<UUID> accounts);

    /** The account with the login, as far as the caller reaches. */
    Optional<Account> named(Caller by, String login);

    /**
     * One of them.
     *
     * @throws StaffRefused if there is none within reach
     */
    Account account(Caller by, UUID account);

    /** The account of the holder of the session. */
    Account own(Session session);

    /** The posts that the account holds now, the oldest first, as far as the caller reaches; all of his own. */
    List<Post> posts(Caller by, UUID account);

    /** The same of many at once, by the account; one of which the caller reaches no post is left out. */
    Map<UUID, List<Post>> posts(Caller by, Collection<UUID> accounts);

    /** Whether the society is empty and waits for its first three. */
    boolean isEmpty();

    /**
     * Makes the three administrators of an empty society, with posts at the society as a whole.
     *
     * @param three the system, the security and the audit administrator, in this order
     * @throws StaffRefused if the token is wrong or used, a login is unfit, or the society is not empty
     */
    List<Invited> begin(String token, List<Person> three);
}
