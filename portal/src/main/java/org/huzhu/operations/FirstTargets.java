package org.huzhu.operations;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.contributions.TargetDesk;
import org.huzhu.kernel.Money;
import org.huzhu.unions.Organisation;

/** What the agency of Dongcheng was to collect, year by year, and what it did where that is brought over. */
final class FirstTargets {

    private static final Money OF_FORMER_YEARS = Money.ofYuan(25_000);
    private static final Money OF_THIS_YEAR = Money.ofYuan(60_000);
    private static final List<Long> MONTHS = List.of(6L, 5L, 12L, 10L, 9L, 8L, 7L, 7L, 9L, 9L, 9L, 9L);

    private final Organisation agency;
    private final TargetDesk targets;
    private final Caller leader;
    private final int thisYear;

    FirstTargets(Doors doors, Organisation agency) {
        this.agency = agency;
        this.targets = doors.get(TargetDesk.class);
        this.leader = doors.official(Role.OFFICE_REVIEWER);
        this.thisYear = doors.today().getYear();
    }

    /**
     * A year of the district. That of 2018 is known: 6,370,000 yuan were to be collected and 6,922,000 were, 15 % more
     * than the year before. The others are made up so that they come to that.
     *
     * @param personTimes where it is brought over
     */
    record Year(int year, Money target, Money collected, int personTimes) {

        static final List<Year> ALL = List.of(
                of(2014, 4_000_000, 4_112_000, 92_000),
                of(2015, 4_400_000, 4_587_000, 103_000),
                of(2016, 4_900_000, 5_228_000, 118_000),
                of(2017, 5_500_000, 6_019_000, 136_000),
                of(2018, 6_370_000, 6_922_000, 157_000));

        private static Year of(int year, long target, long collected, int personTimes) {
            return new Year(year, Money.ofYuan(target), Money.ofYuan(collected), personTimes);
        }
    }

    /** Sets those of the years whose cover is here. */
    void setRecent() {
        leader.scope().run(() -> {
            for (int year = thisYear - FormerCover.YEARS + 1; year < thisYear; year++) {
                set(year, OF_FORMER_YEARS);
            }
            set(thisYear, OF_THIS_YEAR);
        });
    }

    void set(int year, Money target) {
        leader.scope().run(() -> targets.set(leader, agency.id(), Optional.empty(), year, target));
    }

    /** Brings the years of a former system over, month by month, in sums with no cover behind them. */
    void carryOver() {
        leader.scope()
                .run(() -> Year.ALL.forEach(year -> {
                    set(year.year(), year.target());
                    List<Money> shares = year.collected().shareOut(MONTHS);
                    IntStream.range(0, MONTHS.size())
                            .forEach(month -> targets.carry(
                                    leader,
                                    agency.id(),
                                    "综合",
                                    YearMonth.of(year.year(), month + 1),
                                    shares.get(month),
                                    (int) (year.personTimes() * MONTHS.get(month) / 100)));
                }));
    }
}
