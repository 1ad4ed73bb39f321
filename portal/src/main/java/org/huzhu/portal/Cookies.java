package org.huzhu.portal;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The two cookies that we set: whose session it is, and whether all is shown large. */
public final class Cookies {

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
