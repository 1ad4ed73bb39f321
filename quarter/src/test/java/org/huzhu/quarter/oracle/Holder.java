package org.huzhu.quarter.oracle;

import java.time.LocalDate;
import java.util.Optional;

/** One row of the register: a card and the days on which it is valid, {@code until} not being one of them. */
record Holder(String memberNo, String person, String cardNo, LocalDate from, Optional<LocalDate> until, String agency) {

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && (until.isEmpty() || day.isBefore(until.get()));
    }
}
