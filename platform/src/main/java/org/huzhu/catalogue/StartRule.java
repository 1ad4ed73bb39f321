package org.huzhu.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/** On which uniform day (约定时间统一生效) cover starts, once money and papers are complete. */
public sealed interface StartRule {

    /** How the day is found. Names are stored: never rename one. */
    enum Kind {
        NEXT_DAY,
        NEXT_MONTH,
        FIXED
    }

    Kind kind();

    /** The first day of cover for what is complete on the day. */
    LocalDate firstDay(LocalDate ready);

    /** The day that was agreed on; empty where none was. */
    default Optional<LocalDate> agreedOn() {
        return Optional.empty();
    }

    /** The rule of the kind; empty where a day is agreed on but not said, or said but not agreed on. */
    static Optional<StartRule> of(Kind kind, Optional<LocalDate> agreedOn) {
        return switch (kind) {
            case NEXT_DAY -> Optional.<StartRule>of(new NextDay()).filter(_ -> agreedOn.isEmpty());
            case NEXT_MONTH -> Optional.<StartRule>of(new NextMonth()).filter(_ -> agreedOn.isEmpty());
            case FIXED -> agreedOn.map(Fixed::new);
        };
    }

    /** 缴费次日. */
    record NextDay() implements StartRule {

        @Override
        public Kind kind() {
            return Kind.NEXT_DAY;
        }

        @Override
        public LocalDate firstDay(LocalDate ready) {
            return ready.plusDays(1);
        }
    }

    /** 缴费次月1日. */
    record NextMonth() implements StartRule {

        @Override
        public Kind kind() {
            return Kind.NEXT_MONTH;
        }

        @Override
        public LocalDate firstDay(LocalDate ready) {
            return firstOfNextMonth(ready);
        }
    }

    /**
     * 统一生效日: one day for all that is complete on it or before; what comes late starts with the next month.
     *
     * @param day such as the first of January
     */
    record Fixed(LocalDate day) implements StartRule {

        @Override
        public Kind kind() {
            return Kind.FIXED;
        }

        @Override
        public Optional<LocalDate> agreedOn() {
            return Optional.of(day);
        }

        @Override
        public LocalDate firstDay(LocalDate ready) {
            return ready.isAfter(day) ? firstOfNextMonth(ready) : day;
        }
    }

    private static LocalDate firstOfNextMonth(LocalDate day) {
        return day.withDayOfMonth(1).plusMonths(1);
    }
}
