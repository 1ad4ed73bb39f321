package org.huzhu.portal;

import gg.jte.models.runtime.JteModel;
import org.huzhu.portal.pages.Templates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first page: who are you? */
@RestController
class WelcomePage {

    private final Templates pages;

    WelcomePage(Templates pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    JteModel welcome() {
        return pages.welcome();
    }
}
