package org.huzhu.portal.register;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.members.Duplicates;
import org.huzhu.members.MemberLine;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.register.DuplicatesView.Entry;
import org.huzhu.portal.register.DuplicatesView.Merge;
import org.huzhu.portal.register.DuplicatesView.Pair;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entries that are likely one person, side by side; joining them, and taking that back. */
@RestController
class DuplicatesPage {

    private static final String ADDRESS = "/w/duplicates";
    private static final int SHOWN = 20;

    private final Duplicates duplicates;
    private final UnionTree tree;
    private final Access access;
    private final Templates pages;

    DuplicatesPage(Duplicates duplicates, UnionTree tree, Access access, Templates pages) {
        this.duplicates = duplicates;
        this.tree = tree;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    JteModel all() {
        return page("");
    }

    private JteModel page(String trouble) {
        Caller caller = Visit.current().someone();
        var found = duplicates.find(caller, SHOWN);
        var merged = duplicates.merged(caller, SHOWN);
        Map<UUID, String> units = tree.names(Stream.concat(
                        found.stream().flatMap(pair -> Stream.of(pair.one(), pair.other())),
                        merged.stream().flatMap(merge -> Stream.of(merge.kept(), merge.given())))
                .map(MemberLine::unit)
                .collect(Collectors.toSet()));
        List<Pair> pairs = found.stream()
                .map(pair -> new Pair(entry(pair.one(), units), entry(pair.other(), units), pair.likeness()))
                .toList();
        List<Merge> merges = merged.stream()
                .map(merge -> new Merge(entry(merge.kept(), units), entry(merge.given(), units)))
                .toList();
        boolean mayMerge =
                access.allows(caller, Operation.MEMBER_MERGE, caller.path().orElse(""));
        return pages.consoleDuplicates(new DuplicatesView(pairs, merges, mayMerge, trouble));
    }

    private static Entry entry(MemberLine line, Map<UUID, String> units) {
        return new Entry(line, units.getOrDefault(line.unit(), Texts.say("member.elsewhere")));
    }

    /** The one that is kept is the one whose button was pressed. */
    @PostMapping(ADDRESS)
    ResponseEntity<?> merge(@RequestParam UUID one, @RequestParam UUID other, @RequestParam Map<String, String> words) {
        String reason = words.getOrDefault("reason", "").strip();
        boolean keepsOne = one.toString().equals(words.get("kept"));
        if (reason.isEmpty()) {
            return Answers.again(page(Texts.say("duplicates.reason.missing")));
        }
        duplicates.merge(Visit.current().someone(), keepsOne ? one : other, keepsOne ? other : one, reason);
        return Answers.to(ADDRESS);
    }

    @PostMapping(ADDRESS + "/{given}/undo")
    ResponseEntity<?> undo(@PathVariable UUID given, @RequestParam String reason) {
        if (reason.isBlank()) {
            return Answers.again(page(Texts.say("duplicates.reason.missing")));
        }
        duplicates.undo(Visit.current().someone(), given, reason.strip());
        return Answers.to(ADDRESS);
    }
}
