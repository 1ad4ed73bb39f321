package org.huzhu.portal.register;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.members.MemberDetail;
import org.huzhu.members.MemberFile;
import org.huzhu.members.MemberLine;
import org.huzhu.members.MemberRefused;
import org.huzhu.members.MemberRegister;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.sheet.Picking;
import org.huzhu.portal.sheet.Sheet;
import org.huzhu.portal.sheet.Sheet.Field;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a handler changes what is kept of a member: one form for one change. */
@RestController
class MemberChangePage {

    private final MemberRegister register;
    private final MemberFile file;
    private final MemberChanges changes;
    private final Access access;
    private final Clock clock;
    private final Templates pages;

    MemberChangePage(
            MemberRegister register,
            MemberFile file,
            MemberChanges changes,
            Access access,
            Clock clock,
            Templates pages) {
        this.register = register;
        this.file = file;
        this.changes = changes;
        this.access = access;
        this.clock = clock;
        this.pages = pages;
    }

    private static MemberChange change(String address) {
        try {
            return MemberChange.valueOf(address.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NotWithinReach();
        }
    }

    @GetMapping("/w/members/{id}/change/{what}")
    JteModel ask(@PathVariable UUID id, @PathVariable String what) {
        Caller caller = Visit.current().someone();
        MemberChange change = change(what);
        MemberDetail detail = register.detail(caller, id);
        access.require(caller, Operation.MEMBER_CHANGE, detail.line().path());
        Typed typed = Typed.of(beforehand(change, detail));
        return pages.consoleSheet(sheet(change, detail, MemberChanges.noUnit()), typed);
    }

    /** What stands in the form before anything is typed. */
    private Map<String, String> beforehand(MemberChange change, MemberDetail detail) {
        Map<String, String> words = new HashMap<>();
        String today = LocalDate.now(clock).toString();
        switch (change) {
            case NAME -> words.put("name", detail.line().name());
            case CATEGORY, TRANSFER -> words.put("from", today);
            case UNCATEGORY, LEAVE -> words.put("until", today);
            case RELATIVE -> words.put("kind", "RESIDENT");
            case PHONE, ADDRESS, CARD -> {}
        }
        return words;
    }

    @PostMapping("/w/members/{id}/change/{what}")
    ResponseEntity<?> make(
            @PathVariable UUID id, @PathVariable String what, @RequestParam MultiValueMap<String, String> words) {
        Caller caller = Visit.current().someone();
        MemberChange change = change(what);
        MemberDetail detail = register.detail(caller, id);
        access.require(caller, Operation.MEMBER_CHANGE, detail.line().path());
        Typed typed = new Typed(words);
        Picking unit = change == MemberChange.TRANSFER ? changes.unit(typed) : MemberChanges.noUnit();
        Sheet sheet = sheet(change, detail, unit);
        try {
            if (changes.make(caller, id, change, typed, unit)) {
                return after(caller, id);
            }
        } catch (MemberRefused refused) {
            MemberForms.place(refused, typed, sheet);
        }
        return Answers.again(pages.consoleSheet(sheet, typed));
    }

    /** Back to the member, where he is still within reach. */
    private ResponseEntity<Void> after(Caller caller, UUID id) {
        try {
            register.detail(caller, id);
            return Answers.to("/w/members/" + id);
        } catch (MemberRefused gone) {
            return Answers.to("/w/members");
        }
    }

    @PostMapping("/w/members/{id}/family/{relative}/remove")
    ResponseEntity<Void> remove(@PathVariable UUID id, @PathVariable UUID relative) {
        file.removeRelative(Visit.current().someone(), id, relative);
        return Answers.to("/w/members/" + id);
    }

    private Sheet sheet(MemberChange change, MemberDetail detail, Picking unit) {
        MemberLine line = detail.line();
        String page = "/w/members/" + line.id();
        List<Field> fields = new ArrayList<>();
        if (change == MemberChange.TRANSFER) {
            fields.addAll(unit.fields("change.transfer.hint"));
        }
        fields.addAll(change.fields());
        return new Sheet(
                change.title(),
                Texts.say("change.of", line.name(), line.paper()),
                page + "/change/" + change.address(),
                page,
                notices(change),
                fields);
    }

    private static List<String> notices(MemberChange change) {
        return switch (change) {
            case RELATIVE -> List.of(Texts.say("change.relative.guard"), Texts.say("change.relative.hidden"));
            case CARD -> List.of(Texts.say("change.card.consent"));
            case TRANSFER, LEAVE -> List.of(Texts.say(change.title() + ".what"));
            case PHONE, ADDRESS, NAME, CATEGORY, UNCATEGORY -> List.of();
        };
    }
}
