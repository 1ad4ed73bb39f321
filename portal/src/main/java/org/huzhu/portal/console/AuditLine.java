package org.huzhu.portal.console;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huzhu.audit.AuditRecord;
import org.huzhu.audit.Deed;
import org.huzhu.portal.Texts;
import org.huzhu.staff.Account;

/**
 * A record of the audit trail, in words.
 *
 * @param at to the second, in China
 * @param object what it was done to: its kind and the end of its id
 * @param address of the page of the object; empty text where it has none
 * @param actor the login, where it is known
 */
public record AuditLine(
        String at,
        String action,
        Deed.Outcome outcome,
        String object,
        String address,
        String actor,
        String reason,
        String request) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int TAIL = 8;

    /** What the program itself writes into a reason: ids, names in capitals, and two phrases of a merger. */
    private static final Pattern NAMES =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z][A-Z_]+|^given up for|^kept");

    private static final Map<String, String> PAGES =
            Map.of("member", "/w/members/", "account", "/w/staff/", "organisation", "/w/orgs/");

    /** What one who may see the accounts sees of the record. */
    static AuditLine of(AuditRecord record, Map<UUID, Account> known) {
        Deed deed = record.deed();
        String kind = Texts.maybe("audit.kind." + deed.kind()).orElse(deed.kind());
        Optional<UUID> id = id(deed.object());
        return new AuditLine(
                LocalDateTime.ofInstant(record.at(), CHINA).format(SECONDS),
                Texts.maybe("deed." + deed.action()).orElse(deed.action()),
                deed.outcome(),
                kind + " " + id.map(AuditLine::tail).orElse(deed.object()),
                id.flatMap(_ -> Optional.ofNullable(PAGES.get(deed.kind())))
                        .map(page -> page + deed.object())
                        .orElse(""),
                actor(record.actor(), known),
                deed.reason().map(AuditLine::words).orElse(""),
                tail(record.origin().request()));
    }

    /** The id in the text; empty where it is none. */
    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String actor(String actor, Map<UUID, Account> known) {
        return id(actor)
                .map(id -> Optional.ofNullable(known.get(id))
                        .map(account -> account.name() + "（" + account.login() + "）")
                        .orElseGet(() -> Texts.say("audit.somebody", tail(id))))
                .orElseGet(() -> Texts.maybe("audit.actor." + actor).orElse(actor));
    }

    private static String tail(Object id) {
        String text = id.toString();
        return text.length() > TAIL ? "…" + text.substring(text.length() - TAIL) : text;
    }

    /** A reason that the program gave is made of names, which have words; one that a person gave stays. */
    private static String words(String reason) {
        return Stream.of("SignInRefused.", "MemberRefused.")
                .flatMap(kind -> Texts.maybe(kind + reason).stream())
                .findFirst()
                .orElseGet(() -> NAMES.matcher(reason).replaceAll(met -> Matcher.quoteReplacement(word(met.group()))));
    }

    private static String word(String name) {
        return Texts.maybe("Role." + name)
                .or(() -> Texts.maybe("audit.relation." + name))
                .or(() -> Texts.maybe("audit.reason." + name.replace(' ', '-')))
                .or(() -> id(name).map(AuditLine::tail))
                .orElse(name);
    }
}
