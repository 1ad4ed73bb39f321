package org.huzhu.portal.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.unions.Dossier;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;

/** What can be changed about an organisation, in the order in which its page offers it. */
public enum ChangeKind {
    STATE(Operation.ORGANISATION_CHANGE),
    CONTACT(Operation.ORGANISATION_CHANGE),
    RENAME(Operation.ORGANISATION_CHANGE),
    OPEN(Operation.ORGANISATION_OPEN),
    MOVE(Operation.ORGANISATION_MOVE),
    SPLIT(Operation.ORGANISATION_MOVE),
    MERGE(Operation.ORGANISATION_CLOSE),
    ACT_FOR(Operation.ORGANISATION_CHANGE),
    CLOSE(Operation.ORGANISATION_CLOSE);

    private final Operation operation;

    ChangeKind(Operation operation) {
        this.operation = operation;
    }

    Operation operation() {
        return operation;
    }

    /** The last part of its address. */
    public String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ChangeKind> at(String address) {
        return Arrays.stream(values())
                .filter(kind -> kind.address().equals(address))
                .findFirst();
    }

    /** Those that the caller may make there. */
    static List<ChangeKind> allowed(Access access, Caller caller, Dossier dossier) {
        Organisation one = dossier.organisation();
        if (one.closedOn().isPresent()) {
            return List.of();
        }
        return Arrays.stream(values())
                .filter(kind -> access.allows(caller, kind.operation, one.path()))
                .filter(kind -> kind.isPossible(access, caller, dossier))
                .toList();
    }

    private boolean isPossible(Access access, Caller caller, Dossier dossier) {
        Organisation one = dossier.organisation();
        return switch (this) {
            case ACT_FOR -> one.tier() == Tier.OFFICE;
            // Nothing that he reaches is above or beside his own.
            case MOVE, MERGE -> !caller.path().equals(Optional.of(one.path()));
            case SPLIT -> access.allows(caller, Operation.ORGANISATION_OPEN, above(dossier));
            case STATE, CONTACT, RENAME, OPEN, CLOSE -> true;
        };
    }

    private static String above(Dossier dossier) {
        return dossier.above().isEmpty() ? "" : dossier.above().getLast().path();
    }
}
