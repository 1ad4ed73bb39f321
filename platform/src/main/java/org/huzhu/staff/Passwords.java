package org.huzhu.staff;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.huzhu.database.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id with 19 MiB, two rounds and one lane, a few at a time: each costs a processor a tenth of a
 * second.
 */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ROUNDS = 2;
    private static final int PATIENCE_SECONDS = 10;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ROUNDS);
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final PasswordPolicy policy;
    private final String nobodys;

    @Autowired
    Passwords() {
        this(PasswordPolicy.named(
                Settings.ofProcess().get("HUZHU_PASSWORD_POLICY").orElse("dengbao3")));
    }

    Passwords(PasswordPolicy policy) {
        this.policy = policy;
        this.nobodys = Objects.requireNonNull(argon2.encode("nobody's"));
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
        return inTurn(() -> Objects.requireNonNull(argon2.encode(password)));
    }

    /** Whether it is the one. Where there is none the answer takes as long, and is no. */
    boolean matches(String password, Optional<String> hash) {
        return inTurn(() -> argon2.matches(password, hash.orElse(nobodys))) && hash.isPresent();
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
