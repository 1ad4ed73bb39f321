package org.huzhu.payments;

import static org.huzhu.payments.PaymentRefused.require;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.database.BeyondReach;
import org.huzhu.payments.JdbcPayables.Attempt;
import org.huzhu.payments.PaymentNews.Item;
import org.huzhu.payments.PaymentRefused.Reason;
import org.huzhu.payments.Standing.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the step that was asked for once another has confirmed it. */
@Service
@Transactional
class ConfirmationDeskService implements ConfirmationDesk {

    private final JdbcPayables payables;
    private final JdbcWishes wishes;
    private final Books books;
    private final Desk desk;
    private final BeyondReach beyond;
    private final ApplicationEventPublisher news;

    ConfirmationDeskService(
            JdbcPayables payables,
            JdbcWishes wishes,
            Books books,
            Desk desk,
            BeyondReach beyond,
            ApplicationEventPublisher news) {
        this.payables = payables;
        this.wishes = wishes;
        this.books = books;
        this.desk = desk;
        this.beyond = beyond;
        this.news = news;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Wish> open(Caller caller, int max) {
        desk.require(caller, Operation.PAYMENT_VIEW);
        return wishes.open(max);
    }

    private Attempt locked(UUID payment) {
        return payables.lock(payment).orElseThrow(() -> new PaymentRefused(Reason.ABSENT));
    }

    @Override
    public void askToSettle(Caller caller, UUID payment, boolean isPaid, LocalDate day, String reason) {
        Attempt attempt = locked(payment);
        desk.require(caller, Operation.PAYMENT_MAKE, attempt.path());
        String why = Desk.reason(reason);
        require(attempt.state() == State.UNKNOWN, Reason.OTHER_STATE);
        require(!wishes.isOpen(payment), Reason.ASKED_ALREADY);
        require(!day.isAfter(desk.today()), Reason.NOT_POSSIBLE);
        Kind kind = isPaid ? Kind.SETTLE_PAID : Kind.SETTLE_RETURNED;
        wishes.add(desk.freshId(), payment, attempt.path(), kind, day, why, desk.moment());
        desk.done("payment.settle", "payment", payment, attempt.path(), why);
    }

    private Wish decided(Caller caller, UUID id, boolean isConfirmed) {
        Wish wish = wishes.find(id).orElseThrow(() -> new PaymentRefused(Reason.ABSENT));
        desk.require(caller, Operation.PAYMENT_CONFIRM, wish.path());
        require(!wish.askedBy().equals(Desk.actor()), Reason.BY_THE_SAME);
        require(wishes.decide(id, isConfirmed, desk.moment()), Reason.DECIDED);
        return wish;
    }

    @Override
    public void confirm(Caller caller, UUID id) {
        Wish wish = decided(caller, id, true);
        Attempt attempt = locked(wish.payment());
        switch (wish.kind()) {
            case REDIRECT -> step(attempt, Set.of(State.REDIRECTED), State.PAYABLE, desk.today(), Optional.empty());
            case CANCEL -> {
                step(attempt, Set.of(State.PAYABLE, State.RETURNED), State.CANCELLED, desk.today(), attempt.reason());
                books.cancelled(attempt.payable(), attempt.move(desk.today()));
            }
            case SETTLE_PAID -> {
                step(attempt, Set.of(State.UNKNOWN), State.PAID, wish.day(), Optional.empty());
                books.paid(id, attempt.move(wish.day()));
                tell(new PaymentNews.Paid(List.of(item(attempt, wish, Optional.empty()))));
            }
            case SETTLE_RETURNED -> {
                Optional<String> reason = Optional.of(wish.reason());
                step(attempt, Set.of(State.UNKNOWN), State.RETURNED, wish.day(), reason);
                books.returned(id, attempt.move(wish.day()));
                tell(new PaymentNews.Returned(List.of(item(attempt, wish, reason))));
            }
        }
        desk.done(Operation.PAYMENT_CONFIRM.title(), "payment", attempt.id(), attempt.path(), wish.reason());
    }

    private void tell(PaymentNews what) {
        beyond.run(() -> news.publishEvent(what));
    }

    private void step(Attempt attempt, Set<State> from, State to, LocalDate day, Optional<String> reason) {
        require(payables.step(attempt.id(), from, to, day, reason), Reason.OTHER_STATE);
    }

    private static Item item(Attempt attempt, Wish wish, Optional<String> reason) {
        Item item = attempt.item();
        return new Item(item.key(), item.kind(), item.reference(), item.member(), item.sum(), wish.day(), reason);
    }

    @Override
    public void decline(Caller caller, UUID id, String reason) {
        Wish wish = decided(caller, id, false);
        String why = Desk.reason(reason);
        if (wish.kind() == Kind.REDIRECT) {
            Attempt attempt = locked(wish.payment());
            step(attempt, Set.of(State.REDIRECTED), State.RETURNED, desk.today(), attempt.reason());
        }
        desk.done("payment.decline", "payment", wish.payment(), wish.path(), why);
    }
}
