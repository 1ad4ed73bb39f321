package org.huzhu.unions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.CreditCode;
import org.huzhu.kernel.Require;
import org.huzhu.unions.UnitFacts.Contact;

/**
 * A unit's own request to be taken in.
 *
 * @param id also the receipt of whoever asked: nobody can guess it
 * @param under the agency, street or point that it asks
 * @param decision empty while it waits
 */
public record Registration(UUID id, UUID under, Form form, State state, Instant askedAt, Optional<Decision> decision) {

    /** Where a request stands. Names are stored: never rename one. */
    public enum State {
        ASKED,
        APPROVED,
        /** Given back, to be mended and asked again. */
        RETURNED
    }

    /**
     * What the unit says of itself.
     *
     * @param facts one of both codes at the least
     */
    public record Form(String name, UnitFacts facts, Contact contact) {

        public Form {
            name = Opening.checkedName(name);
            Require.that(
                    facts.unionCode().isPresent() || facts.employerCode().isPresent(),
                    "A unit that registers states the credit code of its union, or of the employer");
        }

        Optional<CreditCode> unionCode() {
            return facts.unionCode();
        }
    }

    /**
     * How it was decided.
     *
     * @param by the account of the reviewer
     * @param reason why it was given back
     * @param organisation the unit that was opened
     */
    public record Decision(String by, Instant at, Optional<String> reason, Optional<UUID> organisation) {}
}
