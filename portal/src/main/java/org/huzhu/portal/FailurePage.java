package org.huzhu.portal;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huzhu.portal.pages.Templates;
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
    ResponseEntity<JteModel> failed(HttpServletRequest request, HttpServletResponse response) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpStatus.NOT_FOUND.value();
        JteModel page = status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                ? pages.trouble(Texts.say("trouble.strange.title"), Texts.say("trouble.strange"))
                : pages.trouble(
                        Texts.say("trouble.failed.title"),
                        Texts.say("trouble.failed", String.valueOf(response.getHeader("X-Request-Id"))));
        return ResponseEntity.status(status).body(page);
    }
}
