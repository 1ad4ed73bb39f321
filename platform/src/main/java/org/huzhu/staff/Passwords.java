package org.huzhu.staff;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id with 19 MiB, two rounds and one lane, or as PBKDF2 with HMAC-SM3 and 600,000 rounds, as
 * {@code HUZHU_PASSWORD_HASH} says; a few at a time, for each costs a processor a tenth of a second and more. What was
 * stored in the other way still serves, and is stored anew at the next sign-in.
 */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ROUNDS = 2;
    private static final int PATIENCE_SECONDS = 10;

    private static final String PBKDF2 = "$pbkdf2-hmacsm3$";
    private static final int PBKDF2_ROUNDS = 600_000;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ROUNDS);
    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final PasswordPolicy policy;
    private final boolean usesSm3;
    private final String nobodys;

    @Autowired
    Passwords() {
        this(
                PasswordPolicy.named(
                        Settings.ofProcess().get("HUZHU_PASSWORD_POLICY").orElse("dengbao3")),
                Settings.ofProcess().get("HUZHU_PASSWORD_HASH").orElse("argon2id"));
    }

    Passwords(PasswordPolicy policy, String way) {
        this.policy = policy;
        this.usesSm3 = switch (way) {
            case "argon2id" -> false;
            case "pbkdf2-hmacsm3" -> true;
            default ->
                throw new IllegalStateException(
                        "HUZHU_PASSWORD_HASH is '%s'; it must be argon2id or pbkdf2-hmacsm3".formatted(way));
        };
        this.nobodys = encoded("nobody's");
    }

    /**
     * What is stored for a new password.
     *
     * @throws StaffRefused if it is weak
     */
    String hash(String password, Account account) {
        policy.refusal(password, account).ifPresent(reason -> {
            throw new StaffRefused(reason);
        });
        return rehashed(password);
    }

    /** The same password, to be stored as it is stored now. */
    String rehashed(String password) {
        return inTurn(() -> encoded(password));
    }

    /** Whether it is stored in another way than it would be now. */
    boolean isOutdated(String hash) {
        return hash.startsWith(PBKDF2) != usesSm3;
    }

    private String encoded(String password) {
        if (!usesSm3) {
            return Objects.requireNonNull(argon2.encode(password));
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        HexFormat hex = HexFormat.of();
        return "%s%d$%s$%s"
                .formatted(
                        PBKDF2,
                        PBKDF2_ROUNDS,
                        hex.formatHex(salt),
                        hex.formatHex(Digests.pbkdf2(password, salt, PBKDF2_ROUNDS, HASH_BYTES)));
    }

    private boolean isRight(String password, String stored) {
        if (!stored.startsWith(PBKDF2)) {
            return argon2.matches(password, stored);
        }
        String[] parts = stored.substring(PBKDF2.length()).split("\\$", -1);
        HexFormat hex = HexFormat.of();
        byte[] hash = Digests.pbkdf2(password, hex.parseHex(parts[1]), Integer.parseInt(parts[0]), HASH_BYTES);
        return Digests.same(hash, hex.parseHex(parts[2]));
    }

    /** Whether it is the one. Where there is none the answer takes as long, and is no. */
    boolean matches(String password, Optional<String> hash) {
        return inTurn(() -> isRight(password, hash.orElse(nobodys))) && hash.isPresent();
    }

    boolean isOld(Instant setAt, Instant now) {
        return policy.life().map(life -> !now.isBefore(setAt.plus(life))).orElse(false);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SignInRefused(SignInRefused.Reason.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInRefused(SignInRefused.Reason.BUSY);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
