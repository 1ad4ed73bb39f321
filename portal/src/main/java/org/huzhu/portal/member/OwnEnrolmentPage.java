package org.huzhu.portal.member;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.huzhu.access.Caller;
import org.huzhu.enrolment.EnrolmentRefused;
import org.huzhu.enrolment.Look.Trouble;
import org.huzhu.enrolment.own.OwnEnrolment;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a member enrols himself in what is open to such as him: two taps. */
@RestController
class OwnEnrolmentPage {

    private static final String ADDRESS = "/m/enrol";

    private final OwnEnrolment enrolment;
    private final Templates pages;

    OwnEnrolmentPage(OwnEnrolment enrolment, Templates pages) {
        this.enrolment = enrolment;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    JteModel offers() {
        return pages.memberEnrol(enrolment.offers(Visit.current().someone()), List.of());
    }

    @PostMapping(ADDRESS)
    ResponseEntity<?> enrol(@RequestParam String plan) {
        Caller caller = Visit.current().someone();
        List<String> troubles = troubles(caller, plan);
        return troubles.isEmpty()
                ? Answers.to("/m/covers")
                : Answers.again(pages.memberEnrol(enrolment.offers(caller), troubles));
    }

    private List<String> troubles(Caller caller, String plan) {
        try {
            return enrolment.enrol(caller, plan).stream().map(Trouble::wrong).toList();
        } catch (EnrolmentRefused refused) {
            return List.of(Texts.say("EnrolmentRefused." + refused.reason()));
        }
    }
}
