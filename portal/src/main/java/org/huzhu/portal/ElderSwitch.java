package org.huzhu.portal;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows all large, or as usual (长辈版). */
@RestController
class ElderSwitch {

    @PostMapping("/elder")
    ResponseEntity<Void> turn(@RequestParam boolean large, @RequestParam String back) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, Cookies.elder(large))
                .header(HttpHeaders.LOCATION, Address.ownOr(back, "/"))
                .build();
    }
}
