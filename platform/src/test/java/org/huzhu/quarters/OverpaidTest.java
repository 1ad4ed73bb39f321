package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.quarters.Trial.Come;
import org.huzhu.quarters.checks.Check;
import org.huzhu.quarters.checks.CheckRefused;
import org.huzhu.quarters.checks.QuarterChecks;
import org.huzhu.quarters.overpaid.Overpaid;
import org.huzhu.quarters.overpaid.Overpayments;
import org.huzhu.quarters.overpaid.Overpayments.Total;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What was paid too much in a year, once no later quarter of it makes that good. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class})
class OverpaidTest {

    private static final int YEAR = 2025;
    private static final int ALL = 1_000;

    @TempDir
    private static Path folder = Path.of("");

    private static List<String> numbers = List.of();

    private final Officers officers;
    private final QuarterWork work;
    private final QuarterChecks checks;
    private final Overpayments overpayments;

    @Autowired
    OverpaidTest(Officers officers, QuarterWork work, QuarterChecks checks, Overpayments overpayments) {
        this.officers = officers;
        this.work = work;
        this.checks = checks;
        this.overpayments = overpayments;
    }

    @BeforeAll
    static void makeCity() throws IOException {
        City.make(CityOrder.usual(400, 1, YEAR), city());
        numbers = Files.readAllLines(city().resolve("members.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[1])
                .distinct()
                .toList();
    }

    private static Path city() {
        return folder.resolve("city");
    }

    private UUID confirmed(Office office, int quarter) {
        UUID run = officers.tried(office, city(), YEAR, quarter);
        officers.confirmed(office, run);
        work.go();
        return run;
    }

    private Come come(Office office, UUID run) {
        return officers.trial(office, run).come().orElseThrow();
    }

    /** Two say of somebody to whom the run gave something that he is not entitled. */
    private Check unfit(Office office, UUID run) {
        for (String number : numbers) {
            try {
                officers.as(office.relief(), () -> {
                    checks.doubt(office.relief(), run, number, "已退休");
                    return true;
                });
                return found(office, run, false);
            } catch (CheckRefused refused) {
                assertThat(refused.reason()).isEqualTo(CheckRefused.Reason.NOBODY);
            }
        }
        throw new AssertionError("Nobody was paid anything");
    }

    private Check found(Office office, UUID run, boolean isFit) {
        Caller reviewer = office.reviewer();
        Check said = officers.as(reviewer, () -> checks.open(reviewer, run, ALL)).stream()
                .filter(check -> check.otherwise().isPresent())
                .findFirst()
                .orElseThrow();
        officers.as(reviewer, () -> {
            checks.confirm(reviewer, said.id(), isFit);
            return true;
        });
        return said;
    }

    private void fitAgain(Office office, UUID run, Check gone) {
        officers.as(office.relief(), () -> {
            checks.answer(office.relief(), gone.id(), true, "");
            return true;
        });
        Check _ = found(office, run, true);
    }

    private Total total(Office office, UUID run) {
        return officers.as(office.maker(), () -> overpayments.total(office.maker(), run));
    }

    private List<Overpaid> largest(Office office, UUID run) {
        return officers.as(office.relief(), () -> overpayments.largest(office.relief(), run, ALL));
    }

    private List<Overpaid> list(Office office, UUID run) {
        List<Overpaid> list = new ArrayList<>();
        officers.as(office.relief(), () -> {
            overpayments.list(office.relief(), run, list::add);
            return true;
        });
        return list;
    }

    private static Stream<Overpaid> unfit(List<Overpaid> listed) {
        return listed.stream().filter(each -> !each.said().isEmpty());
    }

    /** What the runs paid to the one with the card. */
    private Money paid(Office office, List<UUID> runs, Check to) {
        List<Money> sums = new ArrayList<>();
        officers.as(office.relief(), () -> {
            runs.forEach(run -> checks.list(office.relief(), Optional.of(run), paid -> {
                if (paid.name().equals(to.name()) && paid.cardEnd().equals(to.cardEnd())) {
                    sums.add(paid.sum());
                }
            }));
            return true;
        });
        return Money.sum(sums);
    }

    @Test
    void whoever_was_paid_too_much_is_listed_for_the_office_once_the_year_has_no_later_quarter() {
        Office office = officers.office();
        UUID first = confirmed(office, 1);
        Check early = unfit(office, first);
        UUID second = confirmed(office, 2);
        UUID third = confirmed(office, 3);
        assertThat(come(office, third).carried()).isPositive();
        assertThat(total(office, third)).as("carried by the fourth").isEqualTo(Total.NONE);
        assertThat(list(office, third)).isEmpty();

        UUID fourth = confirmed(office, 4);

        Come come = come(office, fourth);
        Money carried = Money.ZERO.minus(come.carriedSum());
        assertThat(total(office, fourth)).isEqualTo(new Total(come.carried(), carried));
        assertThat(total(office, first)).isEqualTo(Total.NONE);
        List<UUID> year = List.of(first, second, third, fourth);
        assertThat(unfit(list(office, fourth)))
                .singleElement()
                .returns(early.name(), Overpaid::name)
                .returns(paid(office, year, early), Overpaid::sum);

        Check late = unfit(office, fourth);
        Money owes = paid(office, year, late);
        assertThat(owes).isGreaterThanOrEqualTo(late.due());
        assertThat(total(office, fourth)).isEqualTo(new Total(come.carried() + 1, carried.plus(owes)));
        requireListed(office, fourth, early.name(), late.name());

        // Both are entitled after all: nothing of what they got is too much.
        fitAgain(office, fourth, late);
        assertThat(total(office, fourth)).isEqualTo(new Total(come.carried(), carried));
        fitAgain(office, first, early);
        assertThat(unfit(list(office, fourth))).isEmpty();
        assertThat(total(office, fourth).persons()).isEqualTo(come.carried() - 1);
    }

    private void requireListed(Office office, UUID run, String... names) {
        List<Overpaid> listed = list(office, run);
        assertThat(unfit(listed)).extracting(Overpaid::name).containsExactlyInAnyOrder(names);
        assertThat(unfit(listed))
                .allSatisfy(each -> assertThat(each.number()).contains("***").doesNotContainPattern("\\d{8}"));
        assertThat(largest(office, run)).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(largest(office, run)).extracting(Overpaid::sum).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void once_the_year_above_the_ceiling_is_begun_no_other_quarter_follows() {
        Office office = officers.office();
        UUID first = confirmed(office, 1);
        Check gone = unfit(office, first);
        assertThat(total(office, first)).isEqualTo(Total.NONE);

        UUID _ = officers.open(office, YEAR, Quarter.YEARLY);

        assertThat(total(office, first)).isEqualTo(new Total(1, gone.due()));
    }

    @Test
    void nobody_sees_it_whom_the_quarter_does_not_concern_nor_at_another_office() {
        Office office = officers.office();
        UUID first = confirmed(office, 1);
        Check _ = unfit(office, first);
        UUID _ = officers.open(office, YEAR, Quarter.YEARLY);
        Caller handler = new Caller(
                UUID.randomUUID(), Role.AGENCY_HANDLER, office.relief().path(), Optional.empty());

        assertThatThrownBy(() -> officers.as(handler, () -> overpayments.total(handler, first)))
                .isInstanceOf(Refused.class);
        assertThat(total(officers.office(), first)).isEqualTo(Total.NONE);
        assertThat(list(officers.office(), first)).isEmpty();
    }
}
