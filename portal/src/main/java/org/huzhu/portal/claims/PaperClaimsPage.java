package org.huzhu.portal.claims;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.members.MemberLine;
import org.huzhu.members.MemberRegister;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Typed;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a handler enters what a member brings on paper (受理登记). */
@RestController
class PaperClaimsPage {

    private static final String NEW = "/w/claims/new";

    private final PaperClaims paper;
    private final MemberRegister register;
    private final ClaimDesk desk;
    private final ClaimForms forms;
    private final Templates pages;

    PaperClaimsPage(PaperClaims paper, MemberRegister register, ClaimDesk desk, ClaimForms forms, Templates pages) {
        this.paper = paper;
        this.register = register;
        this.desk = desk;
        this.forms = forms;
        this.pages = pages;
    }

    /** What has happened, and then what is asked of that; whoever names no member looks for one first. */
    @GetMapping(NEW)
    ResponseEntity<?> ask(@RequestParam Optional<UUID> member, @RequestParam Optional<ClaimKind> kind) {
        Caller caller = paper.handler();
        if (member.isEmpty()) {
            return Answers.to("/w/members");
        }
        MemberLine line = line(caller, member.get());
        if (kind.isEmpty()) {
            return ResponseEntity.ok(pages.consoleClaimTiles(line, List.of(ClaimKind.values())));
        }
        FactsForm form = forms.brief(caller, line.id(), kind.get());
        return ResponseEntity.ok(
                pages.consoleClaimQuestions(line, kind.get(), form.fields(), form.presumed(), UUID.randomUUID()));
    }

    private MemberLine line(Caller caller, UUID member) {
        MemberLine line = register.detail(caller, member).line();
        Caller _ = paper.handler(line.path());
        return line;
    }

    @PostMapping(NEW)
    ResponseEntity<?> begin(
            @RequestParam UUID member,
            @RequestParam ClaimKind kind,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> words) {
        Caller caller = paper.handler();
        MemberLine line = line(caller, member);
        FactsForm form = forms.brief(caller, member, kind);
        Typed typed = new Typed(words);
        Optional<Telling> telling = forms.read(caller, member, form, typed);
        if (telling.isPresent()) {
            try {
                Claim claim = desk.begin(caller, key, telling.get());
                return Answers.to("/w/claims/" + claim.id() + "/papers");
            } catch (ClaimRefused refused) {
                Typed _ = typed.refused(ClaimTroubles.say(refused));
            }
        }
        JteModel again = pages.consoleClaimQuestions(line, kind, form.fields(), typed, key);
        return Answers.again(again);
    }
}
