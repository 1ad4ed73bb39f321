package org.huzhu.enrolment.export;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.enrolment.Batch.Pinned;
import org.huzhu.enrolment.Cover;
import org.huzhu.enrolment.Order;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;

/**
 * One cover of a batch, as it stands on a list.
 *
 * @param number what people call the batch
 * @param row of the roster that it came with
 * @param name as the register has it; of somebody who has left the unit, as the roster had it
 * @param paper the number of his paper, masked; empty for whoever is out of reach now
 * @param hours of the first and the last day; empty where whole days are meant
 * @param waitsUntil the first day on which it no longer waits; empty where it never does
 */
public record Listed(
        UUID cover,
        UUID batch,
        String number,
        UUID unit,
        String path,
        int row,
        String name,
        Optional<String> paper,
        Pinned plan,
        int units,
        DateSpan span,
        Optional<Order.Hours> hours,
        Optional<LocalDate> waitsUntil,
        Money contribution,
        Cover.State state) {}
