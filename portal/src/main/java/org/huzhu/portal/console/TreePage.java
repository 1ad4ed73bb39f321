package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Operation;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.unions.Branch;
import org.huzhu.unions.Dossier;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organisations within reach: the tree, a search, and all of one. */
@RestController
class TreePage {

    private static final int FOUND_MAX = 50;

    private final UnionTree tree;
    private final Access access;
    private final Templates pages;

    TreePage(UnionTree tree, Access access, Templates pages) {
        this.tree = tree;
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
        requireView(tree.find(id).orElseThrow(NotWithinReach::new).path());
        return pages.consoleBranches(tree.branches(id));
    }

    @GetMapping("/w/orgs/{id}")
    JteModel one(@PathVariable UUID id) {
        Dossier dossier = tree.detail(id).orElseThrow(NotWithinReach::new);
        requireView(dossier.organisation().path());
        List<Branch> below = tree.branches(id);
        return pages.consoleOrganisation(dossier, below);
    }

    private void requireView(String path) {
        access.require(Visit.current().someone(), Operation.ORGANISATION_VIEW, path);
    }
}
