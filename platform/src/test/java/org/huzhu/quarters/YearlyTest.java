package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.Filers.Filer;
import org.huzhu.quarters.QuarterRefused.Reason;
import org.huzhu.quarters.checks.CheckRefused;
import org.huzhu.quarters.checks.QuarterChecks;
import org.huzhu.quarters.checks.QuarterChecks.Draw;
import org.huzhu.quarters.working.Working;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What lies above the ceiling: filed by unions, looked at by agency and office, settled once for a year. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class, Filers.class})
class YearlyTest {

    @TempDir
    private static Path folder;

    private final int year = Filers.year();
    private final Officers officers;
    private final QuarterDesk desk;
    private final QuarterWork work;
    private final OwnQuarters own;
    private final Filers filers;
    private final QuarterChecks checks;

    @Autowired
    YearlyTest(ApplicationContext rooms) {
        this.filers = rooms.getBean(Filers.class);
        this.officers = rooms.getBean(Officers.class);
        this.desk = rooms.getBean(QuarterDesk.class);
        this.work = rooms.getBean(QuarterWork.class);
        this.checks = rooms.getBean(QuarterChecks.class);
        this.own = rooms.getBean(OwnQuarters.class);
    }

    private UUID tried() {
        UUID run = open(Quarter.YEARLY);
        int _ = officers.ask(filers.office(), run);
        work.go();
        return run;
    }

    private UUID open(int quarter) {
        return officers.open(filers.office(), year, quarter);
    }

    private Trial.Come come(UUID run) {
        return officers.trial(filers.office(), run).come().orElseThrow();
    }

    private UUID confirmed() {
        UUID run = tried();
        officers.confirmed(filers.office(), run);
        work.go();
        return run;
    }

    /** The first quarter gives a person a fifth of what he paid above 1,800 yuan. */
    private void quarter(String number, int yuan) throws IOException {
        UUID run = open(1);
        Path feed = Files.createTempFile(folder, "feed", ".csv");
        Files.writeString(
                feed,
                "record_no,id_number,visit,admitted_on,discharged_on,settled_on,institution,total,fund_paid,"
                        + "large_sum_paid,self_pay_1,self_pay_2,own_cost,cancels\n"
                        + "1,%1$s,outpatient,%2$d-02-01,%2$d-02-01,%2$d-02-01,医院,%3$d,0,0,%3$d,0,0,\n"
                                .formatted(number, year, yuan));
        Path register = Files.createTempFile(folder, "members", ".csv");
        Files.writeString(
                register,
                "member_no,id_number,name,card_no,valid_from,valid_to,agency\nM1,%s,张三,6222021299999999,2012-01-01,,\n"
                        .formatted(number));
        FeedFile _ = officers.bring(filers.office(), run, Kind.FEED, feed);
        FeedFile _ = officers.bring(filers.office(), run, Kind.REGISTER, register);
        int _ = officers.ask(filers.office(), run);
        work.go();
        officers.confirmed(filers.office(), run);
        work.go();
    }

    private QuarterLine line(UUID run) {
        return officers.as(
                        filers.office().relief(),
                        () -> desk.compare(filers.office().relief(), run))
                .orElseThrow()
                .largest()
                .getFirst();
    }

    @Test
    void what_is_left_above_the_ceiling_is_paid_by_bands_owed_once_and_explained() {
        Filer filer = filers.filer();
        filers.accepted(filer, year, "300000,15000,5000,");
        Money before = officers.owed(filers.office(), Fund.Kind.PUBLIC);

        UUID run = confirmed();

        QuarterLine line = line(run);
        assertThat(line.due()).isEqualTo(Money.ofYuan(128_000));
        assertThat(officers.owed(filers.office(), Fund.Kind.PUBLIC).minus(before))
                .isEqualTo(line.due());
        assertThat(officers.as(filer.self(), () -> own.all(filer.self())))
                .singleElement()
                .extracting(each -> each.line().id())
                .isEqualTo(line.id());
        Working working = own.working(line);
        assertThat(working.entitled()).isEqualTo(line.entitled());
        assertThat(working.clauseTitle()).contains("封顶线以上");
        assertThat(working.illustrative()).isTrue();
        assertThat(String.join("\n", working.steps())).contains("280000元", "40%", "60%");
        assertThat(officers.as(
                        filers.office().relief(),
                        () -> desk.isSame(filers.office().relief(), run)))
                .isTrue();
    }

    @Test
    void the_most_of_a_year_counts_what_its_quarters_gave() throws IOException {
        Filer filer = filers.filer();
        quarter(filer.number(), 61_800);
        filers.accepted(filer, year, "1000000,,,");

        QuarterLine line = line(tried());

        assertThat(line.above().orElseThrow().below()).isEqualTo(Money.ofYuan(12_000));
        assertThat(line.due()).isEqualTo(Money.ofYuan(200_653 - 12_000));
        assertThat(own.working(line).entitled()).isEqualTo(line.entitled());
    }

    @Test
    void below_the_most_of_the_quarters_the_cap_of_the_clause_holds() throws IOException {
        Filer filer = filers.filer();
        quarter(filer.number(), 2_800);
        filers.accepted(filer, year, "1000000,,,");

        assertThat(line(tried()).due()).isEqualTo(Money.ofYuan(191_900));
    }

    @Test
    void who_is_settled_again_gets_the_difference_and_who_files_later_is_in_the_next_run() {
        Filer first = filers.filer();
        filers.accepted(first, year, "100000,,,");
        UUID run = confirmed();
        assertThat(come(run).due()).isEqualTo(Money.ofYuan(40_000));
        Filer second = filers.filer();
        filers.accepted(second, year, "50000,,,");

        UUID later = confirmed();

        assertThat(officers.run(filers.office(), later).quarter().time()).isEqualTo(2);
        assertThat(come(later).persons()).isEqualTo(1);
        assertThat(come(later).due()).isEqualTo(Money.ofYuan(20_000));
        filers.accepted(first, year, "120000,,,");
        filers.accepted(second, year, "40000,,,");
        UUID last = tried();
        assertThat(workings(last)).containsExactly(Money.ofYuan(48_000), Money.ofYuan(16_000));
        assertThat(come(last).due()).isEqualTo(Money.ofYuan(8_000));
        assertThat(come(last).carriedSum()).isEqualTo(Money.ofYuan(-4_000));
    }

    /** What the workings of the lines come to, the largest difference first. */
    private List<Money> workings(UUID run) {
        return officers
                .as(filers.office().relief(), () -> desk.compare(filers.office().relief(), run))
                .orElseThrow()
                .largest()
                .stream()
                .map(line -> own.working(line).entitled())
                .toList();
    }

    @Test
    void where_nothing_is_left_of_what_was_filed_what_was_paid_is_carried_and_still_explained() {
        Filer filer = filers.filer();
        filers.accepted(filer, year, "100000,,,");
        UUID _ = confirmed();
        filers.accepted(filer, year, "0,,,");

        UUID later = tried();

        assertThat(come(later).carriedSum()).isEqualTo(Money.ofYuan(-40_000));
        assertThat(workings(later)).containsExactly(Money.ZERO);
    }

    @Test
    void until_new_figures_are_accepted_the_former_ones_stand() {
        Filer filer = filers.filer();
        filers.accepted(filer, year, "100000,,,");
        UUID run = confirmed();
        assertThat(filers.enter(filer.handler(), year, filer.number() + ",90000,,,\n")
                        .entered())
                .isEqualTo(1);

        UUID later = tried();

        assertThat(come(run).persons()).isEqualTo(1);
        assertThat(come(later).persons() + come(later).carried()).isZero();
    }

    @Test
    void nobody_is_drawn_from_what_lies_above_the_ceiling() {
        Filer filer = filers.filer();
        filers.accepted(filer, year, "100000,,,");
        UUID run = tried();
        Caller relief = filers.office().relief();

        assertThatThrownBy(() ->
                        officers.as(relief, () -> checks.draw(relief, run, new Draw(Optional.of(Money.ZERO), 0))))
                .isInstanceOfSatisfying(
                        CheckRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(CheckRefused.Reason.BY_PAPERS));
        assertThat(officers.as(relief, () -> checks.count(relief, run))).isEmpty();
    }

    @Test
    void once_the_year_is_begun_no_quarter_of_it_is_and_quarters_that_are_come_first() throws IOException {
        Filer filer = filers.filer();
        quarter(filer.number(), 2_800);
        UUID second = open(2);
        filers.accepted(filer, year, "100000,,,");
        UUID run = open(Quarter.YEARLY);

        officers.refuses(Reason.YEAR_BEGUN, () -> open(3));
        officers.refuses(Reason.OPEN_ALREADY, () -> open(Quarter.YEARLY));
        officers.refuses(Reason.EARLIER_FIRST, () -> officers.ask(filers.office(), run));
        assertThat(officers.run(filers.office(), second).state()).isEqualTo(Run.State.OPEN);
    }
}
