package org.huzhu.portal;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.huzhu.portal.pages.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is shown where a request failed: nothing of why, but the number under which the log has it. */
@RestController
class FailurePage implements ErrorController {

    private final Templates pages;

    FailurePage(Templates pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ResponseEntity<?> failed(HttpServletRequest request, HttpServletResponse response) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpStatus.NOT_FOUND.value();
        String asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (asked.startsWith("/api/")) {
            HttpStatus known = Optional.ofNullable(HttpStatus.resolve(status)).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
            return new Problem(
                            known,
                            "failed",
                            "request",
                            number(response),
                            Texts.say(known.is5xxServerError() ? "problem.failed.remedy" : "problem.absent.remedy"))
                    .answer();
        }
        return ResponseEntity.status(status).body(page(HttpStatus.resolve(status), response));
    }

    /** That a disk takes no more, and what to do. */
    static JteModel full(Templates pages, HttpServletResponse response) {
        return pages.trouble(Texts.say("trouble.full.title"), Texts.say("trouble.full", number(response)));
    }

    private static String number(HttpServletResponse response) {
        return String.valueOf(response.getHeader("X-Request-Id"));
    }

    private JteModel page(@Nullable HttpStatus status, HttpServletResponse response) {
        if (status != null && status.is4xxClientError()) {
            return pages.trouble(Texts.say("trouble.strange.title"), Texts.say("trouble.strange"));
        }
        return switch (status) {
            case SERVICE_UNAVAILABLE -> pages.trouble(Texts.say("trouble.busy.title"), Texts.say("trouble.busy"));
            case INSUFFICIENT_STORAGE -> full(pages, response);
            case null, default ->
                pages.trouble(Texts.say("trouble.failed.title"), Texts.say("trouble.failed", number(response)));
        };
    }
}
