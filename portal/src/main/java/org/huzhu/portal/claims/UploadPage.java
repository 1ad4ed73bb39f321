package org.huzhu.portal.claims;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huzhu.access.Caller;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.PaperKind;
import org.huzhu.documents.DocumentRefused;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the script of a page brings a paper in pieces: it is answered in a word, or with a sentence that says what is
 * wrong. Of the name of a file only its ending comes.
 */
@RestController
class UploadPage {

    private static final String OWN = "/m/claims/{id}/uploads";
    private static final String STAFF = "/w/claims/{id}/uploads";

    private final ClaimDesk desk;
    private final PaperClaims paper;
    private final ReceiptFilling filling;

    UploadPage(ClaimDesk desk, PaperClaims paper, ReceiptFilling filling) {
        this.desk = desk;
        this.paper = paper;
        this.filling = filling;
    }

    private Caller caller() {
        return Visit.current().isAt("/w") ? paper.handler() : Visit.current().someone();
    }

    private static ResponseEntity<String> answer(Supplier<Object> work) {
        try {
            return plain(HttpStatus.OK, work.get().toString());
        } catch (DocumentRefused refused) {
            return plain(HttpStatus.UNPROCESSABLE_CONTENT, ClaimTroubles.say(refused));
        } catch (ClaimRefused refused) {
            if (refused.reason() == ClaimRefused.Reason.ABSENT) {
                throw new NotWithinReach();
            }
            return plain(HttpStatus.UNPROCESSABLE_CONTENT, ClaimTroubles.say(refused));
        }
    }

    private static ResponseEntity<String> plain(HttpStatus status, String words) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, UTF_8))
                .body(words);
    }

    @PostMapping({OWN, STAFF})
    ResponseEntity<String> begin(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ending,
            @RequestParam(defaultValue = "0") long size) {
        Caller caller = caller();
        return answer(() -> desk.beginPaper(caller, id, ending, size));
    }

    @PostMapping({OWN + "/{upload}", STAFF + "/{upload}"})
    ResponseEntity<String> put(
            @PathVariable UUID id,
            @PathVariable UUID upload,
            @RequestParam(defaultValue = "0") long from,
            InputStream piece) {
        Caller caller = caller();
        return answer(() -> desk.putPaper(caller, id, upload, from, piece));
    }

    @PostMapping({OWN + "/{upload}/finish", STAFF + "/{upload}/finish"})
    ResponseEntity<String> finish(
            @PathVariable UUID id,
            @PathVariable UUID upload,
            @RequestParam(defaultValue = "OTHER") PaperKind kind,
            @RequestParam Optional<UUID> instead) {
        Caller caller = caller();
        return answer(() -> {
            UUID added = desk.finishPaper(caller, id, kind, upload);
            filling.fill(caller, id, instead);
            return added;
        });
    }
}
