package org.huzhu.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.audit.Origin;
import org.huzhu.quarters.feeders.FeederRefused;
import org.huzhu.quarters.feeders.Feeders;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every request of a program passes: whose access key it shows. No cookie counts here, so that no page elsewhere
 * can have a browser ask; nothing of the body is read before the key is known.
 */
@Component
final class MachineGate extends OncePerRequestFilter {

    private static final String ADDRESS = "/api";
    private static final String BEARER = "Bearer ";
    private static final String KEY = "Authorization";
    private static final String MINUTE = "60";

    private final Feeders feeders;
    private final WrongKeys wrong;

    MachineGate(Feeders feeders, Clock clock) {
        this.feeders = feeders;
        this.wrong = new WrongKeys(clock);
    }

    static boolean isFor(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(ADDRESS) || path.startsWith(ADDRESS + "/");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isFor(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        String id = UUID.randomUUID().toString();
        Gate.dress(response, id, "");
        MDC.put("request", id);
        try {
            Optional<Problem> problem = strange(request);
            if (problem.isPresent()) {
                problem.get().write(response);
                return;
            }
            Caller caller = feeders.enter(key(request));
            Visit visit = new Visit(
                    "",
                    Visit.Manner.PLAIN,
                    request.getRequestURI(),
                    Optional.empty(),
                    Optional.of(caller),
                    "",
                    Set.of());
            Gate.pass(visit, new Origin(id, request.getRemoteAddr()), () -> next.doFilter(request, response));
        } catch (FeederRefused refused) {
            refuse(request, response, refused.reason());
        } finally {
            MDC.remove("request");
        }
    }

    /** What is no request of this kind at all. */
    private Optional<Problem> strange(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        if (!Gate.isPlain(request)) {
            return Optional.of(
                    new Problem(HttpStatus.NOT_FOUND, "absent", "path", "", Texts.say("problem.absent.remedy")));
        }
        if (type.startsWith("multipart/") || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            return Optional.of(new Problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "body",
                    HttpHeaders.CONTENT_TYPE,
                    type,
                    Texts.say("problem.body.remedy")));
        }
        return wrong.isTooOften(request.getRemoteAddr())
                ? Optional.of(
                        new Problem(HttpStatus.TOO_MANY_REQUESTS, "often", KEY, "", Texts.say("problem.often.remedy")))
                : Optional.empty();
    }

    private static String key(HttpServletRequest request) {
        String said = request.getHeader(KEY);
        return said != null && said.startsWith(BEARER)
                ? said.substring(BEARER.length()).strip()
                : "";
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, FeederRefused.Reason reason)
            throws IOException {
        if (reason == FeederRefused.Reason.TOO_OFTEN) {
            response.setHeader(HttpHeaders.RETRY_AFTER, MINUTE);
            new Problem(HttpStatus.TOO_MANY_REQUESTS, "often", KEY, "", Texts.say("problem.often.remedy"))
                    .write(response);
            return;
        }
        wrong.count(request.getRemoteAddr());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        new Problem(HttpStatus.UNAUTHORIZED, "key", KEY, "", Texts.say("problem.key.remedy." + reason)).write(response);
    }
}
