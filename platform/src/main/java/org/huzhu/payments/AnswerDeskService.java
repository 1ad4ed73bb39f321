package org.huzhu.payments;

import static org.huzhu.payments.PaymentRefused.require;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.database.BeyondReach;
import org.huzhu.ledger.Fund;
import org.huzhu.payments.PaymentRefused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the rights of whoever brings an answer; differences are listed and resolved here. */
@Service
@Transactional
class AnswerDeskService implements AnswerDesk {

    private static final String KIND = "payment-answer";

    private final JdbcAnswers answers;
    private final Answering answering;
    private final Books books;
    private final BeyondReach beyond;
    private final Desk desk;

    AnswerDeskService(JdbcAnswers answers, Answering answering, Books books, BeyondReach beyond, Desk desk) {
        this.answers = answers;
        this.answering = answering;
        this.books = books;
        this.beyond = beyond;
        this.desk = desk;
    }

    @Override
    public Taken take(Caller caller, UUID id, Path file) {
        Fund fund = books.fund(id);
        desk.require(caller, Operation.PAYMENT_MAKE, fund.path());
        Taken taken = beyond.call(() -> answering.take(fund, file));
        String what = "%d/%d/%d/%d".formatted(taken.lines(), taken.paid(), taken.returned(), taken.different());
        desk.done("payment.answer", KIND, taken.answer(), fund.path(), what);
        return taken;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Taken> latest(Caller caller, int max) {
        desk.require(caller, Operation.PAYMENT_VIEW);
        return answers.latest(max);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Difference> differences(Caller caller, int max) {
        desk.require(caller, Operation.PAYMENT_VIEW);
        return answers.differences(max);
    }

    @Override
    public void resolve(Caller caller, UUID id, String resolution) {
        Difference difference = answers.difference(id).orElseThrow(() -> new PaymentRefused(Reason.ABSENT));
        desk.require(caller, Operation.PAYMENT_MAKE, difference.path());
        String how = Desk.reason(resolution);
        require(answers.resolve(id, how, desk.moment()), Reason.DECIDED);
        desk.done("payment.resolve", "payment-difference", id, difference.path(), how);
    }
}
