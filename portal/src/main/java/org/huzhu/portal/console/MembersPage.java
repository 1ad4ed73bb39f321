package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huzhu.access.Caller;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberLine;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Paper;
import org.huzhu.members.Reveals;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Members within reach: a search by name, number, card or phone in one box, and those of a unit. What is searched for
 * is sent in the body of a request, so that no number comes to stand in an address.
 */
@RestController
class MembersPage {

    private static final int FOUND_MAX = 50;
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern CARD = Pattern.compile("\\d{16,19}");

    private final MemberRegister register;
    private final Reveals reveals;
    private final UnionTree tree;
    private final Templates pages;

    MembersPage(MemberRegister register, Reveals reveals, UnionTree tree, Templates pages) {
        this.register = register;
        this.reveals = reveals;
        this.tree = tree;
        this.pages = pages;
    }

    @GetMapping("/w/members")
    JteModel ask() {
        return pages.consoleMembers("", Optional.empty(), List.of());
    }

    @PostMapping("/w/members")
    JteModel find(@RequestParam String q) {
        return pages.consoleMembers(q, Optional.empty(), search(Visit.current().someone(), q.strip()));
    }

    @GetMapping("/w/orgs/{unit}/members")
    JteModel ofUnit(@PathVariable UUID unit) {
        Organisation organisation = tree.find(unit).orElseThrow(org.huzhu.portal.NotWithinReach::new);
        List<MemberLine> lines = register.ofUnit(Visit.current().someone(), unit, Optional.empty(), FOUND_MAX);
        return pages.consoleMembers("", Optional.of(organisation), lines);
    }

    private List<MemberLine> search(Caller caller, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        Optional<IdNumber> number = IdNumber.find(text);
        if (number.isPresent()) {
            return register.findByPaper(caller, new Paper.Resident(number.get()));
        }
        if (PHONE.matcher(text).matches()) {
            return register.findByPhone(caller, Phone.parse(text));
        }
        return CARD.matcher(text).matches()
                ? card(text).map(card -> register.findByCard(caller, card)).orElse(List.of())
                : register.findByName(caller, text, FOUND_MAX);
    }

    private static Optional<CardNumber> card(String text) {
        try {
            return Optional.of(new CardNumber(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The field in clear, in the place of its mask. */
    @PostMapping("/w/members/{id}/reveal")
    JteModel reveal(
            @PathVariable UUID id,
            @RequestParam Reveals.Part part,
            @RequestParam UUID row,
            @RequestParam String reason) {
        return pages.consoleRevealed(reveals.reveal(Visit.current().someone(), id, part, row, reason));
    }
}
