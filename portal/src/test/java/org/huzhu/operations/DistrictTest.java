package org.huzhu.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.Townspeople;
import org.huzhu.contributions.TargetDesk;
import org.huzhu.contributions.TargetDesk.Progress;
import org.huzhu.database.Home;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.kernel.Money;
import org.huzhu.operations.DistrictYears.Heads;
import org.huzhu.operations.FirstTargets.Year;
import org.huzhu.testdatabase.TestDatabase;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** The district reaches what it reached, to the yuan, and each yuan stands behind cover; at a hundredth of its size. */
class DistrictTest {

    private static final int DIVISOR = 100;
    private static final Occasion OCCASION = new Occasion(LocalDate.of(1996, 5, 6), "试验");

    /** What was paid in a year for the covers themselves, and what the bank and the income say in the ledger. */
    private static final String COVERS = """
            select coalesce(sum(c.fen), 0) from enrolment.cover c join contributions.billing g on g.batch = c.batch
            where enrolment.standing(c.state, c.batch) = 'IN_FORCE' and extract(year from g.paid_on) = ?
            """;

    private static final String BANK = """
            select coalesce(sum(e.fen), 0) from ledger.entry e join ledger.account a on a.id = e.account
            where a.code = '1002' and extract(year from e.day) = ?
            """;

    private static final String EARNED = """
            select -coalesce(sum(e.fen), 0) from ledger.entry e join ledger.account a on a.id = e.account
            where a.code like '4%'
            """;

    private static final String DAYS_OF_THEN = """
            select count(*) from enrolment.batch where extract(year from confirmed_at) > 2018
                or confirmed_at::date >= starts_on
            """;

    private final Server server = TestDatabase.fresh(Society.ROOMS);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void five_years_come_to_what_was_collected_and_all_of_it_stands_behind_cover_and_in_the_ledger() {
        Home home = new Home(folder);
        home.make();
        SpringApplication application = Rooms.society(home, server, Map.of("huzhu.rounds", "off"), "test.log");
        application.setWebApplicationType(WebApplicationType.NONE);
        Rooms.turnClock(application);
        try (ConfigurableApplicationContext society = application.run()) {
            Organisation agency = found(society);
            Doors doors = new Doors(society, office(society, agency));
            new District(doors, agency, new Townspeople(1, 2026), DIVISOR, _ -> {}).file();
            society.getBean(TurnedClock.class).letGo();

            for (Year year : new DistrictYears(DIVISOR).years()) {
                Progress progress = progress(doors, agency, year.year());
                assertThat(progress.reached()).isEqualTo(year.collected());
                assertThat(progress.target()).isEqualTo(year.target());
                assertThat(progress.hasCarried()).isFalse();
                assertThat(number(COVERS, year.year()))
                        .isEqualTo(year.collected().fen());
                assertThat(number(BANK, year.year())).isEqualTo(year.collected().fen());
            }
            assertThat(number(EARNED))
                    .isEqualTo(Money.sum(Year.ALL.stream().map(Year::collected).toList())
                                    .fen()
                            / DIVISOR);
            Progress last = progress(doors, agency, 2018);
            assertThat(last.completion()).isEqualTo(108_67);
            assertThat(last.growth(12)).hasValue(15_00);
            assertThat(number(DAYS_OF_THEN)).isZero();
            assertThat(Stream.of(Invariants.values()))
                    .allSatisfy(each ->
                            assertThat(each.broken(server)).as(each.says()).isEmpty());
            assertThatIllegalStateException()
                    .isThrownBy(() -> society.getBean(TurnedClock.class).turnTo(LocalDate.of(2018, 1, 1)));
        }
    }

    @Test
    void as_many_people_take_part_as_pay_the_sum_together() {
        for (Year year : new DistrictYears(1).years()) {
            Heads heads = Heads.paying(year.collected());
            assertThat(heads.three() * 136L + heads.two() * 110L)
                    .isEqualTo(year.collected().fen() / 100);
            assertThat(DistrictYears.shares(heads.three(), 48).stream().mapToInt(Integer::intValue))
                    .allMatch(share -> share > 0);
            assertThat(DistrictYears.shares(heads.three(), 48).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(heads.three());
        }
    }

    private static Organisation found(ConfigurableApplicationContext society) {
        FirstPlans.lay(society);
        Founding founding = society.getBean(Founding.class);
        return Scope.ofSystem().call(() -> {
            Organisation office = founding.open(new Opening(Tier.OFFICE, "北京办事处", Optional.empty()), OCCASION);
            FirstPlans.open(society, office);
            return founding.open(new Opening(Tier.AGENCY, "东城区总工会", Optional.of(office.id())), OCCASION);
        });
    }

    private static Organisation office(ConfigurableApplicationContext society, Organisation agency) {
        Doors anybody = new Doors(society, agency);
        return anybody.as(
                Doors.caller(
                        Role.OFFICE_REVIEWER,
                        agency.path().substring(0, agency.path().lastIndexOf('.'))),
                () -> society.getBean(UnionTree.class)
                        .find(agency.parent().orElseThrow())
                        .orElseThrow());
    }

    private static Progress progress(Doors doors, Organisation agency, int year) {
        Caller leader = doors.official(Role.OFFICE_REVIEWER);
        List<Progress> all =
                leader.scope().call(() -> doors.get(TargetDesk.class).progress(leader, agency.id(), year));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private long number(String query, int... years) {
        try (Connection owner = server.connectOwner();
                PreparedStatement statement = owner.prepareStatement(query)) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            for (int i = 0; i < years.length; i++) {
                statement.setInt(i + 1, years[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
