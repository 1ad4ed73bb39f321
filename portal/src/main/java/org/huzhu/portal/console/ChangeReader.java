package org.huzhu.portal.console;

import static org.huzhu.portal.Texts.say;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.portal.Mistyped;
import org.huzhu.portal.Typed;
import org.huzhu.portal.UnitFields;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionDesk;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/** Reads what was typed about a change, and says what it would do. Each method throws {@link Mistyped}. */
@Component
class ChangeReader {

    private final UnionTree tree;
    private final UnionDesk desk;
    private final Targets targets;
    private final Clock clock;

    ChangeReader(UnionTree tree, UnionDesk desk, Targets targets, Clock clock) {
        this.tree = tree;
        this.desk = desk;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * A change as it was asked for, before it is made.
     *
     * @param says what will happen, a sentence each
     */
    record Planned(List<String> says, Making making) {

        Planned {
            says = List.copyOf(says);
        }
    }

    /** Makes a change, and gives the organisation to show afterwards. */
    interface Making {

        Organisation make(Caller caller);
    }

    Planned read(Organisation one, ChangeKind kind, Typed typed) {
        return switch (kind) {
            case STATE -> state(one, typed);
            case CONTACT -> contact(one, typed);
            case RENAME -> rename(one, typed);
            case OPEN -> open(one, typed);
            case MOVE -> move(one, typed);
            case SPLIT -> split(one, typed);
            case MERGE -> merge(one, typed);
            case ACT_FOR -> actFor(one, typed);
            case CLOSE -> close(one, typed);
        };
    }

    private Planned state(Organisation one, Typed typed) {
        var facts = UnitFields.facts(typed);
        Occasion occasion = occasion(typed);
        return new Planned(
                List.of(
                        say("change.STATE.says", one.name(), occasion.on()),
                        say("tree.staff.count", facts.staff(), facts.women()),
                        say("change.past")),
                caller -> {
                    desk.state(caller, one.id(), facts, occasion);
                    return one;
                });
    }

    private Planned contact(Organisation one, Typed typed) {
        var contact = UnitFields.contact(typed);
        return new Planned(List.of(say("change.CONTACT.says", one.name(), contact.name())), caller -> {
            desk.nameContact(caller, one.id(), contact);
            return one;
        });
    }

    private Planned rename(Organisation one, Typed typed) {
        String name = UnitFields.name(typed);
        Occasion occasion = occasion(typed);
        return new Planned(
                List.of(say("change.RENAME.says", one.name(), occasion.on(), name), say("change.past")),
                caller -> desk.rename(caller, one.id(), name, occasion));
    }

    private Planned open(Organisation one, Typed typed) {
        Tier tier = Arrays.stream(Tier.values())
                .filter(each -> each.name().equals(typed.at("tier")))
                .findFirst()
                .orElseThrow(() -> Mistyped.of("change.tier.missing"));
        Opening opening = new Opening(tier, UnitFields.name(typed), Optional.of(one.id()));
        Occasion occasion = occasion(typed);
        return new Planned(
                List.of(
                        say("change.OPEN.says", one.name(), occasion.on(), say(tier), opening.name()),
                        say("change.OPEN.next")),
                caller -> desk.open(caller, opening, occasion));
    }

    private Planned move(Organisation one, Typed typed) {
        Organisation parent = targets.above(one, typed);
        Occasion occasion = occasion(typed);
        return new Planned(
                List.of(
                        say("change.MOVE.says", one.name(), occasion.on(), parent.name()),
                        below(one, "change.MOVE"),
                        say("change.MOVE.sees")),
                caller -> desk.move(caller, one.id(), parent.id(), occasion));
    }

    private Planned split(Organisation one, Typed typed) {
        String name = UnitFields.name(typed);
        Occasion occasion = occasion(typed);
        List<Organisation> taken = tree.below(one.id()).stream()
                .filter(child -> typed.all("below").contains(child.id().toString()))
                .toList();
        List<UUID> ids = taken.stream().map(Organisation::id).toList();
        String names = String.join(
                say("list.comma"), taken.stream().map(Organisation::name).toList());
        return new Planned(
                List.of(
                        say("change.SPLIT.says", one.name(), occasion.on(), name),
                        taken.isEmpty() ? say("change.SPLIT.none") : say("change.SPLIT.below", taken.size(), names),
                        say("change.SPLIT.people")),
                caller -> desk.split(caller, one.id(), name, ids, occasion));
    }

    private Planned merge(Organisation one, Typed typed) {
        Organisation into = targets.beside(one, typed);
        Occasion occasion = occasion(typed);
        return new Planned(
                List.of(
                        say("change.MERGE.says", one.name(), occasion.on(), into.name()),
                        below(one, "change.MERGE", into.name()),
                        say("change.MERGE.people", into.name()),
                        say("change.posts"),
                        say("change.final")),
                caller -> desk.merge(caller, one.id(), into.id(), occasion));
    }

    private Planned actFor(Organisation one, Typed typed) {
        Optional<String> province = Optional.of(typed.at("province")).filter(text -> !text.isEmpty());
        Occasion occasion = occasion(typed);
        String says = province.map(text -> say("change.ACT_FOR.says", one.name(), occasion.on(), text))
                .orElseGet(() -> say("change.ACT_FOR.ends", one.name(), occasion.on()));
        return new Planned(List.of(says), caller -> desk.actFor(caller, one.id(), province, occasion));
    }

    private Planned close(Organisation one, Typed typed) {
        Occasion occasion = occasion(typed);
        return new Planned(
                List.of(
                        say("change.CLOSE.says", one.name(), occasion.on()),
                        say("change.posts"),
                        say("change.CLOSE.past"),
                        say("change.final")),
                caller -> desk.close(caller, one.id(), occasion));
    }

    /** What becomes of what is right below it. */
    private String below(Organisation one, String change, Object... blanks) {
        int count = tree.below(one.id()).size();
        return count == 0 ? say(change + ".alone") : say(change + ".below", with(count, blanks));
    }

    private static Object[] with(int count, Object... blanks) {
        return Stream.concat(Stream.of(count), Stream.of(blanks)).toArray();
    }

    private Occasion occasion(Typed typed) {
        if (typed.at("reason").isEmpty()) {
            throw Mistyped.of("change.reason.missing");
        }
        try {
            LocalDate day = LocalDate.parse(typed.at("on"));
            if (day.isAfter(LocalDate.now(clock))) {
                throw Mistyped.of("OrganisationRefused.DAY_AHEAD");
            }
            return new Occasion(day, typed.at("reason"));
        } catch (DateTimeParseException e) {
            throw Mistyped.of("change.on.wrong");
        }
    }
}
