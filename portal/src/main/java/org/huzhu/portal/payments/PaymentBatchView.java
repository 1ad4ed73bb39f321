package org.huzhu.portal.payments;

import java.util.List;
import java.util.Optional;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentDesk.BatchState;
import org.huzhu.payments.PaymentDesk.Order;
import org.huzhu.payments.PaymentDesk.PartFile;

/**
 * A batch, as its page shows it.
 *
 * @param from the first order that is shown, counted from 0
 * @param hasMore whether there are orders after those that are shown
 * @param proof the name of the sentence that asks who releases to prove that it is he
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record PaymentBatchView(
        Batch batch,
        List<PartFile> files,
        List<Order> orders,
        int from,
        boolean hasMore,
        boolean mayMake,
        boolean mayRelease,
        boolean isDemonstration,
        Optional<String> proof,
        String trouble) {

    /** How many orders a page shows. */
    static final int SHOWN = 100;

    public String address() {
        return PaymentsPage.ADDRESS + "/batches/" + batch.id();
    }

    public boolean isFrozen() {
        return batch.state() == BatchState.FROZEN;
    }

    public boolean isFiled() {
        return batch.state() == BatchState.FILED;
    }

    public boolean isReleased() {
        return batch.state() == BatchState.RELEASED;
    }

    public String before() {
        return address() + "?from=" + Math.max(0, from - SHOWN);
    }

    public String after() {
        return address() + "?from=" + (from + SHOWN);
    }
}
