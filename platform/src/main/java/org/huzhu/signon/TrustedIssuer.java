package org.huzhu.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.huzhu.signon.SignOnRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one issuer that is trusted: authorization code with PKCE (RFC 7636), as OpenID Connect Core 1.0 has it. What it
 * says of itself is asked for at first use.
 */
final class TrustedIssuer {

    private static final Logger LOG = LoggerFactory.getLogger(TrustedIssuer.class);

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int KEYS_BYTES_MAX = 100_000;

    /** With a public key, so that nothing an issuer signs could have been signed by us; the first that it knows. */
    private static final List<JWSAlgorithm> ALGORITHMS =
            List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256);

    private final Issuer issuer;
    private final ClientID client;
    private final Secret secret;
    private final Optional<URI> back;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    TrustedIssuer(IssuerSettings settings) {
        this.issuer = new Issuer(settings.issuer());
        this.client = new ClientID(settings.client());
        this.secret = new Secret(settings.secret());
        this.back = settings.back();
    }

    private record Known(OIDCProviderMetadata itself, IDTokenValidator validator) {}

    /** What the issuer is called. */
    String name() {
        return issuer.getValue();
    }

    /** Where he is to send people back to, who were asked for at this address. */
    URI back(URI asked) {
        return back.orElse(asked);
    }

    /** Where to send somebody. */
    URI question(Carried carried) {
        return new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid"), client, carried.back())
                .endpointURI(known().itself().getAuthorizationEndpointURI())
                .state(carried.state())
                .nonce(carried.nonce())
                .codeChallenge(carried.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Whether the answer belongs to what was carried, so that it is worth looking at.
     *
     * @param answer the whole address at which somebody came back
     */
    static boolean belongs(URI answer, Carried carried) {
        try {
            return carried.state()
                    .equals(AuthenticationResponseParser.parse(answer).getState());
        } catch (ParseException e) {
            return false;
        }
    }

    /** What the issuer calls him, once all that it says holds. */
    String subject(URI answer, Carried carried) {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
            if (!response.indicatesSuccess()) {
                throw new SignOnRefused(Reason.DENIED);
            }
            Issuer says = response.getIssuer();
            if (says != null && !says.equals(issuer)) {
                throw new SignOnRefused(Reason.UNTRUSTED);
            }
            AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                    response.toSuccessResponse().getAuthorizationCode(), carried.back(), carried.verifier());
            return known().validator()
                    .validate(token(grant), carried.nonce())
                    .getSubject()
                    .getValue();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            LOG.warn("What the issuer said does not verify: {}", e.getMessage());
            throw new SignOnRefused(Reason.UNTRUSTED, e);
        }
    }

    private JWT token(AuthorizationCodeGrant grant) throws ParseException {
        HTTPRequest request = new TokenRequest.Builder(
                        known().itself().getTokenEndpointURI(), new ClientSecretBasic(client, secret), grant)
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(PATIENCE_MILLIS);
        request.setReadTimeout(PATIENCE_MILLIS);
        request.setFollowRedirects(false);
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (!(response instanceof OIDCTokenResponse tokens)) {
                throw new SignOnRefused(Reason.UNTRUSTED);
            }
            return tokens.getOIDCTokens().getIDToken();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private Known known() {
        Known before = known.get();
        if (before != null) {
            return before;
        }
        try {
            OIDCProviderMetadata itself = OIDCProviderMetadata.resolve(issuer, PATIENCE_MILLIS, PATIENCE_MILLIS);
            List<JWSAlgorithm> signs = itself.getIDTokenJWSAlgs();
            JWSAlgorithm algorithm = ALGORITHMS.stream()
                    .filter(signs::contains)
                    .findFirst()
                    .orElseThrow(() -> new SignOnRefused(Reason.UNTRUSTED));
            DefaultResourceRetriever keys =
                    new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, KEYS_BYTES_MAX);
            Known fresh = new Known(
                    itself,
                    new IDTokenValidator(
                            issuer, client, algorithm, itself.getJWKSetURI().toURL(), keys));
            known.set(fresh);
            return fresh;
        } catch (GeneralException | IOException e) {
            throw unreachable(e);
        }
    }

    private SignOnRefused unreachable(Exception e) {
        LOG.warn("The issuer {} does not answer: {}", issuer, e.getMessage());
        return new SignOnRefused(Reason.UNREACHABLE, e);
    }
}
