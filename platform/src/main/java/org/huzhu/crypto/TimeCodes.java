package org.huzhu.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Codes of six digits that an authenticator shows for 30 seconds each (RFC 6238 with HMAC-SHA-1, as all of them know).
 */
public final class TimeCodes {

    /** How long a secret is, in bytes: as long as the digest (RFC 4226 section 4). */
    public static final int SECRET_BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;

    /** A clock may be this many steps early or late (RFC 6238 section 5.2 advises one). */
    private static final int SKEW_STEPS = 1;

    private TimeCodes() {}

    /** The secret as people and authenticators write it, in Base32 without padding. */
    public static String text(byte[] secret) {
        return Base32.toBase32String(secret).replace("=", "");
    }

    /** The step in which the code is shown, where it is one of now or right beside; empty where it is wrong. */
    public static OptionalLong step(String secret, String code, Instant now) {
        long current = now.getEpochSecond() / STEP.toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = current - SKEW_STEPS; step <= current + SKEW_STEPS; step++) {
            if (MessageDigest.isEqual(code(secret, step).getBytes(US_ASCII), code.getBytes(US_ASCII))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code that is shown at the moment. */
    public static String code(String secret, Instant now) {
        return code(secret, now.getEpochSecond() / STEP.toSeconds());
    }

    private static String code(String secret, long step) {
        int whole = (secret.length() + 7) / 8 * 8;
        byte[] key = Base32.decode(secret + "=".repeat(whole - secret.length()));
        try {
            TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(key, generator.getAlgorithm()), Instant.EPOCH.plus(STEP.multipliedBy(step)));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("The secret is no key", e);
        }
    }
}
