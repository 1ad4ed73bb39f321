package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.staff.StaffDesk.Invited;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an issuer, or somebody in between, might try. */
class SignOnGuardsTest extends SignOnSociety {

    private static Stream<Arguments> lies() {
        RSAKey foreign = LocalIssuer.key();
        return Stream.of(
                claim("another nonce", claims -> claims.claim("nonce", "another")),
                claim("no nonce", claims -> claims.claim("nonce", null)),
                claim("another audience", claims -> claims.audience("another")),
                claim("past its time", claims -> claims.expirationTime(Date.from(Instant.EPOCH))),
                claim("another issuer", claims -> claims.issuer("https://issuer.example")),
                claim("no subject", claims -> claims.subject(null)),
                Arguments.of("another key", lie(claims -> LocalIssuer.signed(claims, foreign))),
                Arguments.of("no signature", lie(claims -> new PlainJWT(claims).serialize())),
                Arguments.of("signed with what we know too", lie(SignOnGuardsTest::signedWithTheSecret)));
    }

    private static Arguments claim(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        UnaryOperator<LocalIssuer.Signing> lie =
                told -> new LocalIssuer.Signing(change.apply(told.claims()), told.signs());
        return Arguments.of(name, lie);
    }

    private static UnaryOperator<LocalIssuer.Signing> lie(Function<JWTClaimsSet, String> signs) {
        return told -> new LocalIssuer.Signing(told.claims(), signs);
    }

    /** Where the kind of signature is left to the token, the secret of the client is a key like any other. */
    private static String signedWithTheSecret(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(LocalIssuer.SECRET));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void what_does_not_verify_lets_nobody_in(String name, UnaryOperator<LocalIssuer.Signing> lie) throws Exception {
        String login = "lied." + name.replace(' ', '.');
        account(login, Role.UNIT_HANDLER);
        ISSUER.letIn(login);
        bind(login);
        ISSUER.lie(lie);
        Way way = gone();

        assertRefused(get(way.answer(), way.cookie()), "核对不上");
        assertRefused(enter(way), "已经失效");
    }

    @Test
    void an_answer_is_heard_once_however_many_bring_it_at_once() throws Exception {
        account("replayed", Role.UNIT_HANDLER);
        ISSUER.letIn("replayed");
        bind("replayed");
        Way way = gone();
        List<Integer> outcomes = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<HttpResponse<String>>> asked = Stream.generate(() -> way)
                    .limit(8)
                    .map(each -> threads.submit(() -> get(each.answer(), each.cookie())))
                    .toList();
            for (Future<HttpResponse<String>> each : asked) {
                outcomes.add(each.get().statusCode());
            }
        }

        assertThat(outcomes).containsOnlyOnce(200).contains(422);
        assertRefused(get(way.answer(), way.cookie()), "已经失效");
        assertThat(sessions(enter(way))).hasSize(1);
        assertRefused(enter(way), "已经失效");
    }

    @Test
    void an_answer_is_heard_only_from_the_browser_that_began_the_way() throws Exception {
        account("other.browser", Role.UNIT_HANDLER);
        ISSUER.letIn("other.browser");
        bind("other.browser");
        Way way = gone();

        assertRefused(get(way.answer(), ""), "已经失效");
        assertRefused(get(way.answer(), gone().cookie()), "已经失效");
        assertRefused(get(way.answer(), way.cookie() + "x"), "已经失效");
        assertThat(get(way.answer(), way.cookie()).statusCode()).isEqualTo(200);
    }

    @Test
    void an_answer_that_names_another_issuer_is_not_heard() throws Exception {
        account("mixed.up", Role.UNIT_HANDLER);
        ISSUER.letIn("mixed.up");
        bind("mixed.up");
        Way way = gone();

        assertRefused(get(URI.create(way.answer() + "&iss=https%3A%2F%2Fissuer.example"), way.cookie()), "核对不上");
    }

    @Test
    void whoever_is_bound_to_no_account_is_told_how_to_bind_one() throws Exception {
        account("same.name", Role.UNIT_HANDLER);
        ISSUER.letIn("same.name");
        Way way = gone();

        assertRefused(get(way.answer(), way.cookie()), "还没有绑定");
        assertRefused(enter(way), "还没有绑定");
    }

    @Test
    void whom_the_issuer_refuses_is_told_so() throws Exception {
        ISSUER.letIn("refused");
        ISSUER.refuse();
        Way way = gone();

        assertRefused(get(way.answer(), way.cookie()), "没有让您登录");
    }

    @Test
    void an_account_that_is_disabled_or_reset_lets_nobody_in_over_the_issuer() throws Exception {
        UUID disabled = account("disabled", Role.UNIT_HANDLER);
        ISSUER.letIn("disabled");
        bind("disabled");
        Way before = gone();
        assertThat(get(before.answer(), before.cookie()).statusCode()).isEqualTo(200);
        Scope.ofSystem().run(() -> operator.disable(disabled));
        Way after = gone();

        assertRefused(enter(before), "已停用");
        assertRefused(get(after.answer(), after.cookie()), "已停用");

        UUID reset = account("reset", Role.UNIT_HANDLER);
        ISSUER.letIn("reset");
        bind("reset");
        Invited again = Scope.ofSystem().call(() -> operator.reset(reset));
        signIn.accept(again.token(), "Another-river-8", ADDRESS);
        Way way = gone();

        assertRefused(get(way.answer(), way.cookie()), "还没有绑定");
    }
}
