package org.huzhu.portal.claims;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Visit;
import org.huzhu.staff.StaffDesk;
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

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ClaimDesk desk;
    private final StaffDesk staff;
    private final Watermark watermark;
    private final Clock clock;

    PaperPicturePage(ClaimDesk desk, StaffDesk staff, Watermark watermark, Clock clock) {
        this.desk = desk;
        this.staff = staff;
        this.watermark = watermark;
        this.clock = clock;
    }

    /** Over what staff look at stands who looks, and when. */
    @GetMapping({"/m/claims/{id}/papers/{paper}/{page}", "/w/claims/{id}/papers/{paper}/{page}"})
    ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable UUID paper, @PathVariable String page) {
        Caller caller = Visit.current().someone();
        try {
            byte[] picture = desk.picture(caller, id, paper, page(page));
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.IMAGE_JPEG)
                    .body(caller.isForMember() ? picture : watermark.over(picture, words()));
        } catch (ClaimRefused | NumberFormatException e) {
            throw new NotWithinReach();
        }
    }

    private String words() {
        String name = staff.own(Visit.current().session().orElseThrow()).name();
        return name + " " + LocalDateTime.now(clock).format(MOMENT);
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
