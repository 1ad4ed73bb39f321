package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.members.MemberLine;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Visit;
import org.huzhu.portal.claims.ClaimFinder;
import org.huzhu.portal.claims.ClaimLine;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.register.MemberSearch;
import org.huzhu.staff.Account;
import org.huzhu.staff.Post;
import org.huzhu.staff.StaffDesk;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The one search: members, claims, organisations and staff within reach, each as far as the caller may see them. What
 * is searched for is sent in the body of a request, so that no number comes to stand in an address.
 */
@RestController
class SearchPage {

    /** So many of each group are shown; with more words there are fewer. */
    private static final int FOUND_MAX = 20;

    private final MemberSearch members;
    private final UnionTree tree;
    private final StaffDesk staff;
    private final ClaimFinder claims;
    private final Access access;
    private final Templates pages;

    SearchPage(
            MemberSearch members, UnionTree tree, StaffDesk staff, ClaimFinder claims, Access access, Templates pages) {
        this.members = members;
        this.tree = tree;
        this.staff = staff;
        this.claims = claims;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/w/search")
    JteModel ask() {
        return pages.consoleSearch("", List.of(), List.of(), List.of(), List.of(), false);
    }

    /** The number of a claim leads to it, and a name that one member alone has to his page. */
    @PostMapping("/w/search")
    ResponseEntity<?> find(@RequestParam String q) {
        Caller caller = Visit.current().someone();
        String words = q.strip();
        if (words.isEmpty()) {
            return ResponseEntity.ok(ask());
        }
        Optional<UUID> claim = claims.numbered(caller, words);
        return claim.isPresent() ? Answers.to("/w/claims/" + claim.get()) : found(caller, words);
    }

    private ResponseEntity<?> found(Caller caller, String words) {
        boolean isName = !MemberSearch.isNumber(words);
        List<MemberLine> people = may(caller, Operation.MEMBER_VIEW) ? members(caller, words) : List.of();
        List<FoundOrganisation> places =
                isName && may(caller, Operation.ORGANISATION_VIEW) ? organisations(words) : List.of();
        List<StaffLine> colleagues = isName && may(caller, Operation.STAFF_VIEW) ? staff(caller, words) : List.of();
        boolean isCut = Stream.of(people, places, colleagues).anyMatch(group -> group.size() == FOUND_MAX);
        boolean isHe = isName && people.size() == 1 && places.isEmpty() && colleagues.isEmpty();
        return isHe
                ? Answers.to("/w/members/" + people.getFirst().id())
                : ResponseEntity.ok(
                        pages.consoleSearch(words, people, claims(caller, people), places, colleagues, isCut));
    }

    private boolean may(Caller caller, Operation operation) {
        return access.allows(caller, operation, caller.path().orElse(""));
    }

    private List<MemberLine> members(Caller caller, String words) {
        return members.find(caller, words).stream().limit(FOUND_MAX).toList();
    }

    private List<ClaimLine> claims(Caller caller, List<MemberLine> people) {
        return claims.of(caller, people.stream().map(MemberLine::id).toList());
    }

    private List<FoundOrganisation> organisations(String words) {
        List<Organisation> found = tree.search(words, FOUND_MAX);
        Map<UUID, String> above =
                tree.names(found.stream().flatMap(one -> one.parent().stream()).collect(Collectors.toSet()));
        return found.stream()
                .map(one -> new FoundOrganisation(
                        one, one.parent().map(id -> above.getOrDefault(id, "")).orElse("")))
                .toList();
    }

    private List<StaffLine> staff(Caller caller, String words) {
        List<Account> found = staff.accounts(caller, words, Optional.empty()).stream()
                .limit(FOUND_MAX)
                .toList();
        Map<UUID, List<Post>> posts =
                staff.posts(caller, found.stream().map(Account::id).toList());
        return found.stream()
                .map(account -> new StaffLine(account, posts.getOrDefault(account.id(), List.of()), Set.of()))
                .toList();
    }
}
