package org.huzhu.payments;

import static org.huzhu.payments.PaymentRefused.require;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huzhu.kernel.Money;
import org.huzhu.payments.ConfirmationDesk.Kind;
import org.huzhu.payments.JdbcPayables.Attempt;
import org.huzhu.payments.JdbcPayables.Try;
import org.huzhu.payments.PaymentRefused.Reason;
import org.huzhu.payments.Standing.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Owes, within the transaction of whoever owes. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PayablesService implements Payables {

    private static final String KIND = "payable";
    private static final Set<State> NOT_PAID_OUT = Set.of(State.PAYABLE, State.RETURNED);

    /** Money that no bank has heard of. */
    private static final Set<State> HELD = Set.of(State.PAYABLE, State.RETURNED, State.REDIRECTED);

    private static final int AT_ONCE = 5_000;

    private final JdbcPayables payables;
    private final JdbcWishes wishes;
    private final Books books;
    private final Desk desk;

    PayablesService(JdbcPayables payables, JdbcWishes wishes, Books books, Desk desk) {
        this.payables = payables;
        this.wishes = wishes;
        this.books = books;
        this.desk = desk;
    }

    @Override
    public UUID owe(Owing owing) {
        UUID id = desk.freshId();
        if (!payables.add(id, owing)) {
            return same(owing);
        }
        payables.add(
                new Try(
                        desk.freshId(),
                        id,
                        1,
                        owing.path(),
                        owing.fund(),
                        owing.sum(),
                        owing.payee(),
                        State.PAYABLE,
                        Optional.empty()),
                owing.day(),
                desk.moment());
        books.owed(id, new Books.Move(owing.fund(), owing.day(), owing.sum()));
        desk.done("payment.owe", KIND, id, owing.path());
        return id;
    }

    private UUID same(Owing owing) {
        return payables.first(owing.key())
                .filter(there -> there.item().kind().equals(owing.kind())
                        && there.item().reference().equals(owing.reference())
                        && there.item().member().equals(owing.member())
                        && there.fund().equals(owing.fund())
                        && there.sum().equals(owing.sum())
                        && payables.payee(there).equals(owing.payee()))
                .map(Attempt::payable)
                .orElseThrow(() -> new PaymentRefused(Reason.KEY_TAKEN, owing.key()));
    }

    @Override
    public void owe(Collection<Owing> owings) {
        Map<String, Owing> byKey = new LinkedHashMap<>();
        owings.forEach(owing -> require(
                Optional.ofNullable(byKey.put(owing.key(), owing))
                        .filter(other -> !other.equals(owing))
                        .isEmpty(),
                Reason.KEY_TAKEN));
        List<Owing> all = List.copyOf(byKey.values());
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            oweSome(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
        }
    }

    private void oweSome(List<Owing> some) {
        Map<String, Attempt> known = payables
                .current(some.stream().map(Owing::key).toList())
                .stream()
                .collect(Collectors.toMap(there -> there.item().key(), Function.identity()));
        Map<UUID, Owing> fresh = new LinkedHashMap<>();
        Map<UUID, UUID> tries = new HashMap<>();
        for (Owing owing : some) {
            if (known.containsKey(owing.key())) {
                same(owing);
            } else {
                UUID id = desk.freshId();
                fresh.put(id, owing);
                tries.put(id, desk.freshId());
            }
        }
        payables.add(fresh, tries, desk.moment());
        post(fresh.values());
    }

    private record Share(UUID fund, LocalDate day, String path) {}

    private void post(Collection<Owing> fresh) {
        UUID together = desk.freshId();
        Map<Share, Money> sums = new LinkedHashMap<>();
        Map<Books.Move, Money> moves = new LinkedHashMap<>();
        for (Owing owing : fresh) {
            moves.merge(new Books.Move(owing.fund(), owing.day(), Money.ZERO), owing.sum(), Money::plus);
            sums.merge(new Share(owing.fund(), owing.day(), owing.path()), owing.sum(), Money::plus);
        }
        moves.forEach((move, sum) -> books.owed(together, new Books.Move(move.fund(), move.day(), sum)));
        sums.keySet().stream()
                .map(Share::path)
                .distinct()
                .forEach(path -> desk.done("payment.owe", "payables", together, path));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Standing> standing(Collection<String> keys) {
        return payables.current(keys).stream()
                .collect(Collectors.toMap(
                        there -> there.item().key(),
                        there -> new Standing(
                                there.payable(),
                                there.state(),
                                there.number(),
                                there.sum(),
                                there.since(),
                                there.reason(),
                                Optional.of(there.cardEnd()))));
    }

    private Attempt locked(String key) {
        return payables.lock(key).orElseThrow(() -> new PaymentRefused(Reason.ABSENT, key));
    }

    @Override
    public boolean redirect(String key, Payee payee) {
        Attempt attempt = locked(key);
        if (attempt.state() == State.REDIRECTED) {
            wishes.overtake(attempt.id(), desk.moment());
            payables.replace(attempt.id(), payee);
            wish(attempt.id(), attempt);
            return true;
        }
        require(attempt.state() == State.RETURNED, Reason.OTHER_STATE);
        if (wishes.isOpen(attempt.id())) {
            return false;
        }
        wish(again(attempt, payee), attempt);
        return true;
    }

    private UUID again(Attempt returned, Payee payee) {
        require(payables.next(returned), Reason.OTHER_STATE);
        UUID id = desk.freshId();
        payables.add(
                new Try(
                        id,
                        returned.payable(),
                        returned.number() + 1,
                        returned.path(),
                        returned.fund(),
                        returned.sum(),
                        payee,
                        State.REDIRECTED,
                        returned.reason()),
                desk.today(),
                desk.moment());
        return id;
    }

    /** Has a second person look at the card of the payment. */
    private void wish(UUID payment, Attempt of) {
        wishes.add(desk.freshId(), payment, of.path(), Kind.REDIRECT, desk.today(), "换卡", desk.moment());
        desk.done("payment.redirect", KIND, of.payable(), of.path());
    }

    @Override
    public void askToCancel(String key, String reason) {
        Attempt attempt = locked(key);
        String why = Desk.reason(reason);
        require(NOT_PAID_OUT.contains(attempt.state()), Reason.OTHER_STATE);
        require(!wishes.isOpen(attempt.id()), Reason.ASKED_ALREADY);
        wishes.add(desk.freshId(), attempt.id(), attempt.path(), Kind.CANCEL, desk.today(), why, desk.moment());
        desk.done("payment.cancel", KIND, attempt.payable(), attempt.path(), why);
    }

    @Override
    public Money takeBack(String key, String reason) {
        return payables.lock(key)
                .filter(there -> HELD.contains(there.state()))
                .map(there -> takeBack(there, Desk.reason(reason)))
                .orElse(Money.ZERO);
    }

    private Money takeBack(Attempt attempt, String why) {
        wishes.overtake(attempt.id(), desk.moment());
        require(payables.step(attempt.id(), HELD, State.CANCELLED, desk.today(), attempt.reason()), Reason.OTHER_STATE);
        books.cancelled(attempt.payable(), attempt.move(desk.today()));
        desk.done("payment.take-back", KIND, attempt.payable(), attempt.path(), why);
        return attempt.sum();
    }
}
