package org.huzhu.staff;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.huzhu.crypto.Digests;
import org.springframework.stereotype.Component;

/** What comes from outside: the moment, and what nobody can guess. */
@Component
class Chance {

    private static final int TOKEN_BYTES = 32;
    private static final int CODE_BOUND = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Chance(Clock clock) {
        this.clock = clock;
    }

    /** As exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** 256 bits, as text that fits into an address. */
    String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** Six digits. */
    String code() {
        return "%06d".formatted(random.nextInt(CODE_BOUND));
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    UUID id() {
        return UUID.randomUUID();
    }

    /** What stands in the database for a token. A token holds enough chance to need no salt. */
    static byte[] digest(String token) {
        return Digests.sm3(token.getBytes(US_ASCII));
    }
}
