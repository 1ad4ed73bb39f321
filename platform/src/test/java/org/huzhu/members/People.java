package org.huzhu.members;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;

/** Made-up persons, no two with the same number. */
final class People {

    static final LocalDate LONG_AGO = LocalDate.of(2010, 3, 1);

    private static final AtomicInteger NEXT = new AtomicInteger();

    private People() {}

    /** A number that nobody else has, of somebody born on the day. */
    static IdNumber number(LocalDate birth) {
        int sequence = NEXT.incrementAndGet();
        long division = 110_101L + sequence / 1000;
        long day = birth.getYear() * 10_000L + birth.getMonthValue() * 100L + birth.getDayOfMonth();
        return new IdNumber((division * 100_000_000 + day) * 1000 + sequence % 1000);
    }

    static Newcomer named(String name) {
        return newcomer(name, number(LocalDate.of(1985, 5, 17)));
    }

    static Newcomer newcomer(String name, IdNumber number) {
        return new Newcomer(
                new PersonName(name),
                new Paper.Resident(number),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LONG_AGO);
    }

    static Newcomer with(Newcomer newcomer, Phone phone, String address) {
        return new Newcomer(
                newcomer.name(),
                newcomer.paper(),
                newcomer.birthOn(),
                newcomer.sex(),
                Optional.of(phone),
                Optional.of(address),
                newcomer.employedFrom());
    }
}
