package org.huzhu.staff;

import java.util.UUID;

/**
 * An account of somebody who works here.
 *
 * @param login the name that he signs in with, in lower case
 * @param name of the person
 * @param home the path of the organisation that looks after the account
 * @param state whether it can be used
 * @param hasSecondFactor whether codes of an authenticator are asked for
 */
public record Account(UUID id, String login, String name, String home, State state, boolean hasSecondFactor) {

    /** Whether an account can be used. */
    public enum State {
        /** Its password has not been set yet. */
        INVITED,
        ACTIVE,
        DISABLED
    }
}
