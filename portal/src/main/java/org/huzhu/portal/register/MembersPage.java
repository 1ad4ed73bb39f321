package org.huzhu.portal.register;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.members.MemberLine;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Reveals;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members within reach: where to ask for some, and those of a unit. */
@RestController
class MembersPage {

    /** How many members of a unit a page shows. */
    private static final int SHOWN = 50;

    private final MemberRegister register;
    private final Reveals reveals;
    private final UnionTree tree;
    private final Access access;
    private final Templates pages;

    MembersPage(MemberRegister register, Reveals reveals, UnionTree tree, Access access, Templates pages) {
        this.register = register;
        this.reveals = reveals;
        this.tree = tree;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/w/members")
    JteModel ask() {
        Caller caller = Visit.current().someone();
        access.require(caller, Operation.MEMBER_VIEW, caller.path().orElse(""));
        return pages.consoleMembers(Optional.empty(), List.of(), 0, "");
    }

    @GetMapping("/w/orgs/{unit}/members")
    JteModel ofUnit(@PathVariable UUID unit, @RequestParam Optional<UUID> after) {
        Caller caller = Visit.current().someone();
        Organisation organisation = tree.find(unit).orElseThrow(NotWithinReach::new);
        List<MemberLine> lines = register.ofUnit(caller, unit, after, SHOWN + 1);
        boolean isLast = lines.size() <= SHOWN;
        List<MemberLine> shown = isLast ? lines : lines.subList(0, SHOWN);
        String next = isLast
                ? ""
                : "/w/orgs/" + unit + "/members?after=" + shown.getLast().id();
        return pages.consoleMembers(Optional.of(organisation), shown, register.count(caller, unit), next);
    }

    /** The field in clear, in the place of its mask. */
    @PostMapping("/w/members/{id}/reveal")
    JteModel reveal(
            @PathVariable UUID id,
            @RequestParam Reveals.Part part,
            @RequestParam UUID row,
            @RequestParam String reason) {
        String clear = reveals.reveal(Visit.current().someone(), id, part, row, reason);
        return pages.consoleRevealed(clear, "/w/members/" + id);
    }
}
