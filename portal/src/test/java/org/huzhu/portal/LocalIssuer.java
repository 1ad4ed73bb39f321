package org.huzhu.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An issuer of identities on this machine, with a key made for the test. It lets everybody in as whom the test says,
 * and can be made to say what is not so. A code of it can be used as often as one likes: that ours is gone once is for
 * us to see to.
 */
final class LocalIssuer {

    static final String CLIENT = "huzhu";
    static final String SECRET = "a-secret-of-the-test-that-is-long-enough";

    /** What it says, and how it signs it. */
    record Signing(JWTClaimsSet.Builder claims, Function<JWTClaimsSet, String> signs) {}

    private record Asked(String nonce, String challenge) {}

    private final RSAKey key = key();
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile String subject = "nobody";
    private volatile UnaryOperator<Signing> lie = UnaryOperator.identity();
    private volatile boolean refuses;

    LocalIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, itself()));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a browser this is another site than 127.0.0.1. */
    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on lets in this one, and says what is so. */
    void letIn(String someone) {
        subject = someone;
        lie = UnaryOperator.identity();
        refuses = false;
    }

    void lie(UnaryOperator<Signing> as) {
        lie = as;
    }

    void refuse() {
        refuses = true;
    }

    private String itself() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(address());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, new Asked(given(query, "nonce"), given(query, "code_challenge")));
        String outcome = refuses ? "error=access_denied" : "code=" + code;
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        "%s?%s&state=%s"
                                .formatted(
                                        given(query, "redirect_uri"),
                                        outcome,
                                        URLEncoder.encode(given(query, "state"), UTF_8)));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Asked about = Objects.requireNonNull(asked.get(given(form, "code")));
        String proof = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
        CodeChallenge challenge =
                CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(given(form, "code_verifier")));
        boolean isOurs = proof.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && challenge.getValue().equals(about.challenge());
        if (!isOurs) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        answer(exchange, """
                {"access_token": "x", "token_type": "Bearer", "id_token": "%s"}
                """.formatted(signed(about.nonce())));
    }

    private String signed(String nonce) {
        Instant now = Clock.systemUTC().instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(CLIENT)
                .subject(subject)
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        Signing signing = lie.apply(new Signing(claims, what -> signed(what, key)));
        return signing.signs().apply(signing.claims().build());
    }

    static String signed(JWTClaimsSet claims, RSAKey key) {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static String given(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    private static Map<String, String> fields(String text) {
        return Arrays.stream(text.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
