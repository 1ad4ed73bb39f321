package org.huzhu.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.audit.Origin;
import org.huzhu.database.Home;
import org.huzhu.database.Scope;
import org.huzhu.members.proxies.Acting;
import org.huzhu.portal.Visit.Manner;
import org.huzhu.staff.Session;
import org.huzhu.staff.Session.Kind;
import org.huzhu.staff.Sessions;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every request passes: who asks, whose data he may see, what the browser may do with the page. Whatever writes
 * must come from a page of ours.
 */
@Component
final class Gate extends OncePerRequestFilter {

    static final String SESSION = "huzhu";
    static final String ELDER = "elder";

    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** No page of ours needs signs that another part of the program might read as part of another address. */
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9._-]+)+/?|/");

    /** Where everybody may go. */
    private static final Set<String> OPEN = Set.of("/w/login", "/w/welcome", "/w/password", "/w/sso", "/m/login");

    /** Where somebody without a post may go: to choose one, out, and to look after how he proves himself. */
    private static final Set<String> WITHOUT_POST =
            Set.of("/w/post", "/w/logout", "/w/sessions", "/w/security", "/w/identity");

    /** Where whoever holds a phone may go, whosever it is: to say for whom he acts, and out. */
    private static final Set<String> FOR_PHONES = Set.of("/m/acting", "/m/logout");

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final int NONCE_BYTES = 18;

    private final SecureRandom chance = new SecureRandom();
    private final Sessions sessions;
    private final Access access;
    private final UnionTree tree;
    private final Acting acting;
    private final Path demonstration;

    Gate(Sessions sessions, Access access, UnionTree tree, Acting acting, Home home) {
        this.sessions = sessions;
        this.access = access;
        this.tree = tree;
        this.acting = acting;
        this.demonstration = home.demonstration();
    }

    /** Programs have a gate of their own. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return MachineGate.isFor(request);
    }

    /** Whether its address is one that could be ours. */
    static boolean isPlain(HttpServletRequest request) {
        return PLAIN.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        String id = UUID.randomUUID().toString();
        String nonce = nonce();
        dress(response, id, nonce);
        if (!isPlain(request) || isForOthers(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!READING.contains(request.getMethod()) && !isFromUs(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        MDC.put("request", id);
        try {
            Optional<Session> session = cookie(request, SESSION).flatMap(sessions::find);
            Optional<Caller> caller = session.flatMap(sessions::caller);
            Visit visit = new Visit(
                    nonce,
                    manner(request),
                    request.getRequestURI(),
                    session,
                    caller,
                    caller.map(this::place).orElse(""),
                    caller.map(this::ways).orElse(Set.of()));
            Optional<String> instead = instead(visit);
            if (instead.isPresent()) {
                response.sendRedirect(instead.get());
            } else {
                pass(visit, new Origin(id, request.getRemoteAddr()), () -> next.doFilter(request, response));
            }
        } finally {
            MDC.remove("request");
        }
    }

    private Manner manner(HttpServletRequest request) {
        return new Manner(
                cookie(request, ELDER).isPresent(),
                request.getHeader("HX-Request") != null,
                Files.exists(demonstration));
    }

    private String place(Caller caller) {
        if (caller.role() == Role.MEMBER_PROXY) {
            return acting.whom(caller);
        }
        return caller.path()
                .map(path -> path.isEmpty()
                        ? Texts.say("posts.whole")
                        : caller.scope()
                                .call(() -> tree.at(path))
                                .map(Organisation::name)
                                .orElse(""))
                .orElse("");
    }

    private Set<Operation> ways(Caller caller) {
        String path = caller.path().orElse("");
        return Visit.WAYS.stream()
                .filter(operation -> access.allows(caller, operation, path))
                .collect(Collectors.toSet());
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        chance.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static void dress(HttpServletResponse response, String id, String nonce) {
        response.setHeader("X-Request-Id", id);
        response.setHeader("Content-Security-Policy", """
                default-src 'none'; script-src 'nonce-%s'; style-src 'self'; img-src 'self' blob:; \
                connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'\
                """.formatted(nonce));
        // Files that are the same for all say otherwise themselves.
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** What a monitor reads is for this machine alone; whoever comes through a proxy is from elsewhere. */
    private static boolean isForOthers(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/actuator")
                && !path.startsWith("/actuator/health")
                && !(isHere(request.getRemoteAddr()) && request.getHeader("X-Forwarded-For") == null);
    }

    private static boolean isHere(String address) {
        return address.equals("127.0.0.1") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }

    /** Browsers say where a request comes from in one of two ways; one that says neither is none. */
    private static boolean isFromUs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITE.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin != null && origin.equals(originOf(request));
    }

    private static String originOf(HttpServletRequest request) {
        URI asked = URI.create(request.getRequestURL().toString());
        return asked.getScheme() + "://" + asked.getAuthority();
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Where whoever may not see the page is sent. */
    private static Optional<String> instead(Visit visit) {
        if (OPEN.stream().anyMatch(visit::isAt)) {
            return Optional.empty();
        }
        if (visit.isAt("/w")) {
            return insteadOfConsole(visit);
        }
        return visit.isAt("/m") ? insteadOfOwn(visit) : Optional.empty();
    }

    /** Whoever has come in by a phone goes on once it is known for whom he asks: for himself, or for who lets him. */
    private static Optional<String> insteadOfOwn(Visit visit) {
        if (!is(visit, Kind.MEMBER) && !is(visit, Kind.PHONE)) {
            return Optional.of("/m/login");
        }
        if (FOR_PHONES.stream().anyMatch(visit::isAt)) {
            return Optional.empty();
        }
        if (visit.isAt("/m/bind")) {
            return Optional.of("/m").filter(_ -> is(visit, Kind.MEMBER));
        }
        if (visit.isForAnother()) {
            return Optional.of("/m/claims").filter(_ -> visit.path().equals("/m"));
        }
        // Whose grant is over says anew for whom he asks, so that nothing is done for himself by mistake.
        boolean isOver = visit.session().flatMap(Session::post).isPresent();
        return isOver ? Optional.of("/m/acting") : Optional.of("/m/bind").filter(_ -> is(visit, Kind.PHONE));
    }

    private static Optional<String> insteadOfConsole(Visit visit) {
        if (!is(visit, Kind.STAFF)) {
            return Optional.of("/w/login");
        }
        boolean needsPost = !visit.path().equals("/w") && WITHOUT_POST.stream().noneMatch(visit::isAt);
        return Optional.of("/w").filter(_ -> needsPost && visit.caller().isEmpty());
    }

    private static boolean is(Visit visit, Kind kind) {
        return visit.session().filter(session -> session.kind() == kind).isPresent();
    }

    interface Work {
        void run() throws ServletException, IOException;
    }

    static void pass(Visit visit, Origin origin, Work work) throws ServletException, IOException {
        Scope scope = visit.caller().map(Caller::scope).orElseGet(Scope::ofNobody);
        try {
            ScopedValue.where(Visit.CURRENT, visit)
                    .call(() -> origin.call(() -> scope.call(() -> {
                        work.run();
                        return visit;
                    })));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
