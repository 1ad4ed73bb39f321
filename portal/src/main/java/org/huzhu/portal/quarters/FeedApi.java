package org.huzhu.portal.quarters;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.huzhu.access.Caller;
import org.huzhu.documents.DocumentRefused;
import org.huzhu.portal.Problem;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.QuarterDesk;
import org.huzhu.quarters.QuarterDesk.Brought;
import org.huzhu.quarters.QuarterRefused;
import org.huzhu.quarters.feeders.Feeders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a program of an insurance office or a city sends the files of a quarter, each as the body of a request, of any
 * size: it goes to the store as it comes.
 */
@RestController
class FeedApi {

    static final String SHA256 = "Huzhu-Sha256";
    static final String ROWS = "Huzhu-Rows";
    static final String FORM = "Huzhu-Form";

    private static final JsonMapper JSON = new JsonMapper();

    private final QuarterDesk desk;
    private final Feeders feeders;

    FeedApi(QuarterDesk desk, Feeders feeders) {
        this.desk = desk;
        this.feeders = feeders;
    }

    /** What was asked cannot be. */
    private static final class Strange extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Strange(String thing, String value, String remedy) {
            super("A request was refused: " + thing);
            this.problem = new Problem(HttpStatus.BAD_REQUEST, "request", thing, value, Texts.say(remedy));
        }
    }

    /** The name of the plan is asked for behind the path, where any signs may stand. */
    @PutMapping("/api/quarters/{year}/{quarter}/{kind}")
    ResponseEntity<byte[]> bring(
            @PathVariable String year,
            @PathVariable String quarter,
            @PathVariable String kind,
            HttpServletRequest request)
            throws IOException {
        Caller caller = Visit.current().someone();
        try {
            Quarter asked = quarter(request.getParameter("plan"), year, quarter);
            Kind what = kind(kind);
            Manifest manifest = manifest(request, what);
            Brought brought = desk.bring(caller, asked, what, request.getInputStream(), manifest);
            if (brought.file().isEmpty()) {
                // To send it again is no mistake: whoever did not hear the answer does so.
                feeders.refused(caller, QuarterRefused.Reason.KNOWN_FILE.name());
            }
            return answer(brought, manifest);
        } catch (Strange strange) {
            return refused(caller, strange.problem, strange.problem.thing());
        } catch (QuarterRefused refused) {
            return refused(caller, problem(refused, request), refused.reason().name());
        } catch (DocumentRefused refused) {
            return refused(caller, problem(refused), refused.reason().name());
        }
    }

    private static ResponseEntity<byte[]> answer(Brought brought, Manifest manifest) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("run", brought.run());
        members.put("isNew", brought.file().isPresent());
        members.put("sha256", manifest.sha256().orElseThrow());
        members.put("rows", manifest.rows().orElseThrow());
        brought.file().ifPresent(kept -> {
            members.put("place", kept.place());
            members.put("bytes", kept.bytes());
        });
        return ResponseEntity.status(brought.file().isPresent() ? HttpStatus.CREATED : HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsBytes(members));
    }

    private ResponseEntity<byte[]> refused(Caller caller, Problem problem, String why) {
        feeders.refused(caller, why);
        return problem.answer();
    }

    private static Quarter quarter(@Nullable String plan, String year, String quarter) {
        if (plan == null || plan.isBlank()) {
            throw new Strange("plan", "", "problem.plan.remedy");
        }
        if (!year.matches("[1-9]\\d{3}")) {
            throw new Strange("year", year, "problem.year.remedy");
        }
        if (!quarter.matches("[1-4]")) {
            throw new Strange("quarter", quarter, "problem.quarter.remedy");
        }
        return new Quarter(plan.strip(), Integer.parseInt(year), Integer.parseInt(quarter));
    }

    private static Kind kind(String said) {
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "feed" -> Kind.FEED;
            case "register" -> Kind.REGISTER;
            default -> throw new Strange("kind", said, "problem.kind.remedy");
        };
    }

    private static Manifest manifest(HttpServletRequest request, Kind kind) {
        String sha256 = header(request, SHA256);
        if (!sha256.matches("[0-9a-fA-F]{64}")) {
            throw new Strange(SHA256, sha256, "problem.sha256.remedy");
        }
        String rows = header(request, ROWS);
        if (!rows.matches("\\d{1,12}")) {
            throw new Strange(ROWS, rows, "problem.rows.remedy");
        }
        Optional<String> form = Optional.of(header(request, FORM)).filter(said -> !said.isEmpty());
        if (form.isPresent() && kind != Kind.FEED) {
            throw new Strange(FORM, form.get(), "problem.form.remedy");
        }
        return new Manifest(Optional.of(sha256.toLowerCase(Locale.ROOT)), OptionalLong.of(Long.parseLong(rows)), form);
    }

    private static String header(HttpServletRequest request, String name) {
        String said = request.getHeader(name);
        return said == null ? "" : said.strip();
    }

    private static Problem problem(QuarterRefused refused, HttpServletRequest request) {
        HttpStatus status = switch (refused.reason()) {
            case OTHER_STATE, LOOK_AGAIN, OPEN_ALREADY -> HttpStatus.CONFLICT;
            case ABSENT,
                    NO_SUCH_PLAN,
                    NOT_OVER,
                    EARLIER_FIRST,
                    COLUMNS,
                    NOT_AS_SAID,
                    FILES_MISSING,
                    WARNINGS,
                    CHECKS,
                    DRAWS,
                    NOBODY,
                    BASE_FIRST,
                    YEAR_BEGUN,
                    BY_THE_SAME,
                    KNOWN_FILE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        String value = refused.found()
                .map(QuarterRefused.Found::value)
                .orElseGet(() -> String.valueOf(request.getParameter("plan")));
        String thing = refused.found().map(QuarterRefused.Found::thing).orElse("quarter");
        return new Problem(status, "quarter", thing, value, Texts.say("QuarterRefused." + refused.reason()));
    }

    private static Problem problem(DocumentRefused refused) {
        return switch (refused.reason()) {
            case STORE_DOWN, BUSY ->
                new Problem(HttpStatus.SERVICE_UNAVAILABLE, "failed", "store", "", Texts.say("problem.failed.remedy"));
            default ->
                new Problem(
                        HttpStatus.BAD_REQUEST,
                        "request",
                        "body",
                        refused.reason().name(),
                        Texts.say("problem.incomplete.remedy"));
        };
    }
}
