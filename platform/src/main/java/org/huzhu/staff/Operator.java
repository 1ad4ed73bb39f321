package org.huzhu.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is done without a caller, as the society's own doing: by whoever runs the machine, or where a demonstration is
 * set up. Each call is refused with an {@link IllegalStateException} where the scope is not the system's, and is
 * recorded like any other.
 */
public interface Operator {

    /**
     * Makes an account.
     *
     * @throws StaffRefused if the login is taken or unfit
     */
    StaffDesk.Invited invite(StaffDesk.Person person, String home);

    /** Gives a post. */
    UUID grant(StaffDesk.Grant grant);

    /** Lets the person set a new password and a new authenticator; ends all his sessions. */
    StaffDesk.Invited reset(UUID account);

    /** Ends all sessions of the account and lets nobody in with it any more. */
    void disable(UUID account);

    /** The account with the login. */
    Optional<Account> find(String login);

    /** Accounts whose login or name has the words, by login, a page of them after the given login. */
    List<Account> accounts(String words, Optional<String> after);

    /** The posts that the account holds now. */
    List<Post> posts(UUID account);

    /** A new token that opens an empty society, and puts every older one out of use; empty where it has an account. */
    Optional<String> setupToken();
}
