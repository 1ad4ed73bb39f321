package org.huzhu.portal;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows all large, or as usual (长辈版). */
@RestController
class ElderSwitch {

    @PostMapping("/elder")
    ResponseEntity<Void> turn(@RequestParam boolean large, @RequestParam String back) {
        return Answers.to(Address.ownOr(back, "/"), Cookies.elder(large));
    }
}
