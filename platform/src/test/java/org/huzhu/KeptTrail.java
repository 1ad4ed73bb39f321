package org.huzhu;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;

/** Keeps in memory what was recorded, in the order in which it was: for tests of one room without that of the audit. */
public final class KeptTrail implements AuditTrail {

    private final List<Deed> deeds = new CopyOnWriteArrayList<>();

    @Override
    public void record(Deed deed) {
        deeds.add(deed);
    }

    @Override
    public void recordApart(Deed deed) {
        deeds.add(deed);
    }

    /** The list itself, which a test may empty. */
    public List<Deed> deeds() {
        return deeds;
    }
}
