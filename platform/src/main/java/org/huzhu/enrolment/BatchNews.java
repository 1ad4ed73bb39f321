package org.huzhu.enrolment;

import java.time.LocalDate;
import java.util.UUID;

/** News of a batch, within the transaction in which it happens. */
public sealed interface BatchNews {

    UUID batch();

    /** Its covers are agreed, and wait for the contribution. Whoever bills asks {@link Dues} what is due. */
    record Confirmed(UUID batch) implements BatchNews {}

    /** All of it is paid: its covers come into force on the day. */
    record Started(UUID batch, LocalDate day) implements BatchNews {}

    /**
     * A confirmed batch is taken back. Whoever keeps something that depends on it, such as money that came for it,
     * refuses with {@link EnrolmentRefused}, and nothing is taken back.
     */
    record TakenBack(UUID batch) implements BatchNews {}
}
