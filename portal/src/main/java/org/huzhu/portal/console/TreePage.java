package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Operation;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.unions.Dossier;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionDesk;
import org.huzhu.unions.UnionTree;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organisations within reach: the tree, a search, and all of one. */
@RestController
class TreePage {

    private static final int FOUND_MAX = 50;

    private final UnionTree tree;
    private final UnionDesk desk;
    private final Past past;
    private final Access access;
    private final Templates pages;

    TreePage(UnionTree tree, UnionDesk desk, Past past, Access access, Templates pages) {
        this.tree = tree;
        this.desk = desk;
        this.past = past;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/w/orgs")
    JteModel tops(@RequestParam(defaultValue = "") String q) {
        requireView(Visit.current().someone().path().orElse(""));
        List<Organisation> found = q.isBlank() ? List.of() : tree.search(q.strip(), FOUND_MAX);
        return pages.consoleTree(q, found, tree.tops());
    }

    /** The branches right below one, in the place where htmx asked for them, or as a page of their own. */
    @GetMapping("/w/orgs/{id}/branches")
    JteModel branches(@PathVariable UUID id) {
        Organisation one = tree.find(id).orElseThrow(NotWithinReach::new);
        requireView(one.path());
        return pages.consoleBranches(one.name(), "/w/orgs/" + id, tree.branches(id));
    }

    @GetMapping("/w/orgs/{id}")
    JteModel one(@PathVariable UUID id) {
        Dossier dossier = tree.detail(id).orElseThrow(NotWithinReach::new);
        requireView(dossier.organisation().path());
        boolean isChangeable =
                !ChangeKind.allowed(access, Visit.current().someone(), dossier).isEmpty();
        return pages.consoleOrganisation(dossier, tree.branches(id), past.of(dossier), isChangeable);
    }

    /** Whom to call, with the number, in the place of the name. */
    @PostMapping("/w/orgs/{id}/contact")
    JteModel contact(@PathVariable UUID id, @RequestParam String reason) {
        return desk.contact(Visit.current().someone(), id, reason)
                .map(contact -> pages.consoleRevealed(contact.phone(), "/w/orgs/" + id))
                .orElseThrow(NotWithinReach::new);
    }

    private void requireView(String path) {
        access.require(Visit.current().someone(), Operation.ORGANISATION_VIEW, path);
    }
}
