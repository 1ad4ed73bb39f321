package org.huzhu.portal;

import java.time.Duration;
import org.huzhu.signon.SingleSignOn;
import org.springframework.http.ResponseCookie;

/** The cookies that we set: whose session it is, whether all is shown large, and what signing in elsewhere needs. */
public final class Cookies {

    /** Carries a way over an issuer of identities. */
    public static final String SIGN_ON = "sso";

    private Cookies() {}

    /** Keeps the session on the device until the browser is closed; no script reads it, no other site sends it. */
    public static String session(String token, boolean isSecure) {
        return ResponseCookie.from(Gate.SESSION, token)
                .path("/")
                .httpOnly(true)
                .secure(isSecure)
                .sameSite("Strict")
                .build()
                .toString();
    }

    /** Takes the session from the device. */
    public static String noSession() {
        return ResponseCookie.from(Gate.SESSION, "")
                .path("/")
                .httpOnly(true)
                .sameSite("Strict")
                .maxAge(0)
                .build()
                .toString();
    }

    /** Kept for one way over an issuer of identities; sent when the issuer sends the browser back. */
    public static String signOn(String carried, boolean isSecure) {
        return ResponseCookie.from(SIGN_ON, carried)
                .path("/w")
                .httpOnly(true)
                .secure(isSecure)
                .sameSite("Lax")
                .maxAge(SingleSignOn.LIFE)
                .build()
                .toString();
    }

    /** Takes it from the device once the way is over. */
    public static String noSignOn() {
        return ResponseCookie.from(SIGN_ON, "")
                .path("/w")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(0)
                .build()
                .toString();
    }

    /** Shows all large for a year, or as usual. */
    public static String elder(boolean isLarge) {
        return ResponseCookie.from(Gate.ELDER, "1")
                .path("/")
                .sameSite("Lax")
                .maxAge(isLarge ? Duration.ofDays(365) : Duration.ZERO)
                .build()
                .toString();
    }
}
