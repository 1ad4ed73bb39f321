package org.huzhu.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Money;

/** What banks did, told within the transaction that takes their answer; a large answer is told in parts. */
public sealed interface PaymentNews {

    /** At most a thousand. */
    List<Item> items();

    /** Paid. */
    record Paid(List<Item> items) implements PaymentNews {

        public Paid {
            items = List.copyOf(items);
        }
    }

    /** Given back; what was paid before is told here too, where it came back. */
    record Returned(List<Item> items) implements PaymentNews {

        public Returned {
            items = List.copyOf(items);
        }
    }

    /**
     * A payable.
     *
     * @param day the bank's
     * @param reason why it was given back
     */
    record Item(
            String key,
            String kind,
            UUID reference,
            Optional<UUID> member,
            Money sum,
            LocalDate day,
            Optional<String> reason) {}
}
