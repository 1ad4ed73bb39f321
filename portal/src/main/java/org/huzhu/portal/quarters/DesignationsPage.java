package org.huzhu.portal.quarters;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.quarters.designated.Designation.Kind;
import org.huzhu.quarters.designated.Designations;
import org.huzhu.quarters.designated.Designations.Taken;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Who is designated a worker in hardship or a model worker, brought as a list and ended one by one. */
@RestController
class DesignationsPage {

    private static final String ADDRESS = "/w/designations";
    private static final int SHOWN = 100;

    private final Designations designations;
    private final Access access;
    private final Clock clock;
    private final Templates pages;

    DesignationsPage(Designations designations, Access access, Clock clock, Templates pages) {
        this.designations = designations;
        this.access = access;
        this.clock = clock;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(ADDRESS)
    JteModel designations(@RequestParam(defaultValue = "HARDSHIP") Kind kind) {
        return page(kind, "", "");
    }

    private JteModel page(Kind kind, String done, String trouble) {
        LocalDate today = LocalDate.now(clock);
        return pages.consoleDesignations(new DesignationsView(
                kind,
                designations.count(caller(), kind, today),
                designations.all(caller(), kind, SHOWN),
                today,
                access.allows(caller(), Operation.QUARTER_RUN, caller().path().orElse("")),
                done,
                trouble));
    }

    private void require() {
        access.require(caller(), Operation.QUARTER_RUN, caller().path().orElse(""));
    }

    @PostMapping(ADDRESS)
    ResponseEntity<?> bring(
            @RequestParam(defaultValue = "HARDSHIP") Kind kind, @RequestParam Optional<MultipartFile> file)
            throws IOException {
        require();
        if (file.filter(sent -> !sent.isEmpty()).isEmpty()) {
            return Answers.again(page(kind, "", Texts.say("quarters.file.missing")));
        }
        try (InputStream bytes = file.get().getInputStream()) {
            Taken taken = designations.bring(caller(), kind, bytes);
            return Answers.again(
                    taken.wrong().isEmpty()
                            ? page(kind, Texts.say("designated.taken", taken.fresh(), taken.changed()), "")
                            : page(kind, "", wrong(taken)));
        }
    }

    private static String wrong(Taken taken) {
        return taken.wrong().stream()
                .map(each -> Texts.say("designated.line", each.line(), Texts.say("DesignatedWrong." + each.reason())))
                .collect(Collectors.joining(Texts.say("designated.wrong.then"), Texts.say("designated.wrong"), ""));
    }

    @PostMapping(ADDRESS + "/end")
    ResponseEntity<?> end(
            @RequestParam(defaultValue = "HARDSHIP") Kind kind,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String last) {
        require();
        try {
            boolean ended = designations.end(caller(), UUID.fromString(id), LocalDate.parse(last));
            return ended
                    ? Answers.to(ADDRESS + "?kind=" + kind)
                    : Answers.again(page(kind, "", Texts.say("designated.end.wrong")));
        } catch (IllegalArgumentException | DateTimeParseException _) {
            return Answers.again(page(kind, "", Texts.say("designated.end.wrong")));
        }
    }
}
