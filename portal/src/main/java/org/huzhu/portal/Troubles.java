package org.huzhu.portal;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.huzhu.access.ProofNeeded;
import org.huzhu.access.Refused;
import org.huzhu.catalogue.PlanRefused;
import org.huzhu.contributions.ContributionRefused;
import org.huzhu.database.Strain;
import org.huzhu.enrolment.EnrolmentRefused;
import org.huzhu.ledger.LedgerRefused;
import org.huzhu.members.MemberRefused;
import org.huzhu.payments.PaymentRefused;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.SignInRefused;
import org.huzhu.staff.StaffRefused;
import org.huzhu.unions.OrganisationRefused;
import org.huzhu.unions.RegistrationRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Words for what a person may not do, or cannot: a page that says so and what to do. */
@RestControllerAdvice
class Troubles {

    private final Templates pages;

    Troubles(Templates pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    JteModel refused(Refused refusal) {
        return pages.trouble(Texts.say("trouble.refused.title"), Texts.say("trouble.refused"));
    }

    /** Leads to where he proves himself, and from there to the page that he asked for, or asked from. */
    @ExceptionHandler
    ResponseEntity<Void> refused(ProofNeeded needed, HttpServletRequest request) {
        boolean isPage = "GET".equals(request.getMethod());
        String from = isPage ? request.getRequestURI() : pathOf(request.getHeader(HttpHeaders.REFERER));
        String address = "/w/step-up?back=" + Address.ownOr(from, "/w");
        return request.getHeader("HX-Request") == null
                ? Answers.to(address)
                : ResponseEntity.noContent().header("HX-Redirect", address).build();
    }

    /** The path of the page that a browser says it comes from; empty text where it says none that can be read. */
    private static String pathOf(@Nullable String referer) {
        try {
            return Optional.ofNullable(referer)
                    .map(URI::create)
                    .map(URI::getPath)
                    .orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @ExceptionHandler
    JteModel refused(MemberRefused refusal, HttpServletResponse response) {
        boolean isAbsent = refusal.reason() == MemberRefused.Reason.NOT_FOUND;
        return isAbsent ? absent(response) : cannot(response, "MemberRefused." + refusal.reason());
    }

    @ExceptionHandler
    JteModel refused(OrganisationRefused refusal, HttpServletResponse response) {
        boolean isAbsent = refusal.why() == OrganisationRefused.Why.ABSENT;
        return isAbsent ? absent(response) : cannot(response, "OrganisationRefused." + refusal.why());
    }

    @ExceptionHandler
    JteModel refused(LedgerRefused refusal, HttpServletResponse response) {
        boolean isAbsent = refusal.why() == LedgerRefused.Why.ABSENT;
        return isAbsent ? absent(response) : cannot(response, "LedgerRefused." + refusal.why());
    }

    @ExceptionHandler
    JteModel refused(ContributionRefused refusal, HttpServletResponse response) {
        boolean isAbsent = refusal.reason() == ContributionRefused.Reason.ABSENT;
        return isAbsent ? absent(response) : cannot(response, "ContributionRefused." + refusal.reason());
    }

    @ExceptionHandler
    JteModel refused(PaymentRefused refusal, HttpServletResponse response) {
        boolean isAbsent = refusal.reason() == PaymentRefused.Reason.ABSENT;
        return isAbsent ? absent(response) : cannot(response, "PaymentRefused." + refusal.reason());
    }

    @ExceptionHandler
    JteModel refused(RegistrationRefused refusal, HttpServletResponse response) {
        boolean isAbsent = refusal.why() == RegistrationRefused.Why.ABSENT;
        return isAbsent ? absent(response) : cannot(response, "trouble.decided");
    }

    @ExceptionHandler
    JteModel refused(StaffRefused refusal, HttpServletResponse response) {
        boolean isAbsent = refusal.reason() == StaffRefused.Reason.ABSENT;
        return isAbsent ? absent(response) : cannot(response, "StaffRefused." + refusal.reason());
    }

    @ExceptionHandler
    JteModel refused(PlanRefused refusal, HttpServletResponse response) {
        boolean isAbsent = refusal.reason() == PlanRefused.Reason.ABSENT;
        return isAbsent ? absent(response) : cannot(response, "PlanRefused." + refusal.reason());
    }

    @ExceptionHandler
    JteModel refused(EnrolmentRefused refusal, HttpServletResponse response) {
        boolean isAbsent = refusal.reason() == EnrolmentRefused.Reason.NOT_FOUND;
        return isAbsent ? absent(response) : cannot(response, "EnrolmentRefused." + refusal.reason());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    JteModel refused(SignInRefused refusal) {
        return cannot("SignInRefused." + refusal.reason());
    }

    /** Also where it was the disk that could not take it: Spring goes by the words of the system alone. */
    @ExceptionHandler
    JteModel refused(MaxUploadSizeExceededException tooLarge, HttpServletResponse response) {
        if (Strain.of(tooLarge).isPresent()) {
            response.setStatus(HttpStatus.INSUFFICIENT_STORAGE.value());
            return FailurePage.full(pages, response);
        }
        response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
        return cannot("trouble.large");
    }

    private JteModel cannot(HttpServletResponse response, String why) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return cannot(why);
    }

    /** What is out of reach is as absent as what was never there. */
    private JteModel absent(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return absent();
    }

    private JteModel cannot(String why) {
        return pages.trouble(Texts.say("trouble.cannot.title"), Texts.say(why));
    }

    @ExceptionHandler({NoResourceFoundException.class, NotWithinReach.class})
    @ResponseStatus(HttpStatus.NOT_FOUND)
    JteModel absent() {
        return pages.trouble(Texts.say("trouble.absent.title"), Texts.say("trouble.absent"));
    }
}
