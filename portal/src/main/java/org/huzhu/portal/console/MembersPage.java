package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.members.Duplicates;
import org.huzhu.members.MemberDetail;
import org.huzhu.members.MemberLine;
import org.huzhu.members.MemberRegister;
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
 * Members within reach: a search by name, number, card or phone in one box, those of a unit, and all of one. What is
 * searched for is sent in the body of a request, so that no number comes to stand in an address.
 */
@RestController
class MembersPage {

    private final MemberSearch search;
    private final MemberRegister register;
    private final Reveals reveals;
    private final Duplicates duplicates;
    private final UnionTree tree;
    private final Templates pages;

    MembersPage(
            MemberSearch search,
            MemberRegister register,
            Reveals reveals,
            Duplicates duplicates,
            UnionTree tree,
            Templates pages) {
        this.search = search;
        this.register = register;
        this.reveals = reveals;
        this.duplicates = duplicates;
        this.tree = tree;
        this.pages = pages;
    }

    @GetMapping("/w/members")
    JteModel ask() {
        return pages.consoleMembers("", Optional.empty(), List.of());
    }

    @PostMapping("/w/members")
    JteModel find(@RequestParam String q) {
        return pages.consoleMembers(
                q, Optional.empty(), search.find(Visit.current().someone(), q.strip()));
    }

    @GetMapping("/w/orgs/{unit}/members")
    JteModel ofUnit(@PathVariable UUID unit) {
        Organisation organisation = tree.find(unit).orElseThrow(org.huzhu.portal.NotWithinReach::new);
        List<MemberLine> lines =
                register.ofUnit(Visit.current().someone(), unit, Optional.empty(), MemberSearch.FOUND_MAX);
        return pages.consoleMembers("", Optional.of(organisation), lines);
    }

    @GetMapping("/w/members/{id}")
    JteModel one(@PathVariable UUID id) {
        Caller caller = Visit.current().someone();
        MemberDetail detail = register.detail(caller, id);
        return pages.consoleMember(detail, duplicates.of(caller, id), tree);
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
