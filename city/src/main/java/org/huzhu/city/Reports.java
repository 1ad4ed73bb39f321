package org.huzhu.city;

import java.util.ArrayList;
import java.util.List;
import org.huzhu.kernel.Rate;

/**
 * Turns the bills of a person into what reaches the society: most on the day of settling, some late, some taken back
 * later, some taken back and corrected, and beside them the flawed rows.
 *
 * <p>A flawed row always comes in addition. So the same city with and without flaws pays the same.
 */
final class Reports {

    private static final int LATE_VISITS_IN_THOUSAND = 15;
    private static final int LATE_STAYS_IN_THOUSAND = 60;
    private static final int LATE_DAYS_MAX = 40;
    private static final int CANCELLED_IN_THOUSAND = 6;
    private static final int CANCELLED_AFTER_DAYS_MAX = 130;
    private static final int FIRST_AMOUNT = FeedRow.TOTAL;

    private final CityOrder order;
    private final YearDays days;
    private final Flaws flaws;
    private final int flawedInMillion;

    Reports(CityOrder order, YearDays days, Flaws flaws) {
        this.order = order;
        this.days = days;
        this.flaws = flaws;
        this.flawedInMillion = flawsInMillion(order.flawed());
    }

    /** One flaw to so many good rows that the flawed have the wanted share of all. */
    private static int flawsInMillion(Rate share) {
        long sound = Rate.WHOLE.basisPoints() - (long) share.basisPoints();
        return (int) (1_000_000L * share.basisPoints() / sound);
    }

    /** All rows about the person, each after those that it repeats or takes back if read in the order of arrival. */
    List<FeedRow> of(Person person, List<Visit> visits) {
        Chance reporting = Chance.of(order.seed(), person.index(), Chance.Purpose.REPORTING);
        Chance flawing = Chance.of(order.seed(), person.index(), Chance.Purpose.FLAWS);
        RecordNumbers numbers = new RecordNumbers(order.year(), person.index());
        List<FeedRow> sound = new ArrayList<>();
        for (Visit visit : visits) {
            if (person.isCoveredOn(visit.settled())) {
                report(sound, person, visit, numbers, reporting);
            }
        }
        List<FeedRow> rows = new ArrayList<>(sound);
        for (FeedRow row : sound) {
            if (flawing.inMillion(flawedInMillion)) {
                rows.addAll(flaws.beside(row, person, numbers, flawing));
            }
        }
        return rows;
    }

    private void report(List<FeedRow> rows, Person person, Visit visit, RecordNumbers numbers, Chance chance) {
        String id = person.oldPapers() && chance.below(2) == 0
                ? person.identity().oldNumber()
                : person.identity().number();
        FeedRow row = FeedRow.accepted(reachedOn(visit, chance), numbers.next(), id, visit, days);
        rows.add(row);
        if (chance.inThousand(CANCELLED_IN_THOUSAND)) {
            int takenBackOn =
                    Math.min(row.reachedOn() + chance.between(1, CANCELLED_AFTER_DAYS_MAX), days.length() - 1);
            rows.add(cancellation(row, numbers.next(), takenBackOn, chance));
            if (chance.below(2) == 0) {
                long selfPay1 = visit.bill().selfPay1() * chance.between(20, 130) / 100;
                Visit corrected = visit.withBill(visit.bill().withSelfPay1(selfPay1));
                rows.add(FeedRow.accepted(takenBackOn, numbers.next(), id, corrected, days));
            }
        }
    }

    /** Late ones come in the first weeks of the next quarter; what the year is too short for comes in time. */
    private int reachedOn(Visit visit, Chance chance) {
        int late = visit.inpatient() ? LATE_STAYS_IN_THOUSAND : LATE_VISITS_IN_THOUSAND;
        int next = days.startOfNextQuarter(visit.settled());
        return chance.inThousand(late)
                ? Math.min(next + chance.below(LATE_DAYS_MAX), days.length() - 1)
                : visit.settled();
    }

    /** Some hospitals repeat the bill beside the number that they take back, some leave everything else empty. */
    private FeedRow cancellation(FeedRow taken, String number, int day, Chance chance) {
        FeedRow row = taken;
        if (chance.below(4) == 0) {
            row = row.with(FeedRow.ID_NUMBER, "");
            for (int place = FIRST_AMOUNT; place < FeedRow.CANCELS; place++) {
                row = row.with(place, "");
            }
        }
        return row.with(FeedRow.CANCELS, taken.field(FeedRow.RECORD_NO))
                .with(FeedRow.RECORD_NO, number)
                .with(FeedRow.SETTLED_ON, days.text(day))
                .reachedOn(day);
    }
}
