package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditRecord;
import org.huzhu.audit.AuditSearch;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.staff.Account;
import org.huzhu.staff.StaffDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What was done, by whom, to what: the audit trail as far as the caller reaches. */
@RestController
class AuditPage {

    private static final String ADDRESS = "/w/audit";
    private static final int SHOWN = 50;

    /** What an address may ask for: ids, days and deeds, and nobody's name. */
    private static final Set<String> ASKED = Set.of("action", "actor", "object", "from", "until", "before");

    private final AuditSearch trail;
    private final StaffDesk desk;
    private final Access access;
    private final Templates pages;

    AuditPage(AuditSearch trail, StaffDesk desk, Access access, Templates pages) {
        this.trail = trail;
        this.desk = desk;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    JteModel search(@RequestParam Map<String, String> words) {
        Caller caller = allowed();
        Typed typed = Typed.of(words);
        Optional<UUID> actor = typed.maybe("actor", UUID::fromString, "audit.nobody");
        Question question = new Question(
                actor.map(UUID::toString),
                text(typed, "object"),
                text(typed, "action"),
                typed.maybe("from", LocalDate::parse, "typed.day"),
                typed.maybe("until", LocalDate::parse, "typed.day").map(last -> last.plusDays(1)),
                typed.maybe("before", Long::valueOf, "typed.none")
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                SHOWN + 1);
        List<AuditRecord> found = typed.isSound() ? trail.find(question) : List.of();
        List<AuditRecord> shown = found.subList(0, Math.min(SHOWN, found.size()));
        String next = found.size() > SHOWN
                ? address(words, "before", String.valueOf(shown.getLast().seq()))
                : "";
        String who = actor.map(id -> login(caller, id)).orElse("");
        return pages.consoleAudit(typed, who, actions(), lines(caller, shown), next);
    }

    /** Takes the login, which stands in no address, and leads to what its account did. */
    @PostMapping(ADDRESS)
    ResponseEntity<?> ask(@RequestParam Map<String, String> words) {
        Caller caller = allowed();
        Typed typed = Typed.of(words);
        String login = typed.at("who");
        if (login.isEmpty()) {
            return Answers.to(address(words, "actor", ""));
        }
        Optional<Account> account = desk.named(caller, login);
        if (account.isEmpty()) {
            typed.refuse("who", "audit.nobody");
            return Answers.again(pages.consoleAudit(typed, login, actions(), List.of(), ""));
        }
        return Answers.to(address(words, "actor", account.get().id().toString()));
    }

    private Caller allowed() {
        Caller caller = Visit.current().someone();
        access.require(caller, Operation.AUDIT_SEARCH, caller.path().orElse(""));
        return caller;
    }

    private static Optional<String> text(Typed typed, String field) {
        return Optional.of(typed.at(field)).filter(text -> !text.isEmpty());
    }

    private String login(Caller caller, UUID id) {
        return Optional.ofNullable(desk.named(caller, Set.of(id)).get(id))
                .map(Account::login)
                .orElse("");
    }

    /** What can be asked for, in the order of the words. */
    private static List<Choice> actions() {
        return Texts.names("deed.").stream()
                .map(action -> new Choice(action, Texts.say("deed." + action)))
                .sorted((one, other) -> one.words().compareTo(other.words()))
                .toList();
    }

    private List<AuditLine> lines(Caller caller, List<AuditRecord> records) {
        Map<UUID, Account> known = desk.named(
                caller,
                records.stream()
                        .flatMap(record -> AuditLine.id(record.actor()).stream())
                        .collect(Collectors.toSet()));
        return records.stream().map(record -> AuditLine.of(record, known)).toList();
    }

    /** The same question with another answer in one field; what is empty is left out, and so is the login. */
    private static String address(Map<String, String> words, String field, String value) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(ADDRESS);
        Map<String, String> asked = new TreeMap<>(words);
        asked.put(field, value);
        asked.keySet().retainAll(ASKED);
        asked.values().removeIf(String::isEmpty);
        asked.forEach(address::queryParam);
        return address.encode().build().toUriString();
    }
}
