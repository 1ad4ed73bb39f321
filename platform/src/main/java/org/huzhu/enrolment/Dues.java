package org.huzhu.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Funding;

/**
 * What is due for a batch, and the word that it is paid: the door for the room that bills. It works in the scope at
 * hand and asks no rights; each call is made within a transaction.
 */
public interface Dues {

    /**
     * What is due for a confirmed batch.
     *
     * @throws EnrolmentRefused if there is no such batch within reach, or it is not confirmed
     */
    Due of(UUID batch);

    /** Hears of each cover of the batch, in the order of the roster: for rules that go by the head. */
    void each(UUID batch, Consumer<Line> hearer);

    /** How many people the batches enrolled, each counted once; of one plan, where it is named. */
    int persons(List<UUID> batches, Optional<String> plan);

    /**
     * All that is due for the batch is paid and its papers are there since the day. Cover starts on the first day that
     * was agreed, or where it is too late for that, on the next uniform day of the offer. Said twice, it changes
     * nothing.
     *
     * @return the day on which cover starts
     * @throws EnrolmentRefused if the batch was taken back
     */
    LocalDate paid(UUID batch, LocalDate since);

    /**
     * What is due.
     *
     * @param number what people call the batch, and write on a transfer
     * @param unit whose people they are
     * @param path that of the unit
     * @param startsOn the day on which cover starts if the money is there by then
     * @param plans one for each plan of the batch
     */
    record Due(UUID batch, String number, UUID unit, String path, LocalDate startsOn, List<PlanDue> plans) {

        public Due {
            plans = List.copyOf(plans);
        }
    }

    /** What is due for one plan of a batch; in the sum the contributions of all heads. */
    record PlanDue(String plan, Funding funding, int heads, Money sum) {}

    /**
     * One cover of a batch.
     *
     * @param row of the roster
     * @param person the same for one person at all units
     */
    record Line(int row, UUID person, String plan, Money contribution) {}
}
