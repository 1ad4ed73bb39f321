package org.huzhu.access;

import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Decides by the table, and where something is written, by whether the caller is still who he was when he asked. */
@Service
class AccessByMatrix implements Access {

    private final Matrix matrix = Matrix.ofSociety();
    private final AccessWall wall;
    private final AuditTrail trail;
    private final ObjectProvider<Standing> standing;

    AccessByMatrix(AccessWall wall, AuditTrail trail, ObjectProvider<Standing> standing) {
        this.wall = wall;
        this.trail = trail;
        this.standing = standing;
    }

    @Override
    public void require(Caller caller, Operation operation, String path) {
        if (allows(caller, operation, path)) {
            if (operation.isGrave() && !caller.isFresh() && wall.stands()) {
                throw new ProofNeeded(operation);
            }
            if (wall.stands() && !operation.isLooking() && isWriting() && !stands(caller)) {
                throw refused(caller, operation, path, caller.role() + " ENDED");
            }
            return;
        }
        throw refused(caller, operation, path, caller.role() + " " + Relation.of(caller.path(), path));
    }

    private Refused refused(Caller caller, Operation operation, String path, String why) {
        Deed refused = Deed.refused(operation.title(), "organisation", path, why);
        caller.scope().run(() -> trail.recordApart(refused));
        return new Refused(caller, operation);
    }

    private static boolean isWriting() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private boolean stands(Caller caller) {
        Standing known = standing.getIfAvailable();
        return known == null || caller.role() == Role.MEMBER || known.holds(caller);
    }

    @Override
    public boolean allows(Caller caller, Operation operation, String path) {
        return !wall.stands() || matrix.allows(operation, caller.role(), Relation.of(caller.path(), path));
    }
}
