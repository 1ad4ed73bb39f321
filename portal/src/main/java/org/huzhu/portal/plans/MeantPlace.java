package org.huzhu.portal.plans;

import java.util.List;
import java.util.Optional;
import org.huzhu.portal.Typed;
import org.huzhu.portal.sheet.Picking;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;

/** The organisation that is meant by what was typed; where several could be, one of them is picked. */
record MeantPlace(List<Organisation> found, Picking picking) {

    /** So many organisations are looked at to find the one that is meant. */
    private static final int ALIKE = 20;

    MeantPlace {
        found = List.copyOf(found);
    }

    /** Nothing was typed yet. */
    static MeantPlace none() {
        return of(List.of());
    }

    static MeantPlace of(UnionTree tree, Typed typed) {
        return of(typed.at("place").isEmpty() ? List.of() : tree.meant(typed.at("place"), ALIKE));
    }

    private static MeantPlace of(List<Organisation> found) {
        List<Choice> choices = found.stream()
                .map(each -> new Choice(each.id().toString(), each.name()))
                .toList();
        return new MeantPlace(found, new Picking("place", "offers.place", choices));
    }

    Optional<Organisation> picked(Typed typed) {
        return picking.picked(typed)
                .flatMap(choice -> found.stream()
                        .filter(each -> each.id().toString().equals(choice.value()))
                        .findFirst());
    }
}
