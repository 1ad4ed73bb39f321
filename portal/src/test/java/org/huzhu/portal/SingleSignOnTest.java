package org.huzhu.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.crypto.TimeCodes;
import org.huzhu.database.Scope;
import org.huzhu.staff.Operator;
import org.huzhu.staff.Session;
import org.huzhu.staff.SignIn;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Invited;
import org.huzhu.staff.StaffDesk.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A society that trusts an issuer of identities. */
@SpringBootTest(classes = Society.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(SocietyForTests.class)
class SingleSignOnTest {

    private static final LocalIssuer ISSUER = new LocalIssuer();
    private static final String ADDRESS = "127.0.0.1";

    private final Operator operator;
    private final SignIn signIn;
    private final int port;

    SingleSignOnTest(@Autowired Operator operator, @Autowired SignIn signIn, @LocalServerPort int port) {
        this.operator = operator;
        this.signIn = signIn;
        this.port = port;
    }

    @DynamicPropertySource
    static void trust(DynamicPropertyRegistry settings) throws IOException {
        Path secret = Files.createTempFile("huzhu-oidc-", ".secret");
        Files.writeString(secret, LocalIssuer.SECRET + "\n", UTF_8);
        settings.add("HUZHU_OIDC_ISSUER", ISSUER::address);
        settings.add("HUZHU_OIDC_CLIENT", () -> LocalIssuer.CLIENT);
        settings.add("HUZHU_OIDC_SECRET_FILE", secret::toString);
    }

    /** Somebody with an account, whose login the issuer knows him by too. */
    private UUID account(String login, Role role) {
        Invited invited = Scope.ofSystem().call(() -> operator.invite(new Person(login, "刘东", "13800138000"), ""));
        signIn.accept(invited.token(), Demonstrated.PASSWORD, ADDRESS);
        Scope.ofSystem()
                .call(() -> operator.grant(new Grant(invited.account(), role, Optional.empty(), "", Optional.empty())));
        return invited.account();
    }

    private Session session(String login) {
        return signIn.enter(new SignIn.Proof(login, Demonstrated.PASSWORD, Optional.empty(), ADDRESS))
                .session();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** A way to the issuer and back: what the browser carries, and the address at which it is sent back. */
    private record Way(String cookie, URI answer) {}

    private Way gone() throws IOException, InterruptedException {
        HttpResponse<String> departure = get(URI.create(at("/w/sso")), "");
        assertThat(departure.statusCode()).isEqualTo(302);
        String cookie = departure.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("SameSite=Lax", "HttpOnly").doesNotContain("刘东");
        HttpResponse<String> let = get(location(departure), "");
        return new Way(cookie.substring(0, cookie.indexOf(';')), location(let));
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    private static HttpResponse<String> get(URI address, String cookie) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address), cookie);
    }

    private HttpResponse<String> enter(Way way) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(at("/w/sso/enter")))
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.noBody()),
                way.cookie());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String cookie)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.header("Cookie", cookie).build(), BodyHandlers.ofString());
        }
    }

    private static List<String> sessions(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("huzhu="))
                .toList();
    }

    private static void assertRefused(HttpResponse<String> response, String why) {
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains(why);
        assertThat(sessions(response)).isEmpty();
    }

    /** As the page of ours does, once he is bound. */
    private void bind(String login) throws IOException, InterruptedException {
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            bind(signedIn(visitor, login));
        }
    }

    private Page signedIn(BrowserContext visitor, String login) {
        Page page = visitor.newPage();
        page.navigate(at("/w/login"));
        page.getByLabel("登录名").fill(login);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(Demonstrated.PASSWORD);
        Demonstrated.press(page, "登录");
        page.waitForURL(at("/w"));
        return page;
    }

    private void bind(Page page) {
        page.navigate(at("/w/identity"));
        page.getByLabel("请先输入").fill(Demonstrated.PASSWORD);
        Demonstrated.press(page, "开始绑定");
        page.getByText("前往登录").click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("绑定单点登录"))
                .waitFor();
        Demonstrated.press(page, "绑定");
        page.getByText("您的账号已绑定").waitFor();
    }

    @Test
    void a_holder_binds_his_account_and_then_comes_in_over_the_issuer() {
        account("bound.one", Role.UNIT_HANDLER);
        ISSUER.letIn("bound.one");
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, "bound.one");
            page.navigate(at("/w/sessions"));
            page.getByText("单点登录的绑定").click();
            Demonstrated.look(page, "identity");
            page.getByLabel("请先输入").fill("not-the-password");
            Demonstrated.press(page, "开始绑定");
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("不对");

            bind(page);
            Demonstrated.look(page, "identity-bound");
            Demonstrated.press(page, "退出");

            page.navigate(at("/w/login"));
            Demonstrated.look(page, "signin-sso");
            page.getByText("用单点登录").click();
            page.getByText("您的身份已经确认").waitFor();
            Demonstrated.look(page, "signon");
            Demonstrated.press(page, "登录");
            page.waitForURL(at("/w"));

            assertThat(page.getByText("单位经办").first().isVisible()).isTrue();
            assertThat(visitor.cookies()).extracting(cookie -> cookie.name).doesNotContain("sso");

            page.navigate(at("/w/identity"));
            Demonstrated.press(page, "解除绑定");
            page.getByText("还没有绑定").waitFor();
        }
    }

    @Test
    void a_code_is_asked_for_all_the_same_where_the_second_factor_is_on() {
        account("coded", Role.UNIT_HANDLER);
        ISSUER.letIn("coded");
        Session session = session("coded");
        String secret = signIn.newSecondFactor(session).secret();
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            bindBeforeItIsOn(visitor);
            signIn.showCode(
                    session, TimeCodes.code(secret, Clock.systemUTC().instant().minusSeconds(30)));
            Page page = visitor.newPage();
            page.navigate(at("/w/sso"));
            Demonstrated.look(page, "signon-code");
            page.getByLabel("动态口令").fill("000000");
            Demonstrated.press(page, "登录");
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("动态口令不对");

            page.getByLabel("动态口令")
                    .fill(TimeCodes.code(secret, Clock.systemUTC().instant()));
            Demonstrated.press(page, "登录");
            page.waitForURL(at("/w"));
        }
    }

    private void bindBeforeItIsOn(BrowserContext visitor) {
        Page page = visitor.newPage();
        page.navigate(at("/w/login"));
        page.getByLabel("登录名").fill("coded");
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(Demonstrated.PASSWORD);
        Demonstrated.press(page, "登录");
        page.getByText("退出").first().waitFor();
        bind(page);
        Demonstrated.press(page, "退出");
    }

    private static Stream<Arguments> lies() {
        RSAKey foreign = LocalIssuer.key();
        return Stream.of(
                lie("another nonce", told -> told(told, told.claims().claim("nonce", "another"))),
                lie("no nonce", told -> told(told, told.claims().claim("nonce", null))),
                lie("another audience", told -> told(told, told.claims().audience("another"))),
                lie("past its time", told -> told(told, told.claims().expirationTime(Date.from(Instant.EPOCH)))),
                lie("another issuer", told -> told(told, told.claims().issuer("https://issuer.example"))),
                lie("no subject", told -> told(told, told.claims().subject(null))),
                lie("another key", told -> new LocalIssuer.Signing(told.claims(), foreign)));
    }

    private static LocalIssuer.Signing told(LocalIssuer.Signing told, com.nimbusds.jwt.JWTClaimsSet.Builder claims) {
        return new LocalIssuer.Signing(claims, told.key());
    }

    private static Arguments lie(String name, UnaryOperator<LocalIssuer.Signing> lie) {
        return Arguments.of(name, lie);
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

    @Test
    void nobody_binds_an_account_but_its_holder_while_he_is_signed_in() throws Exception {
        account("binds", Role.UNIT_HANDLER);
        account("another", Role.UNIT_HANDLER);
        ISSUER.letIn("binds");
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, "binds");
            page.navigate(at("/w/identity"));
            page.getByLabel("请先输入").fill(Demonstrated.PASSWORD);
            Demonstrated.press(page, "开始绑定");
            page.getByText("前往登录").click();
            page.getByText("绑定之后").waitFor();
            Page other = visitor.newPage();
            other.navigate(at("/w"));
            Demonstrated.press(other, "退出");
            signedIn(visitor, "another");

            Demonstrated.press(page, "绑定");

            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("已经失效");
        }
        assertThat(signIn.isBound(session("binds"))).isFalse();
        assertThat(signIn.isBound(session("another"))).isFalse();
    }

    @Test
    void one_identity_is_bound_to_one_account() throws Exception {
        account("first", Role.UNIT_HANDLER);
        account("second", Role.UNIT_HANDLER);
        ISSUER.letIn("shared");
        bind("first");
        try (BrowserContext visitor = Pages.visitor(1366, 768)) {
            Page page = signedIn(visitor, "second");
            page.navigate(at("/w/identity"));
            page.getByLabel("请先输入").fill(Demonstrated.PASSWORD);
            Demonstrated.press(page, "开始绑定");
            page.getByText("前往登录").click();
            Demonstrated.press(page, "绑定");

            assertThat(page.getByText("这个身份已绑定别的账号").isVisible()).isTrue();
        }
        assertThat(signIn.isBound(session("second"))).isFalse();
    }
}
