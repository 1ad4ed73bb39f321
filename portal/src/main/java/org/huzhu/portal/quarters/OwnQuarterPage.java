package org.huzhu.portal.quarters;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.quarters.OwnQuarters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why a quarter gave a member what it did. */
@RestController
class OwnQuarterPage {

    private final OwnQuarters quarters;
    private final Templates pages;

    OwnQuarterPage(OwnQuarters quarters, Templates pages) {
        this.quarters = quarters;
        this.pages = pages;
    }

    @GetMapping("/m/quarters/{id}")
    JteModel quarter(@PathVariable UUID id) {
        Caller caller = Visit.current().someone();
        OwnQuarters.Own own = quarters.one(caller, id).orElseThrow(NotWithinReach::new);
        return pages.memberQuarter(own.line(), own.isBack(), own.isHeld(), quarters.working(own.line()));
    }
}
