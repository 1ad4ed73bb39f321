package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.kernel.Phone;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.Account;
import org.huzhu.staff.Handovers;
import org.huzhu.staff.Post;
import org.huzhu.staff.StaffDesk;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Invited;
import org.huzhu.staff.StaffDesk.Person;
import org.huzhu.staff.StaffRefused;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who works at the organisations within reach: accounts are made, given posts and taken out of use here. Names are
 * searched for in the body of a request, so that none comes to stand in an address.
 */
@RestController
class StaffPage {

    /** So many organisations are looked at to find the one that is meant. */
    private static final int ALIKE = 20;

    private final StaffDesk desk;
    private final Handovers handovers;
    private final Access access;
    private final UnionTree tree;
    private final Templates pages;

    StaffPage(StaffDesk desk, Handovers handovers, Access access, UnionTree tree, Templates pages) {
        this.desk = desk;
        this.handovers = handovers;
        this.access = access;
        this.tree = tree;
        this.pages = pages;
    }

    @GetMapping("/w/staff")
    JteModel all() {
        return list("", "");
    }

    @PostMapping("/w/staff")
    JteModel find(@RequestParam String words, @RequestParam(defaultValue = "") String after) {
        return list(words.strip(), after);
    }

    private JteModel list(String words, String after) {
        Caller caller = Visit.current().someone();
        List<Account> accounts = desk.accounts(caller, words, Optional.of(after).filter(login -> !login.isEmpty()));
        Map<UUID, List<Post>> posts =
                desk.posts(caller, accounts.stream().map(Account::id).toList());
        List<StaffLine> lines = accounts.stream()
                .map(account -> line(caller, account, posts.getOrDefault(account.id(), List.of())))
                .toList();
        return pages.consoleStaff(words, lines, mayAtOwn(caller, Operation.STAFF_INVITE));
    }

    private StaffLine line(Caller caller, Account account, List<Post> posts) {
        Set<UUID> changeable = posts.stream()
                .filter(post -> handovers.isFor(caller, post))
                .map(Post::id)
                .collect(Collectors.toSet());
        return new StaffLine(account, posts, changeable);
    }

    private boolean mayAtOwn(Caller caller, Operation operation) {
        return access.allows(caller, operation, caller.path().orElse(""));
    }

    /** Asks for a proof before anything is typed. */
    @GetMapping("/w/staff/new")
    JteModel askNew() {
        Caller caller = Visit.current().someone();
        access.require(caller, Operation.STAFF_INVITE, caller.path().orElse(""));
        return pages.consoleStaffNew(new Invitation("", "", "", ownName()), "");
    }

    @PostMapping("/w/staff/new")
    ResponseEntity<JteModel> invite(
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam String phone,
            @RequestParam(defaultValue = "") String organisation) {
        Invitation typed = new Invitation(login, name, phone, organisation);
        try {
            String home = meant(organisation).map(Organisation::path).orElse("");
            Invited invited = desk.invite(
                    Visit.current().someone(),
                    new Person(login, name.strip(), Phone.parse(phone).digits()),
                    home);
            return ResponseEntity.ok(pages.consoleInvited(invited, name.strip()));
        } catch (StaffRefused refusal) {
            return Answers.again(pages.consoleStaffNew(typed, Texts.say("StaffRefused." + refusal.reason())));
        } catch (NotWithinReach nowhere) {
            return Answers.again(pages.consoleStaffNew(typed, Texts.say("staff.organisation.unknown")));
        } catch (IllegalArgumentException e) {
            return Answers.again(pages.consoleStaffNew(typed, Texts.say("staff.new.wrong")));
        }
    }

    /** The name of the caller's own organisation; empty for the society as a whole. */
    private String ownName() {
        String path = Visit.current().someone().path().orElse("");
        return tree.tops().stream()
                .map(top -> top.organisation())
                .filter(top -> top.path().equals(path))
                .map(Organisation::name)
                .findFirst()
                .orElse("");
    }

    /**
     * The one organisation that the words name, exactly or as the only one like them; empty for no words: the society
     * as a whole.
     */
    private Optional<Organisation> meant(String words) {
        if (words.isBlank()) {
            return Optional.empty();
        }
        List<Organisation> left = tree.meant(words, ALIKE);
        if (left.size() != 1) {
            throw new NotWithinReach();
        }
        return Optional.of(left.getFirst());
    }

    @GetMapping("/w/staff/{id}")
    JteModel one(@PathVariable UUID id) {
        return one(id, "");
    }

    private JteModel one(UUID id, String trouble) {
        Caller caller = Visit.current().someone();
        Account account = desk.account(caller, id);
        Set<Role> given =
                mayAtOwn(caller, Operation.STAFF_GRANT) ? caller.role().given() : Set.of();
        StaffLine line = line(caller, account, desk.posts(caller, id));
        boolean isLed = access.allows(caller, Operation.STAFF_REVOKE, account.home())
                && line.posts().stream().allMatch(post -> caller.role().given().contains(post.role()));
        boolean mayDisable = isLed && !id.equals(caller.account()) && account.state() != Account.State.DISABLED;
        return pages.consoleStaffOne(
                line, new StaffRights(given, isLed, mayDisable), PlaceNames.of(tree, line.posts()), ownName(), trouble);
    }

    @PostMapping("/w/staff/{id}/posts")
    ResponseEntity<?> grant(
            @PathVariable UUID id, @RequestParam Role role, @RequestParam(defaultValue = "") String organisation) {
        try {
            Optional<Organisation> where = meant(organisation);
            String path = where.map(Organisation::path).orElse("");
            desk.grant(
                    Visit.current().someone(),
                    new Grant(id, role, where.map(Organisation::id), path, Optional.empty()));
            return Answers.to("/w/staff/" + id);
        } catch (StaffRefused refusal) {
            return Answers.again(one(id, Texts.say("StaffRefused." + refusal.reason())));
        } catch (NotWithinReach nowhere) {
            return Answers.again(one(id, Texts.say("staff.organisation.unknown")));
        }
    }

    @PostMapping("/w/staff/{id}/posts/{post}/end")
    ResponseEntity<Void> revoke(@PathVariable UUID id, @PathVariable UUID post) {
        desk.revoke(Visit.current().someone(), post);
        return Answers.to("/w/staff/" + id);
    }

    /** The link is shown this once: to load the page again makes another, and this one worthless. */
    @PostMapping("/w/staff/{id}/reset")
    JteModel reset(@PathVariable UUID id) {
        Caller caller = Visit.current().someone();
        Account account = desk.account(caller, id);
        return pages.consoleInvited(desk.reset(caller, id), account.name());
    }

    @PostMapping("/w/staff/{id}/disable")
    ResponseEntity<Void> disable(@PathVariable UUID id) {
        desk.disable(Visit.current().someone(), id);
        return Answers.to("/w/staff/" + id);
    }
}
