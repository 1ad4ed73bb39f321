package org.huzhu.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.access.Role;
import org.huzhu.crypto.TimeCodes;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.demonstration.Demonstration;
import org.huzhu.demonstration.Demonstration.Filled;
import org.huzhu.demonstration.Post;
import org.huzhu.operations.DemonstrationSize;
import org.huzhu.operations.FirstEnrolments;
import org.huzhu.operations.FirstPlans;
import org.huzhu.operations.quarters.FirstQuarters;
import org.huzhu.staff.Session;
import org.huzhu.staff.SignIn;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The demonstration society, filled once for all tests of pages, with somebody in each role who can sign in. */
public final class Demonstrated {

    public static final String PASSWORD = "Demo-2026-tests";

    private static final String FORGET_CODES = "update staff.account set totp_step = 0 where login = ?";
    private static final String FORGET_MESSAGES = "update staff.code set sent_at = 'epoch', sent_count = 0";
    private static final String FORGET_PROOF = "update staff.session set stepped_at = null"
            + " where holder = (select id from staff.account where login = ?)";
    private static final String SET_PASSWORD =
            "update staff.account set password = ?, password_set_at = current_timestamp where login = ?";

    /** The password as it is stored, but as one that costs nothing to check: so many sign in so often. */
    private static final String STORED =
            Objects.requireNonNull(new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(PASSWORD));

    private static final int ADDRESSES = 250;

    /** Axe itself; its builder would open a page of its own for each look, and tell of all that is well. */
    private static final String AXE = axe();

    private static final String SERIOUS = """
            () => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations
                .filter(rule => ['serious', 'critical'].includes(rule.impact))
                .map(rule => `${rule.id} ${rule.nodes.map(node => node.target).join(' | ')}`))
            """;

    private final AtomicInteger visits = new AtomicInteger();

    private final Map<Role, Post> first = new EnumMap<>(Role.class);
    private final List<Post> posts = new ArrayList<>();
    private final Set<String> waiting = new HashSet<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final Demonstration demonstration;
    private final SignIn signIn;
    private final MemberDoor members;
    private final Server server;
    private final Environment environment;

    Demonstrated(
            Demonstration demonstration, SignIn signIn, MemberDoor members, Server server, Environment environment) {
        this.demonstration = demonstration;
        this.signIn = signIn;
        this.members = members;
        this.server = server;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill(ApplicationReadyEvent ready) {
        FirstPlans.lay(ready.getApplicationContext());
        Filled filled = demonstration.fill((_, _, _) -> {});
        FirstPlans.open(ready.getApplicationContext(), filled.posts().getFirst().organisation());
        new FirstEnrolments(ready.getApplicationContext(), filled).file();
        UUID _ = new FirstQuarters(ready.getApplicationContext(), filled, DemonstrationSize.USUAL).settle();
        posts.addAll(filled.posts());
        waiting.addAll(filled.invitations().keySet());
        for (Post post : posts) {
            if (first.putIfAbsent(post.role(), post) == null) {
                accept(post.login());
                if (post.role().isGuarded()) {
                    turnOn(post.login());
                }
            }
        }
    }

    private void accept(String login) {
        if (waiting.remove(login)) {
            tell(SET_PASSWORD, STORED, login);
        }
    }

    private void tell(String statement, String... values) {
        try (Connection owner = server.connectOwner();
                PreparedStatement update = owner.prepareStatement(statement)) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            update.executeUpdate();
            owner.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void turnOn(String login) {
        Session session = signIn.enter(new SignIn.Proof(login, PASSWORD, Optional.empty(), address()))
                .session();
        String secret = signIn.newSecondFactor(session).secret();
        signIn.showCode(session, TimeCodes.code(secret, Clock.systemUTC().instant()));
        secrets.put(login, secret);
    }

    /** The roles in which somebody can sign in. */
    public Set<Role> roles() {
        return first.keySet();
    }

    /** All posts; whoever has several has one login. */
    public List<Post> posts() {
        return posts;
    }

    /** Opens a session for whoever holds the post, and gives its token. */
    public String token(Post post) {
        accept(post.login());
        return signIn.enter(new SignIn.Proof(post.login(), PASSWORD, code(post.login()), address()))
                .token();
    }

    /** An address for each visit: from one alone there are a hundred tries in ten minutes. */
    private String address() {
        return "192.0.2." + visits.incrementAndGet() % ADDRESSES;
    }

    /**
     * Opens a session for the one member with the phone, however often in a minute: the pause between two is proved
     * elsewhere.
     */
    public Session.Opened member(String phone) {
        tell(FORGET_MESSAGES);
        Session.Opened opened = members.open(phone, address());
        // Whoever asks for a code to the same phone in the next minute is not refused it.
        tell(FORGET_MESSAGES);
        return opened;
    }

    /** Lets the next code be sent to a phone at once. */
    public void forgetMessages() {
        tell(FORGET_MESSAGES);
    }

    /** The code of the last message to the phone. */
    public String lastCode(String phone) {
        return members.lastCode(phone);
    }

    /** As if he had come in long ago: for what is grave he has to prove again that it is he. */
    public void proofAges(Role role) {
        tell(FORGET_PROOF, post(role).login());
    }

    /** The post of the one who signs in as this. */
    public Post post(Role role) {
        return Objects.requireNonNull(first.get(role));
    }

    /** The code that his authenticator shows, which he has not used yet; empty where he has none. */
    public Optional<String> code(Role role) {
        return code(post(role).login());
    }

    private Optional<String> code(String login) {
        return Optional.ofNullable(secrets.get(login)).map(secret -> {
            tell(FORGET_CODES, login);
            return TimeCodes.code(secret, Clock.systemUTC().instant());
        });
    }

    /** The whole address of a page. */
    public String at(String path) {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path;
    }

    /** The first page of the console for somebody in the role, whose session is open already: that takes no page. */
    public Page signedIn(BrowserContext visitor, Role role) {
        return signedIn(visitor, post(role));
    }

    /** The same for whoever holds the post. */
    public Page signedIn(BrowserContext visitor, Post post) {
        visitor.addCookies(List.of(new Cookie(Gate.SESSION, token(post)).setUrl(at("/"))));
        Page page = visitor.newPage();
        page.navigate(at("/w"));
        return page;
    }

    /** The first page of the console, once somebody in the role has signed in on the page for that. */
    public Page signsIn(BrowserContext visitor, Role role) {
        Page page = visitor.newPage();
        page.navigate(at("/w"));
        page.getByLabel("登录名").fill(post(role).login());
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        press(page, "登录");
        code(role).ifPresent(code -> {
            // The code first: it is asked for by the second page alone, on which the password is typed again.
            page.getByLabel("动态口令").fill(code);
            page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
            press(page, "登录");
        });
        try {
            page.waitForURL(at("/w"));
        } catch (TimeoutError e) {
            throw new AssertionError("%s did not come in: %s".formatted(role, page.innerText("body")), e);
        }
        return page;
    }

    /** Presses the button with exactly this on it, the first where there are more. */
    public static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    /**
     * Looks at the page as a screen reader would; with {@code -Dhuzhu.screens=true} a picture of it is kept in
     * {@code target/screens} for people.
     */
    public static void look(Page page, String name) {
        page.mouse().move(0, 0);
        if (Boolean.getBoolean("huzhu.screens")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screens", name + ".png"))
                    .setFullPage(true));
        }
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(SERIOUS)).as(name).isEmpty();
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
