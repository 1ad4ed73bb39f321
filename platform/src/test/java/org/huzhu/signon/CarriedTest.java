package org.huzhu.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.crypto.Secrets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class CarriedTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final URI BACK = URI.create("https://huzhu.example/w/sso/back");

    @Autowired
    private Secrets secrets;

    private static Carried until(Instant end) {
        return Carried.fresh(end, BACK, Optional.of(UUID.randomUUID()));
    }

    @Test
    void what_was_sealed_opens_as_it_was() {
        Carried carried = until(NOW.plusSeconds(1));

        assertThat(Carried.open(secrets, carried.seal(secrets), NOW)).hasValue(carried);
    }

    @Test
    void a_way_ends_with_its_time() {
        String sealed = until(NOW).seal(secrets);

        assertThat(Carried.open(secrets, sealed, NOW.minusSeconds(1))).isPresent();
        assertThat(Carried.open(secrets, sealed, NOW)).isEmpty();
    }

    @Test
    void nothing_of_it_can_be_read_or_changed_or_moved_to_another_way() {
        Carried carried = until(NOW.plusSeconds(1));
        String sealed = carried.seal(secrets);
        int middle = sealed.length() / 2;
        char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';

        assertThat(sealed)
                .doesNotContain(
                        carried.state().getValue(),
                        carried.nonce().getValue(),
                        carried.verifier().getValue());
        assertThat(Carried.open(secrets, sealed.substring(0, middle) + other + sealed.substring(middle + 1), NOW))
                .isEmpty();
        assertThat(Carried.open(secrets, UUID.randomUUID() + sealed.substring(sealed.indexOf('.')), NOW))
                .isEmpty();
        for (String none : new String[] {"", ".", "x", "x.y", UUID.randomUUID() + ".", UUID.randomUUID() + ".AAAA"}) {
            assertThat(Carried.open(secrets, none, NOW)).as(none).isEmpty();
        }
    }
}
