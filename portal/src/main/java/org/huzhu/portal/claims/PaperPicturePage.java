package org.huzhu.portal.claims;

import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Visit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a claim, a page at a time, for whoever may see it; nothing of them is kept by the browser. */
@RestController
class PaperPicturePage {

    private final ClaimDesk desk;

    PaperPicturePage(ClaimDesk desk) {
        this.desk = desk;
    }

    @GetMapping({"/m/claims/{id}/papers/{paper}/{page}", "/w/claims/{id}/papers/{paper}/{page}"})
    ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable UUID paper, @PathVariable String page) {
        Caller caller = Visit.current().someone();
        try {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.IMAGE_JPEG)
                    .body(desk.picture(caller, id, paper, page(page)));
        } catch (ClaimRefused | NumberFormatException e) {
            throw new NotWithinReach();
        }
    }

    private static int page(String number) {
        return Integer.parseInt(number);
    }

    @GetMapping("/w/claims/{id}/papers/{paper}/original")
    ResponseEntity<byte[]> original(@PathVariable UUID id, @PathVariable UUID paper) {
        Caller caller = Visit.current().someone();
        try {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"paper\"")
                    .body(desk.original(caller, id, paper));
        } catch (ClaimRefused e) {
            throw new NotWithinReach();
        }
    }
}
