package org.huzhu.staff;

import java.util.Optional;
import org.huzhu.signon.Vouched;

/** The door for staff. */
public interface SignIn {

    /** So many attempts may fail; then none is looked at for {@link #LOCK_MINUTES}. */
    int FAILURES_MAX = 5;

    /** How long an account stays locked. */
    int LOCK_MINUTES = 15;

    /**
     * What is shown to get in.
     *
     * @param login in any case
     * @param code of the authenticator, six digits; empty where none was asked for yet
     * @param address that is asked from
     */
    record Proof(String login, String password, Optional<String> code, String address) {}

    /**
     * Opens a session.
     *
     * @throws SignInRefused with the reason
     */
    Session.Opened enter(Proof proof);

    /**
     * Sets the first password, or a new one after a reset.
     *
     * @param token of the invitation
     * @throws SignInRefused if the token is unknown, used or too old; it is not used up by a weak password
     * @throws StaffRefused if the password is weak
     */
    void accept(String token, String password, String address);

    /**
     * Sets another password and ends all sessions; also where the old one has served its time.
     *
     * @throws SignInRefused as {@link #enter}
     * @throws StaffRefused if the new one is weak
     */
    void changePassword(Proof old, String password);

    /**
     * Makes a secret for an authenticator; it counts once a code of it was shown.
     *
     * @return the secret, for the authenticator to take over
     * @throws StaffRefused if one is in use, until whoever looks after the account resets it
     */
    NewSecondFactor newSecondFactor(Session session);

    /**
     * Shows a code: the first one turns the second factor on, each freshens the session for grave operations.
     *
     * @throws SignInRefused if the code is wrong, was used, or the account is locked
     */
    void showCode(Session session, String code);

    /**
     * Proves once more that it is the holder, which freshens the session for grave operations.
     *
     * @param proof a code of the authenticator; the password, where the account has none
     * @throws SignInRefused if it is wrong, or the account is locked
     */
    void proveAgain(Session session, String proof);

    /**
     * The account that is bound to whom the issuer vouches for.
     *
     * @throws SignInRefused if there is none, or it may not be used
     */
    Account bound(Vouched vouched);

    /**
     * Opens a session of the account that is bound to whom the issuer vouches for; a second factor is asked for here
     * all the same.
     *
     * @param code of the authenticator; empty where none was asked for yet
     * @throws SignInRefused with the reason
     */
    Session.Opened enter(Vouched vouched, Optional<String> code, String address);

    /**
     * Binds the account of the holder to whom the issuer vouches for, so that he can come in that way from now on.
     *
     * @throws StaffRefused if either is bound already
     */
    void bind(Session session, Vouched vouched);

    /** Takes the binding of the holder's account back, where there is one. */
    void unbind(Session session);

    /** Whether the holder's account is bound. */
    boolean isBound(Session session);

    /**
     * A secret for an authenticator.
     *
     * @param secret in Base32, to be typed
     * @param address {@code otpauth://…}, to be scanned
     */
    record NewSecondFactor(String secret, String address) {}
}
