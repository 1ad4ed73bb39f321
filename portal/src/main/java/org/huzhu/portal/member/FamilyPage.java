package org.huzhu.portal.member;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.proxies.Proxies;
import org.huzhu.members.proxies.ProxyRefused;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.huzhu.portal.sheet.Sheet.Kind;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a member lets somebody of his family act for him, and ends it. */
@RestController
class FamilyPage {

    private static final String HERE = "/m/family";
    private static final String MONTHS = "months";
    private static final String AGREED = "agreed";

    private static final String USUAL_MONTHS = "12";

    private final Proxies proxies;
    private final Clock clock;
    private final Templates pages;

    FamilyPage(Proxies proxies, Clock clock, Templates pages) {
        this.proxies = proxies;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping(HERE)
    JteModel family() {
        return page(fresh());
    }

    private static Typed fresh() {
        return Typed.of(Map.of(MONTHS, USUAL_MONTHS));
    }

    private JteModel page(Typed typed) {
        LocalDate today = LocalDate.now(clock);
        List<FamilyLine> lines = proxies.of(Visit.current().someone()).stream()
                .map(grant -> FamilyLine.of(grant, today))
                .toList();
        long holding = lines.stream().filter(FamilyLine::holds).count();
        return pages.memberFamily(lines, holding < Proxies.OF_MEMBER_MAX, fields(), typed);
    }

    private static List<Field> fields() {
        List<Choice> months = Stream.of(1, 6, 12, 36)
                .map(count -> new Choice(count.toString(), Texts.say("family.months." + count)))
                .toList();
        return List.of(
                Field.wanted("name", Kind.TEXT, "family.name"),
                Field.wanted("phone", Kind.PHONE, "family.phone").hinted("family.phone.hint"),
                new Field(MONTHS, Kind.SELECT, "family.months", "", true, months));
    }

    @PostMapping(HERE)
    ResponseEntity<?> grant(@RequestParam MultiValueMap<String, String> words) {
        Caller caller = Visit.current().someone();
        Typed typed = new Typed(words);
        Optional<PersonName> name = typed.wanted("name", PersonName::new, "family.name.wrong");
        Optional<Phone> phone = typed.wanted("phone", Phone::parse, "member.phone.wrong");
        Optional<Integer> months = typed.wanted(MONTHS, Integer::valueOf, "typed.missing");
        if (typed.at(AGREED).isEmpty()) {
            typed.refuse(AGREED, "family.agreed.missing");
        }
        if (!typed.isSound()) {
            return Answers.again(page(typed));
        }
        try {
            LocalDate until = LocalDate.now(clock).plusMonths(months.orElseThrow());
            UUID _ = proxies.grant(caller, name.orElseThrow(), phone.orElseThrow(), until);
            return Answers.to(HERE);
        } catch (ProxyRefused refused) {
            return Answers.again(page(typed.refused(Texts.say("ProxyRefused." + refused.reason()))));
        }
    }

    @PostMapping(HERE + "/{id}/end")
    ResponseEntity<?> end(@PathVariable UUID id) {
        try {
            proxies.revoke(Visit.current().someone(), id);
            return Answers.to(HERE);
        } catch (ProxyRefused refused) {
            return Answers.again(page(fresh().refused(Texts.say("ProxyRefused." + refused.reason()))));
        }
    }
}
