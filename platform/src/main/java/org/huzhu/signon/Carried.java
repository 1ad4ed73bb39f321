package org.huzhu.signon;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealBroken;
import org.huzhu.crypto.Secrets;

/**
 * What the browser carries from the beginning of a way to its end, sealed.
 *
 * @param id of the way
 * @param until when it can be used, by the second
 * @param state the issuer must send it back
 * @param nonce must stand in what the issuer signs
 * @param verifier proves to the issuer that whoever fetches the answer began the way
 * @param back the address that the issuer was told
 * @param binds the account to be bound; empty where somebody signs in
 */
record Carried(
        UUID id, Instant until, State state, Nonce nonce, CodeVerifier verifier, URI back, Optional<UUID> binds) {

    private static final String END = "\n";
    private static final String NOBODY = "-";

    static Carried fresh(Instant until, URI back, Optional<UUID> binds) {
        return new Carried(UUID.randomUUID(), until, new State(), new Nonce(), new CodeVerifier(), back, binds);
    }

    String seal(Secrets secrets) {
        String clear = String.join(
                END,
                String.valueOf(until.getEpochSecond()),
                state.getValue(),
                nonce.getValue(),
                verifier.getValue(),
                back.toString(),
                binds.map(UUID::toString).orElse(NOBODY));
        return id + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.seal(Field.SIGN_ON, id, clear));
    }

    /** What was sealed; empty where it was changed, is none of ours, or is too old. */
    static Optional<Carried> open(Secrets secrets, String sealed, Instant now) {
        try {
            int dot = sealed.indexOf('.');
            UUID id = UUID.fromString(sealed.substring(0, Math.max(0, dot)));
            byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            Carried carried =
                    of(id, List.of(secrets.open(Field.SIGN_ON, id, bytes).split(END, -1)));
            return Optional.of(carried).filter(known -> now.isBefore(known.until()));
        } catch (SealBroken | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Carried of(UUID id, List<String> lines) {
        return new Carried(
                id,
                Instant.ofEpochSecond(Long.parseLong(lines.get(0))),
                new State(lines.get(1)),
                new Nonce(lines.get(2)),
                new CodeVerifier(lines.get(3)),
                URI.create(lines.get(4)),
                Optional.of(lines.get(5)).filter(text -> !text.equals(NOBODY)).map(UUID::fromString));
    }
}
