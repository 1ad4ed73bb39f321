package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.sheet.Picking;
import org.huzhu.portal.sheet.Sheet;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.huzhu.portal.sheet.Sheet.Kind;
import org.huzhu.staff.Account;
import org.huzhu.staff.Handovers;
import org.huzhu.staff.Handovers.Handover;
import org.huzhu.staff.Post;
import org.huzhu.staff.StaffDesk;
import org.huzhu.staff.StaffRefused;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes of a handler: asked for on a form, and decided on a list by somebody above. */
@RestController
class HandoverPage {

    private static final String LIST = "/w/handovers";

    private final Rooms rooms;
    private final Templates pages;

    HandoverPage(Rooms rooms, Templates pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** The doors that the page stands before. */
    @Component("roomsOfHandoverPage")
    record Rooms(Handovers handovers, StaffDesk staff, UnionTree tree, Access access) {}

    @GetMapping(LIST)
    JteModel waiting() {
        Caller caller = Visit.current().someone();
        List<HandoverLine> lines = rooms
                .handovers()
                .waiting(caller, caller.path().orElse(""))
                .stream()
                .map(each -> line(caller, each))
                .toList();
        return pages.consoleHandovers(lines);
    }

    private HandoverLine line(Caller caller, Handover handover) {
        Optional<Post> post = post(caller, handover.post());
        return new HandoverLine(
                handover,
                post.flatMap(this::unit).orElse(handover.path()),
                post.flatMap(each -> name(caller, each.account())).orElseGet(() -> Texts.say("none")),
                name(caller, handover.incoming()).orElseGet(() -> Texts.say("none")),
                rooms.access().allows(caller, Operation.HANDOVER_APPROVE, handover.path()));
    }

    private Optional<Post> post(Caller caller, UUID post) {
        try {
            return Optional.of(rooms.handovers().post(caller, post));
        } catch (StaffRefused ended) {
            return Optional.empty();
        }
    }

    private Optional<String> unit(Post post) {
        return post.organisation().flatMap(rooms.tree()::find).map(Organisation::name);
    }

    private Optional<String> name(Caller caller, UUID account) {
        try {
            return Optional.of(rooms.staff().account(caller, account)).map(HandoverPage::words);
        } catch (StaffRefused elsewhere) {
            return Optional.empty();
        }
    }

    private static String words(Account account) {
        return Texts.say("staff.person", account.name(), account.login());
    }

    @GetMapping("/w/handovers/new")
    JteModel ask(@RequestParam UUID post) {
        Caller caller = Visit.current().someone();
        return pages.consoleSheet(sheet(caller, post, incoming(List.of())), Typed.of(Map.of("post", post.toString())));
    }

    @PostMapping("/w/handovers/new")
    ResponseEntity<?> ask(@RequestParam UUID post, @RequestParam MultiValueMap<String, String> words) {
        Caller caller = Visit.current().someone();
        Typed typed = new Typed(words);
        Picking picking = incoming(found(caller, typed.at("incoming")));
        Optional<UUID> incoming = picking.picked(typed).map(Choice::value).map(UUID::fromString);
        Optional<String> reason = typed.wanted("reason", word -> word, "typed.missing");
        Sheet sheet = sheet(caller, post, picking);
        if (typed.isSound()) {
            try {
                rooms.handovers().ask(caller, post, incoming.orElseThrow(), reason.orElseThrow());
                return Answers.to(LIST);
            } catch (StaffRefused refused) {
                boolean isOfIncoming = refused.reason() == StaffRefused.Reason.HELD_ALREADY;
                typed.refuse(isOfIncoming ? "incoming" : Typed.WHOLE, "StaffRefused." + refused.reason());
            }
        }
        return Answers.again(pages.consoleSheet(sheet, typed));
    }

    /** Accounts that the words may mean; of one with exactly this login or name, that one. */
    private List<Choice> found(Caller caller, String words) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Account> found = rooms.staff().accounts(caller, words, Optional.empty()).stream()
                .filter(account -> account.state() != Account.State.DISABLED)
                .toList();
        List<Account> exact =
                found.stream().filter(account -> account.login().equals(words)).toList();
        return (exact.isEmpty() ? found : exact)
                .stream()
                        .map(account -> new Choice(account.id().toString(), words(account)))
                        .toList();
    }

    private static Picking incoming(List<Choice> found) {
        return new Picking("incoming", "handover.incoming", found);
    }

    private Sheet sheet(Caller caller, UUID id, Picking incoming) {
        Post post = rooms.handovers().post(caller, id);
        rooms.access().require(caller, Operation.HANDOVER_ASK, post.path());
        List<Field> fields = new ArrayList<>(incoming.fields("handover.incoming.hint"));
        fields.add(Field.wanted("reason", Kind.WORDS, "handover.reason").hinted("handover.reason.hint"));
        fields.add(Field.hidden("post"));
        String about = Texts.say(
                "handover.about",
                unit(post).orElse(post.path()),
                Texts.say(post.role()),
                name(caller, post.account()).orElseGet(() -> Texts.say("none")));
        return new Sheet(
                "handover", about, "/w/handovers/new", "/w/staff", List.of(Texts.say("handover.when")), fields);
    }

    @PostMapping("/w/handovers/{id}/approve")
    ResponseEntity<Void> approve(@PathVariable UUID id) {
        rooms.handovers().approve(Visit.current().someone(), id);
        return Answers.to(LIST);
    }

    @PostMapping("/w/handovers/{id}/refuse")
    ResponseEntity<Void> refuse(@PathVariable UUID id) {
        rooms.handovers().refuse(Visit.current().someone(), id);
        return Answers.to(LIST);
    }
}
