package org.huzhu.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huzhu.kernel.Require;

/**
 * The facts of one member on which the judge determines.
 *
 * @param terms all his coverage periods under all plans, past ones too
 * @param events all events that matter, told apart by their id; earlier ones that were paid may stand here in full, or
 *     only as payments
 * @param payments what was paid before
 */
public record Case(List<Term> terms, List<Event> events, List<Payment> payments) {

    public Case {
        terms = List.copyOf(terms);
        events = List.copyOf(events);
        payments = List.copyOf(payments);
        Set<String> ids = new HashSet<>();
        for (Event event : events) {
            Require.that(ids.add(event.id()), "Two events bear the name '%s'", event.id());
        }
        for (Payment payment : payments) {
            payment.event()
                    .ifPresent(id -> Require.that(
                            ids.contains(id), "A payment names the event '%s', which is not among the facts", id));
        }
    }
}
