package org.huzhu.access;

import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.springframework.stereotype.Service;

/** Decides by the table alone. */
@Service
class AccessByMatrix implements Access {

    private final Matrix matrix = Matrix.ofSociety();
    private final AccessWall wall;
    private final AuditTrail trail;

    AccessByMatrix(AccessWall wall, AuditTrail trail) {
        this.wall = wall;
        this.trail = trail;
    }

    @Override
    public void require(Caller caller, Operation operation, String path) {
        if (allows(caller, operation, path)) {
            if (operation.isGrave() && !caller.isFresh() && wall.stands()) {
                throw new ProofNeeded(operation);
            }
            return;
        }
        Relation relation = Relation.of(caller.path(), path);
        Deed refused = Deed.refused(operation.title(), "organisation", path, caller.role() + " " + relation);
        caller.scope().run(() -> trail.recordApart(refused));
        throw new Refused(caller, operation);
    }

    @Override
    public boolean allows(Caller caller, Operation operation, String path) {
        return !wall.stands() || matrix.allows(operation, caller.role(), Relation.of(caller.path(), path));
    }
}
