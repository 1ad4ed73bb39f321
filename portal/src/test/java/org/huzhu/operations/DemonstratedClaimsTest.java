package org.huzhu.operations;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.ReviewDesk;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.database.Home;
import org.huzhu.database.Server;
import org.huzhu.demonstration.Demonstration;
import org.huzhu.demonstration.Demonstration.Filled;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.kernel.Money;
import org.huzhu.operations.claims.FirstClaims;
import org.huzhu.operations.quarters.FirstQuarters;
import org.huzhu.payments.Standing;
import org.huzhu.quarters.OwnQuarters;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.QuarterDesk;
import org.huzhu.quarters.QuarterLine;
import org.huzhu.quarters.Run;
import org.huzhu.quarters.mending.Mending;
import org.huzhu.quarters.working.Working;
import org.huzhu.testdatabase.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What was reported on comes out to the fen in the demonstration, everybody finds claims to look at, and quarters and a
 * year of secondary reimbursement are settled beside them.
 */
class DemonstratedClaimsTest {

    private static final int ALL = 500;
    private static final int LAST_CASE = 2018;

    private final Server server = TestDatabase.fresh(Society.ROOMS);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_four_cases_come_out_to_the_fen_the_others_stand_in_every_state_and_a_year_above_the_ceiling_is_owed() {
        Home home = new Home(folder);
        home.make();
        SpringApplication application = Rooms.society(home, server, Map.of("huzhu.rounds", "off"), "test.log");
        application.setWebApplicationType(WebApplicationType.NONE);
        Rooms.turnClock(application);
        try (ConfigurableApplicationContext society = application.run()) {
            FirstPlans.lay(society);
            Filled filled = society.getBean(Demonstration.class).fill((_, _, _) -> {});
            Doors doors = new Doors(society, filled.posts().getFirst().organisation());
            FirstPlans.open(society, doors.office());
            FirstClaims claims = new FirstClaims(society, filled);
            claims.fileCases();
            new FirstEnrolments(society, filled).file(claims::fileEveryday);
            claims.approveLast();
            UUID first = new FirstQuarters(society, filled, DemonstrationSize.USUAL).settle();
            society.getBean(TurnedClock.class).letGo();

            List<CaseFile> all = all(doors);
            assertCases(all.stream().filter(file -> year(file) <= LAST_CASE).toList());
            assertEveryday(all.stream()
                    .filter(file -> year(file) > LAST_CASE)
                    .map(CaseFile::claim)
                    .toList());
            assertYear(doors, first);
            assertThat(Stream.of(Invariants.values()))
                    .allSatisfy(each ->
                            assertThat(each.broken(server)).as(each.says()).isEmpty());
        }
    }

    private static List<CaseFile> all(Doors doors) {
        Caller office = doors.official(Role.OFFICE_REVIEWER);
        return doors.as(
                office,
                () -> doors.get(ReviewDesk.class).within(office, ALL).stream()
                        .map(claim -> doors.get(ClaimDesk.class).caseFile(office, claim.id()))
                        .sorted(Comparator.comparing(
                                file -> file.claim().filedAt().orElseThrow()))
                        .toList());
    }

    private static int year(CaseFile file) {
        return LocalDate.ofInstant(file.claim().filedAt().orElseThrow(), Society.CHINA)
                .getYear();
    }

    private static void assertCases(List<CaseFile> cases) {
        assertThat(cases).hasSize(10);
        assertThat(cases.getFirst().claim().kind()).isEqualTo(ClaimKind.WOMEN);
        assertThat(dues(cases.getFirst())).containsExactlyInAnyOrder("女工特疾第六条 20000元", "住院津贴第五条 400元", "住院医疗第五条 3808元");
        assertThat(dues(cases.get(1))).containsExactlyInAnyOrder("暖互助第六条 8020元", "暖互助第七条 180980元");
        assertThat(of(cases, ClaimKind.ILLNESS))
                .hasSize(6)
                .allSatisfy(file -> assertThat(dues(file)).containsExactly("重大疾病第五条 20000元"));
        List<CaseFile> child = of(cases, ClaimKind.CHILD);
        assertThat(dues(child.getFirst()))
                .containsExactlyInAnyOrder("非工伤意外及家财第五条第一款 1500元", "子女意外第五条第二款 1500元", "子女意外第五条第三款 300元");
        assertThat(dues(child.getLast())).containsExactly("子女意外第五条第一款 18500元");
        assertThat(cases)
                .allSatisfy(file -> assertThat(file.payments().values())
                        .isNotEmpty()
                        .extracting(Standing::state)
                        .containsOnly(Standing.State.PAID));
        assertThat(cases)
                .allSatisfy(file -> assertThat(file.assessment().lines())
                        .allSatisfy(line -> assertThat(line.working()).isNotEmpty()));
    }

    private static List<CaseFile> of(List<CaseFile> cases, ClaimKind kind) {
        return cases.stream().filter(file -> file.claim().kind() == kind).toList();
    }

    private static List<String> dues(CaseFile file) {
        return file.assessment().lines().stream()
                .filter(line -> line.due().fen() != 0)
                .map(DemonstratedClaimsTest::due)
                .toList();
    }

    private static String due(Assessment.Line line) {
        return "%s%s %d元".formatted(line.plan(), line.clause(), line.due().fen() / 100);
    }

    private static void assertEveryday(List<Claim> claims) {
        Map<String, Long> counts = claims.stream()
                .collect(groupingBy(claim -> claim.state().getClass().getSimpleName(), counting()));
        assertThat(counts)
                .containsEntry("Returned", 3L)
                .containsEntry("Refused", 2L)
                .containsEntry("Withdrawn", 1L)
                .containsEntry("Approved", 13L);
        assertThat(claims.stream()
                        .map(Claim::state)
                        .filter(ClaimState.InReview.class::isInstance)
                        .map(ClaimState.InReview.class::cast)
                        .map(ClaimState.InReview::step)
                        .distinct())
                .containsExactlyInAnyOrder(ReviewStep.values());
    }

    /** The year before last, since quarters of last year are still to come. */
    private static void assertYear(Doors doors, UUID first) {
        Caller officer = doors.official(Role.RELIEF_OFFICER);
        QuarterDesk desk = doors.get(QuarterDesk.class);
        Run quarter = doors.as(officer, () -> desk.run(officer, first)).orElseThrow();
        List<Run> years = doors.as(officer, () -> desk.runs(officer, ALL)).stream()
                .filter(run -> run.quarter().isYearly())
                .toList();
        assertThat(years).hasSize(1);
        Run year = years.getFirst();
        assertThat(quarter.state()).isEqualTo(Run.State.CONFIRMED);
        assertThat(year.state()).isEqualTo(quarter.state());
        assertThat(year.quarter())
                .isEqualTo(
                        new Quarter(quarter.quarter().plan(), quarter.quarter().year() - 1, Quarter.YEARLY));
        assertThat(year.confirmedBy()).isPresent().isNotEqualTo(year.proposedBy());
        List<QuarterLine> lines = doors.as(officer, () -> desk.compare(officer, year.id()))
                .orElseThrow()
                .largest();
        assertThat(lines)
                .extracting(QuarterLine::due)
                .containsExactly(Money.ofYuan(97_400), Money.ofFen(630_016), Money.ofYuan(3_840));
        assertThat(doors.as(officer, () -> doors.get(Mending.class).count(officer, year.id())))
                .as("held for want of a card")
                .isZero();
        QuarterLine largest = lines.getFirst();
        Caller member = new Caller(largest.member().orElseThrow(), Role.MEMBER, Optional.empty(), largest.member());
        assertThat(doors.as(member, () -> doors.get(OwnQuarters.class).all(member)))
                .as("what the member finds, the year after its quarters")
                .extracting(own -> own.line().quarter().isYearly())
                .last()
                .isEqualTo(true);
        Working working = doors.get(OwnQuarters.class).working(largest);
        assertThat(working.entitled()).isEqualTo(largest.due());
        assertThat(working.steps()).isNotEmpty();
    }
}
