package org.huzhu.quarters;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Money;

/**
 * What one person is due of a quarter, and how that comes about.
 *
 * @param name of whom it is paid to
 * @param outpatient what he paid himself of visits in the year so far
 * @param inpatient the same of stays
 * @param entitled what the year so far gives
 * @param before what earlier quarters gave of it
 * @param due the difference: below zero it is carried on, and later quarters make it good
 * @param paidOn the bank's day
 */
public record QuarterLine(
        UUID id,
        Quarter quarter,
        Optional<UUID> member,
        String agency,
        String name,
        String cardEnd,
        Money outpatient,
        Money inpatient,
        Money entitled,
        Money before,
        Money due,
        Optional<LocalDate> paidOn) {}
