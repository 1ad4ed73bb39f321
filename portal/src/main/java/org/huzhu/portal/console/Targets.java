package org.huzhu.portal.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.huzhu.access.Access;
import org.huzhu.access.Operation;
import org.huzhu.portal.Mistyped;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/**
 * Finds the other organisation of a change by what was typed of its name or credit code. Where several could be meant,
 * one is to be chosen; the choice counts for as long as the words stay the same.
 */
@Component
class Targets {

    private static final int LOOKED_AT = 50;
    private static final int OFFERED = 12;

    private final UnionTree tree;
    private final Access access;

    Targets(UnionTree tree, Access access) {
        this.tree = tree;
        this.access = access;
    }

    /** What it may stand under. */
    Organisation above(Organisation one, Typed typed) {
        return found(typed, other -> one.tier().mayStandUnder(Optional.of(other.tier())) && isApart(other, one));
    }

    /** What it may become a part of. */
    Organisation beside(Organisation one, Typed typed) {
        return found(typed, other -> one.tier() == other.tier() && isApart(other, one));
    }

    private static boolean isApart(Organisation other, Organisation one) {
        return !(other.path() + ".").startsWith(one.path() + ".");
    }

    private Organisation found(Typed typed, Predicate<Organisation> fits) {
        String words = typed.at("target");
        if (words.isEmpty()) {
            throw Mistyped.of("change.target.missing");
        }
        List<Organisation> likely = tree.search(words, LOOKED_AT).stream()
                .filter(other -> other.closedOn().isEmpty())
                .filter(fits)
                .filter(other -> access.allows(Visit.current().someone(), Operation.ORGANISATION_MOVE, other.path()))
                .limit(OFFERED)
                .toList();
        List<Organisation> exact =
                likely.stream().filter(other -> other.name().equals(words)).toList();
        return chosen(typed, likely)
                .or(() -> only(exact))
                .or(() -> only(likely))
                .orElseThrow(
                        () -> likely.isEmpty() ? Mistyped.of("change.target.none", words) : Mistyped.choose(likely));
    }

    private static Optional<Organisation> chosen(Typed typed, List<Organisation> likely) {
        if (!typed.at("target").equals(typed.at("targetFor"))) {
            return Optional.empty();
        }
        return likely.stream()
                .filter(other -> other.id().toString().equals(typed.at("targetId")))
                .findFirst();
    }

    private static Optional<Organisation> only(List<Organisation> likely) {
        return likely.size() == 1 ? Optional.of(likely.getFirst()) : Optional.empty();
    }
}
