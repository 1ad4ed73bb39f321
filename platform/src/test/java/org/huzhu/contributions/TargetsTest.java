package org.huzhu.contributions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.contributions.Town.ILLNESS;
import static org.huzhu.contributions.Town.WOMEN;
import static org.huzhu.contributions.Town.as;
import static org.huzhu.contributions.Town.caller;
import static org.huzhu.contributions.Town.doAs;
import static org.huzhu.contributions.Town.refuses;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.contributions.TargetDesk.Progress;
import org.huzhu.contributions.Town.Covers;
import org.huzhu.contributions.Town.Place;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.plan.Enrolment.Funding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What agencies are to collect in a year, and how far they have come. */
@RoomTest
@Import({Town.class, Town.Surroundings.class})
class TargetsTest {

    @TempDir
    private Path folder = Path.of("");

    private final Town town;
    private final TargetDesk targets;
    private final BankReceipts receipts;
    private final ContributionDesk desk;
    private final Place place;
    private final Caller reviewer;

    @Autowired
    TargetsTest(Town town, TargetDesk targets, BankReceipts receipts, ContributionDesk desk) {
        this.town = town;
        this.targets = targets;
        this.receipts = receipts;
        this.desk = desk;
        this.place = town.place();
        this.reviewer = caller(Role.OFFICE_REVIEWER, place.office().path());
    }

    private void set(int year, Optional<String> plan, Money money) {
        doAs(reviewer, () -> targets.set(reviewer, place.agency().id(), plan, year, money));
    }

    private List<Progress> progress(Caller caller, int year) {
        return as(caller, () -> targets.progress(caller, place.office().id(), year));
    }

    /** The figures of 东城 in 2018: 637.0 万 to be collected, 692.2 collected, 15 % more than in 2017. */
    @Test
    void an_agency_that_collected_692_of_637_has_come_to_108_7_per_cent_and_grown_by_15() {
        set(2018, Optional.empty(), Money.ofYuan(6_370_000));
        long[] months = {
            400_000, 380_000, 1_350_000, 900_000, 500_000, 700_000, 300_000, 292_000, 700_000, 600_000, 500_000, 300_000
        };
        for (int month = 1; month <= 12; month++) {
            int at = month;
            doAs(reviewer, () -> {
                Money money = Money.ofYuan(months[at - 1]);
                targets.carry(reviewer, place.agency().id(), ILLNESS, YearMonth.of(2018, at), money, 1_000);
            });
        }
        doAs(
                reviewer,
                () -> targets.carry(
                        reviewer, place.agency().id(), ILLNESS, YearMonth.of(2017, 6), Money.ofYuan(6_019_000), 9_000));

        Progress progress = progress(reviewer, 2018).getFirst();

        assertThat(progress.reached()).isEqualTo(Money.ofYuan(6_922_000));
        assertThat(progress.completion()).isEqualTo(10_867);
        assertThat(progress.growth(12)).hasValue(1_500);
        assertThat(progress.growth(5))
                .as("nothing was collected by May of the year before")
                .isEmpty();
        assertThat(progress.pace(6)).isEqualTo(Money.ofYuan(3_185_000));
        assertThat(progress.until(6)).isEqualTo(Money.ofYuan(4_230_000));
        assertThat(progress.hasCarried()).isTrue();
        assertThat(progress.personTimes()).isEqualTo(12_000);
    }

    @Test
    void what_came_counts_for_the_agency_above_the_unit_in_its_month_and_for_its_plan() {
        set(2026, Optional.empty(), Money.ofYuan(10_000));
        set(2026, Optional.of(WOMEN), Money.ofYuan(1_000));
        List<UUID> women = Town.people(5);
        UUID batch = town.confirmed(
                place.mill(),
                Covers.of(ILLNESS, 10, 50),
                new Covers(WOMEN, Funding.CONTRIBUTION, women, Money.ofYuan(40)));
        UUID again = town.confirmed(place.school(), new Covers(WOMEN, Funding.CONTRIBUTION, women, Money.ofYuan(40)));
        pay("T1", "2026-02-27", batch);
        pay("T2", "2026-03-01", again);

        List<Progress> progress = progress(reviewer, 2026);

        assertThat(progress).hasSize(2);
        Progress all = progress.getFirst();
        assertThat(all.plan()).isEmpty();
        assertThat(all.collected().subList(0, 4))
                .containsExactly(Money.ZERO, Money.ofYuan(700), Money.ofYuan(200), Money.ZERO);
        assertThat(all.persons()).isEqualTo(15);
        assertThat(all.personTimes()).isEqualTo(20);
        assertThat(all.hasCarried()).isFalse();
        assertThat(progress.getLast().until(3)).isEqualTo(Money.ofYuan(400));
        assertThat(progress.getLast().persons()).isEqualTo(5);
        assertThat(progress.getLast().personTimes()).isEqualTo(10);
    }

    private void pay(String serial, String day, UUID batch) {
        Caller maker = place.maker();
        Bill bill = as(maker, () -> desk.bills(maker, batch)).getFirst();
        String yuan = Long.toString(bill.due().fen() / 100);
        Path file = town.file(folder, UTF_8, List.of(List.of(serial, day, yuan, "某厂", bill.reference())));
        as(maker, () -> receipts.take(maker, place.office().id(), Fund.Kind.CONTRIBUTION, file));
    }

    @Test
    void the_office_sets_what_its_agencies_are_to_collect_and_no_agency_its_own() {
        Caller agency = caller(Role.AGENCY_HANDLER, place.agency().path());
        assertThatThrownBy(() -> doAs(
                        agency,
                        () -> targets.set(agency, place.agency().id(), Optional.empty(), 2026, Money.ofYuan(1))))
                .isInstanceOf(Refused.class);
        set(2025, Optional.empty(), Money.ofYuan(5));
        set(2025, Optional.empty(), Money.ofYuan(7));

        assertThat(as(agency, () -> targets.progress(agency, place.agency().id(), 2025)))
                .extracting(Progress::target)
                .containsExactly(Money.ofYuan(7));
        Caller elsewhere = caller(Role.OFFICE_REVIEWER, town.place().office().path());
        refuses(Reason.ABSENT, () -> progress(elsewhere, 2025));
        refuses(
                Reason.NOT_POSSIBLE,
                () -> as(reviewer, () -> {
                    targets.carry(reviewer, place.agency().id(), ILLNESS, YearMonth.of(2199, 4), Money.ofYuan(1), 1);
                    return true;
                }));
    }
}
