package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.enrolment.Town;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.quarters.Trial.Come;
import org.huzhu.quarters.checks.Check;
import org.huzhu.quarters.checks.CheckRefused;
import org.huzhu.quarters.checks.CheckRefused.Reason;
import org.huzhu.quarters.checks.QuarterChecks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who is found not to be entitled once a quarter was confirmed: by two, and for later quarters alone. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class})
class FoundLaterTest {

    private static final int YEAR = 2025;

    @TempDir
    private static Path folder = Path.of("");

    private static List<String> numbers = List.of();

    private final Officers officers;
    private final QuarterDesk desk;
    private final QuarterWork work;
    private final QuarterChecks checks;

    @Autowired
    FoundLaterTest(Officers officers, QuarterDesk desk, QuarterWork work, QuarterChecks checks) {
        this.officers = officers;
        this.desk = desk;
        this.work = work;
        this.checks = checks;
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

    private static void refuses(Reason reason, ThrowingCallable task) {
        assertThatThrownBy(task)
                .isInstanceOfSatisfying(
                        CheckRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private UUID confirmed(Office office, int quarter) {
        UUID run = officers.tried(office, city(), YEAR, quarter);
        officers.confirmed(office, run);
        work.go();
        return run;
    }

    private void doubt(Office office, UUID run, String number) {
        Caller relief = office.relief();
        officers.as(relief, () -> {
            checks.doubt(relief, run, number, "已退休");
            return true;
        });
    }

    /** Somebody to whom the run gave something is said not to be entitled. */
    private Check doubted(Office office, UUID run) {
        for (String number : numbers) {
            try {
                doubt(office, run, number);
                return open(office, run);
            } catch (CheckRefused refused) {
                assertThat(refused.reason()).isEqualTo(Reason.NOBODY);
            }
        }
        throw new AssertionError("Nobody was paid anything");
    }

    private Check open(Office office, UUID run) {
        Caller reviewer = office.reviewer();
        return officers.as(reviewer, () -> checks.open(reviewer, run, 10)).getFirst();
    }

    private void confirm(Office office, Caller by, UUID run, boolean isFit) {
        UUID check = open(office, run).id();
        officers.as(by, () -> {
            checks.confirm(by, check, isFit);
            return true;
        });
    }

    private Come come(Office office, UUID run) {
        return officers.trial(office, run).come().orElseThrow();
    }

    private boolean isSame(Office office, UUID run) {
        return officers.as(office.relief(), () -> desk.isSame(office.relief(), run));
    }

    private void again(Office office, UUID run) {
        int _ = officers.ask(office, run);
        work.go();
    }

    @Test
    void what_he_was_paid_is_carried_by_the_next_quarter_and_the_confirmed_one_stays_as_it_is() {
        Office office = officers.office();
        UUID first = confirmed(office, 1);
        UUID second = officers.tried(office, city(), YEAR, 2);
        Come before = come(office, second);
        Check gone = doubted(office, first);
        again(office, second);
        assertThat(come(office, second).carriedSum()).as("said by one alone").isEqualTo(before.carriedSum());

        confirm(office, office.reviewer(), first, false);
        officers.refuses(QuarterRefused.Reason.CHECKS, () -> officers.confirmed(office, second));
        again(office, second);

        Come after = come(office, second);
        assertThat(after.carried()).isEqualTo(before.carried() + 1);
        assertThat(after.carriedSum()).isEqualTo(before.carriedSum().minus(gone.due()));
        assertThat(isSame(office, first)).isTrue();
        officers.confirmed(office, second);
        work.go();

        // He is entitled after all: by two again, from the third quarter on.
        Caller relief = office.relief();
        officers.as(relief, () -> {
            checks.answer(relief, gone.id(), true, "");
            return true;
        });
        confirm(office, office.reviewer(), first, true);
        assertThat(isSame(office, first)).isTrue();
        assertThat(isSame(office, second)).isTrue();
        UUID third = officers.tried(office, city(), YEAR, 3);
        assertThat(come(office, third).carriedSum().fen())
                .isGreaterThan(come(office, second).carriedSum().fen());
    }

    @Test
    void one_says_it_and_another_of_the_office_confirms_it() {
        Office office = officers.office();
        UUID run = officers.tried(office, city(), YEAR, 1);
        refuses(Reason.NOT_CONFIRMED, () -> doubt(office, run, numbers.getFirst()));
        officers.confirmed(office, run);
        work.go();
        refuses(Reason.NOBODY, () -> doubt(office, run, "110101"));
        Check doubted = doubted(office, run);
        Caller himself = new Caller(
                        office.relief().account(),
                        Role.OFFICE_REVIEWER,
                        office.relief().path(),
                        office.relief().member())
                .fresh();

        assertThatThrownBy(() -> confirm(office, office.relief().fresh(), run, false))
                .isInstanceOf(Refused.class);
        refuses(Reason.BY_THE_SAME, () -> confirm(office, himself, run, false));
        refuses(Reason.LOOK_AGAIN, () -> confirm(office, office.reviewer(), run, true));
        assertThat(officers.as(office.relief(), () -> checks.waiting(office.relief(), 10)))
                .as("what waits for a union")
                .isEmpty();
        officers.as(office.reviewer(), () -> {
            checks.decline(office.reviewer(), doubted.id(), false);
            return true;
        });
        assertThat(officers.as(office.relief(), () -> checks.count(office.relief(), run)))
                .containsOnlyKeys(Check.State.FIT);
    }
}
