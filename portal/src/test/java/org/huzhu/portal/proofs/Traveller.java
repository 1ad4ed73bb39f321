package org.huzhu.portal.proofs;

import java.util.List;
import java.util.function.Predicate;
import org.huzhu.portal.proofs.Addresses.Row;
import org.huzhu.portal.proofs.Canaries.Canary;
import org.huzhu.portal.proofs.Things.Thing;

/**
 * Somebody with a session, who asks for anything.
 *
 * @param token of the session
 * @param path of the organisation of his post; of a member, that of his unit
 * @param member the id of the member; empty text for staff
 * @param rows the addresses that he may try
 */
record Traveller(String name, String token, String path, String member, List<Row> rows) {

    /** Whether the sign may be shown to him. */
    Predicate<Canary> isHis() {
        return member.isEmpty()
                ? canary -> reaches(canary.path())
                : canary -> canary.thing().equals(member);
    }

    boolean reaches(Thing thing) {
        return member.isEmpty() && reaches(thing.path());
    }

    private boolean reaches(String other) {
        return path.isEmpty() || other.equals(path) || other.startsWith(path + ".");
    }

    List<Row> pages() {
        return rows.stream().filter(row -> row.method().equals("GET")).toList();
    }

    @Override
    public String toString() {
        return name + " of " + path;
    }
}
