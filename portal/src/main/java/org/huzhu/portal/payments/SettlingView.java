package org.huzhu.portal.payments;

import java.util.List;
import org.huzhu.payments.AnswerDesk.Difference;
import org.huzhu.payments.ConfirmationDesk.Wish;
import org.huzhu.payments.PaymentDesk.Order;
import org.huzhu.payments.Standing.State;

/**
 * What is to be settled, as its page shows it.
 *
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record SettlingView(
        List<Difference> differences,
        List<Order> orders,
        List<Wish> wishes,
        boolean mayMake,
        boolean mayConfirm,
        String trouble) {

    /** Whether somebody may ask to settle it as the bank's statement shows it. */
    public boolean isToSettle(Order order) {
        return mayMake && order.state() == State.UNKNOWN && !order.isAsked();
    }
}
