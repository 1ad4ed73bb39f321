package org.huzhu.portal.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Visit;
import org.huzhu.unions.Dossier;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/** What the forms about an organisation show before anything is typed. */
@Component
public class ChangeForms {

    private static final int BELOW_SHOWN = 200;

    private final UnionTree tree;
    private final Access access;
    private final Clock clock;

    ChangeForms(UnionTree tree, Access access, Clock clock) {
        this.tree = tree;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What the forms show.
     *
     * @param kinds that the caller may make there
     * @param below what may go with a part that is split off
     */
    public record Form(Dossier dossier, List<ChangeKind> kinds, List<Organisation> below, LocalDate today) {

        public Form {
            kinds = List.copyOf(kinds);
            below = List.copyOf(below);
        }

        public Organisation organisation() {
            return dossier.organisation();
        }

        /** The tiers of which one may be opened below it. */
        public List<Tier> tiers() {
            return Arrays.stream(Tier.values())
                    .filter(tier ->
                            tier.mayStandUnder(Optional.of(organisation().tier())))
                    .toList();
        }
    }

    /** An organisation that could be meant, with the name that tells it from the others. */
    public record Option(UUID id, String title) {}

    Form of(UUID id) {
        Dossier dossier = tree.detail(id).orElseThrow(NotWithinReach::new);
        Caller caller = Visit.current().someone();
        access.require(
                caller, Operation.ORGANISATION_VIEW, dossier.organisation().path());
        List<ChangeKind> kinds = ChangeKind.allowed(access, caller, dossier);
        List<Organisation> below = kinds.contains(ChangeKind.SPLIT)
                ? tree.below(id).stream().limit(BELOW_SHOWN).toList()
                : List.of();
        return new Form(dossier, kinds, below, LocalDate.now(clock));
    }

    /** Refuses whoever may not make such a change there. */
    void require(Form form, ChangeKind kind) {
        Caller caller = Visit.current().someone();
        String path = form.organisation().path();
        // That what is grave wants a new proof is said where it is confirmed, with what was typed kept.
        access.require(caller.fresh(), kind.operation(), path);
    }

    List<Option> options(List<Organisation> likely) {
        return likely.stream().map(one -> new Option(one.id(), title(one))).toList();
    }

    private String title(Organisation one) {
        return one.parent()
                .flatMap(tree::find)
                .map(parent -> parent.name() + " › " + one.name())
                .orElse(one.name());
    }
}
