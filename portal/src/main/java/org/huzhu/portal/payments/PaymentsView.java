package org.huzhu.portal.payments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.payments.AnswerDesk.Taken;
import org.huzhu.payments.PaymentDesk.Account;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentDesk.Waiting;
import org.huzhu.payments.bank.FileForm;

/**
 * What there is to pay, as its page shows it.
 *
 * @param places what organisations are called, by their paths
 * @param funds those that whoever looks may pay from
 * @param toConfirm how many decisions a second person is waited for
 * @param odd how many differences nobody resolved
 * @param taken what came of an answer that was just taken
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record PaymentsView(
        List<Waiting> waiting,
        Map<String, String> places,
        List<FundLine> funds,
        List<Batch> batches,
        List<FileForm> forms,
        int toConfirm,
        int odd,
        Optional<Taken> taken,
        String trouble) {

    /** A fund that benefits are paid from. */
    public record FundLine(Fund fund, Optional<Account> account, int count, Money sum) {}

    /** What all that waits comes to. */
    public Money sum() {
        return Money.sum(waiting.stream().map(Waiting::sum).toList());
    }
}
