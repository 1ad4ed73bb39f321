package org.huzhu.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.payments.Till.as;
import static org.huzhu.payments.Till.doAs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.payments.ConfirmationDesk.Wish;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentDesk.BatchState;
import org.huzhu.payments.Standing.State;
import org.huzhu.payments.Till.Office;
import org.huzhu.payments.bank.AnswerLine;
import org.huzhu.payments.bank.AnswerLine.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.UnexpectedRollbackException;

/** Whatever is done in whatever order, and broken off, nothing is paid twice and the books agree. */
@RoomTest
@Import({Till.class, Till.Tools.class})
class SimulationTest {

    /** More of them by {@code -Dhuzhu.seeds=200}. */
    private static final int SEEDS = Integer.getInteger("huzhu.seeds", 20);

    private static final int STEPS = 40;

    private final Till till;
    private final PaymentDesk desk;
    private final ConfirmationDesk confirmations;

    @Autowired
    SimulationTest(Till till, PaymentDesk desk, ConfirmationDesk confirmations) {
        this.till = till;
        this.desk = desk;
        this.confirmations = confirmations;
    }

    /** What is thrown where a step is broken off, once all of it was done and nothing of it stands yet. */
    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whatever_is_done_in_whatever_order_nothing_is_paid_twice() {
        int paid = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Office office = till.office();
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            List<String> keys = new ArrayList<>(till.owe(office, 3));
            for (int i = 0; i < STEPS; i++) {
                step(office, keys, random);
            }
            paid += (int) till.standing(office, keys).values().stream()
                    .filter(standing -> standing.state() == State.PAID)
                    .count();
        }
        assertThat(till.flaws()).isEmpty();
        assertThat(paid).as("that anything is paid at all").isGreaterThan(SEEDS / 4);
    }

    private void step(Office office, List<String> keys, RandomGenerator random) {
        boolean isBrokenOff = random.nextInt(6) == 0;
        int what = random.nextInt(20);
        String key = keys.get(random.nextInt(keys.size()));
        try {
            if (isBrokenOff) {
                till.within(who(office, what), () -> {
                    act(office, key, what, random);
                    throw new BrokenOff();
                });
            } else {
                act(office, key, what, random);
            }
        } catch (PaymentRefused | BrokenOff | UnexpectedRollbackException expected) {
            // Refused, or broken off: nothing of it may stand, which the books show.
        }
    }

    private static Caller who(Office office, int what) {
        return switch (what) {
            case 6, 7, 8, 9, 13, 14 -> office.checker();
            case 11, 12 -> office.reviewer();
            default -> office.maker();
        };
    }

    private void act(Office office, String key, int what, RandomGenerator random) {
        switch (what) {
            case 0, 1, 2 -> till.assemble(office);
            case 3, 4, 5 ->
                batch(office, BatchState.FROZEN)
                        .ifPresent(batch -> as(office.maker(), () -> desk.file(office.maker(), batch.id())));
            case 6, 7, 8, 9 -> batch(office, BatchState.FILED).ifPresent(batch -> till.release(office, batch));
            case 10 ->
                batch(office, BatchState.FILED)
                        .ifPresent(batch -> doAs(office.maker(), () -> desk.drop(office.maker(), batch.id(), "作废")));
            case 11 -> till.redirect(office, key);
            case 12 -> till.askToCancel(office, key);
            case 13, 14 -> wish(office).ifPresent(wish -> doAs(office.checker(), () -> decide(office, wish, random)));
            default -> {
                Outcome[] all = Outcome.values();
                AnswerLine line = till.line(office, key, all[random.nextInt(all.length)]);
                till.take(office, line);
                till.take(office, till.answer(line, line));
            }
        }
    }

    private void decide(Office office, Wish wish, RandomGenerator random) {
        if (wish.kind() == ConfirmationDesk.Kind.REDIRECT || random.nextInt(4) == 0) {
            confirmations.confirm(office.checker(), wish.id());
        } else {
            confirmations.decline(office.checker(), wish.id(), "不同意");
        }
    }

    private Optional<Batch> batch(Office office, BatchState state) {
        return as(office.maker(), () -> desk.batches(office.maker(), 20)).stream()
                .filter(batch -> batch.state() == state)
                .findFirst();
    }

    private Optional<Wish> wish(Office office) {
        return as(office.checker(), () -> confirmations.open(office.checker(), 1)).stream()
                .findFirst();
    }
}
