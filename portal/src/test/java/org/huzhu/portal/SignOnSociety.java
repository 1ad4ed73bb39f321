package org.huzhu.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.Society;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.signon.SingleSignOn;
import org.huzhu.signon.SingleSignOn.Departure;
import org.huzhu.staff.Operator;
import org.huzhu.staff.Session;
import org.huzhu.staff.SignIn;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Invited;
import org.huzhu.staff.StaffDesk.Person;
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
abstract class SignOnSociety {

    static final LocalIssuer ISSUER = new LocalIssuer();
    static final String ADDRESS = "127.0.0.1";

    @Autowired
    Operator operator;

    @Autowired
    SignIn signIn;

    @Autowired
    SingleSignOn signOn;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void trust(DynamicPropertyRegistry settings) throws IOException {
        Path secret = Files.createTempFile("huzhu-oidc-", ".secret");
        Files.writeString(secret, LocalIssuer.SECRET + "\n", UTF_8);
        settings.add("HUZHU_OIDC_ISSUER", ISSUER::address);
        settings.add("HUZHU_OIDC_CLIENT", () -> LocalIssuer.CLIENT);
        settings.add("HUZHU_OIDC_SECRET_FILE", secret::toString);
    }

    /** Somebody with an account, whose login the issuer knows him by too. */
    UUID account(String login, Role role) {
        Invited invited = Scope.ofSystem().call(() -> operator.invite(new Person(login, "刘东", "13800138000"), ""));
        signIn.accept(invited.token(), Demonstrated.PASSWORD, ADDRESS);
        Scope.ofSystem()
                .call(() -> operator.grant(new Grant(invited.account(), role, Optional.empty(), "", Optional.empty())));
        return invited.account();
    }

    Session session(String login) {
        return signIn.enter(new SignIn.Proof(login, Demonstrated.PASSWORD, Optional.empty(), ADDRESS))
                .session();
    }

    String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** A way to the issuer and back: what the browser carries, and the address at which it is sent back. */
    record Way(String cookie, URI answer) {}

    Way gone() throws IOException, InterruptedException {
        HttpResponse<String> departure = get(URI.create(at("/w/sso")), "");
        assertThat(departure.statusCode()).isEqualTo(302);
        String cookie = departure.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("SameSite=Lax", "HttpOnly").doesNotContain("刘东");
        HttpResponse<String> let = get(location(departure), "");
        return new Way(cookie.substring(0, cookie.indexOf(';')), location(let));
    }

    static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    static HttpResponse<String> get(URI address, String cookie) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address), cookie);
    }

    HttpResponse<String> enter(Way way) throws IOException, InterruptedException {
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

    static List<String> sessions(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("huzhu="))
                .toList();
    }

    static void assertRefused(HttpResponse<String> response, String why) {
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains(why);
        assertThat(sessions(response)).isEmpty();
    }

    /** As the pages do. */
    void bind(String login) throws IOException, InterruptedException {
        Session session = session(login);
        Departure departure = signOn.depart(URI.create(at("/w/sso/back")), Optional.of(session.holder()));
        HttpResponse<String> let = get(departure.address(), "");
        signIn.bind(session, signOn.arrive(departure.carried(), location(let)).vouched());
    }

    Page signedIn(BrowserContext visitor, String login) {
        Page page = visitor.newPage();
        page.navigate(at("/w/login"));
        page.getByLabel("登录名").fill(login);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(Demonstrated.PASSWORD);
        Demonstrated.press(page, "登录");
        page.waitForURL(at("/w"));
        return page;
    }
}
