package org.huzhu.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.RoomTest;
import org.huzhu.access.Refused;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.crypto.Digests;
import org.huzhu.enrolment.Town;
import org.huzhu.ledger.Fund;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.quarters.QuarterRefused.Reason;
import org.huzhu.quarters.designated.Designation;
import org.huzhu.quarters.designated.Designations;
import org.huzhu.quarters.designated.Designations.Taken;
import org.huzhu.quarters.designated.Designations.Wrong;
import org.huzhu.quarters.designated.Narrowing;
import org.huzhu.quarters.working.Working;
import org.huzhu.quarters.working.YearlyRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Secondary reimbursement for workers in hardship and model workers: who, by what files, and once. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class})
class DesignatedTest {

    private static final int YEAR = 2025;
    private static final String PLAN = "困难职工二次报销";
    private static final String HEADER = "姓名,身份证号,起始日期,终止日期,依据\n";

    @TempDir
    private static Path folder;

    private static List<String> numbers = List.of();

    private final Officers officers;
    private final QuarterDesk desk;
    private final QuarterWork work;
    private final OwnQuarters own;
    private final Designations designations;
    private final YearlyRules rules;

    @Autowired
    DesignatedTest(ApplicationContext rooms) {
        this.officers = rooms.getBean(Officers.class);
        this.desk = rooms.getBean(QuarterDesk.class);
        this.work = rooms.getBean(QuarterWork.class);
        this.own = rooms.getBean(OwnQuarters.class);
        this.designations = rooms.getBean(Designations.class);
        this.rules = rooms.getBean(YearlyRules.class);
    }

    @BeforeAll
    static void makeCity() throws IOException {
        City.make(CityOrder.usual(400, 1, YEAR), city());
        numbers = Files.readAllLines(city().resolve("members.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[1])
                .filter(number -> number.length() == 18)
                .distinct()
                .toList();
    }

    private static Path city() {
        return folder.resolve("city");
    }

    private static Path feed(int quarter) {
        return city().resolve("feed-q%d.csv".formatted(quarter));
    }

    /** Every second of the city. */
    private static List<String> half() {
        return numbers.stream()
                .filter(number -> numbers.indexOf(number) % 2 == 0)
                .toList();
    }

    private static String list(List<String> numbers, String since, String last) {
        return numbers.stream()
                .map(number -> "张三,%s,%s,%s,名单\n".formatted(number, since, last))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private Taken bring(Office office, String list) {
        return officers.as(
                office.relief(),
                () -> designations.bring(
                        office.relief(), Designation.Kind.HARDSHIP, new ByteArrayInputStream(list.getBytes(UTF_8))));
    }

    /** The quarter of the plan for all, confirmed. */
    private void base(Office office, int quarter) {
        officers.confirmed(office, officers.tried(office, city(), YEAR, quarter));
        work.go();
    }

    private UUID tried(Office office, int quarter) {
        UUID run = officers.as(office.relief(), () -> desk.open(office.relief(), new Quarter(PLAN, YEAR, quarter)));
        int _ = officers.ask(office, run);
        work.go();
        return run;
    }

    private static Path narrowed(List<String> numbers, String since, String until) throws IOException {
        Path list = Files.createTempFile(folder, "list", ".csv");
        Files.writeString(
                list,
                numbers.stream()
                        .map(number -> "%s,%s,%s\n".formatted(number, since, until))
                        .collect(Collectors.joining("", "id_number,since,until\n", "")));
        return Narrowing.to(list)
                .register(city().resolve("members.csv"), Files.createTempFile(folder, "members", ".csv"));
    }

    @Test
    void what_a_scheme_gives_is_what_the_whole_feeds_give_to_those_who_are_designated() throws IOException {
        Office office = officers.office();
        bring(office, list(half(), "2025-01-01", "2025-05-31"));
        List<Path> feeds = new ArrayList<>();
        List<Path> paid = new ArrayList<>();
        for (int quarter = 1; quarter <= 2; quarter++) {
            base(office, quarter);
            UUID run = tried(office, quarter);
            feeds.add(feed(quarter));
            Path out = folder.resolve("designated-" + quarter);
            var _ = Settlement.settle(
                    new SettlementRequest(
                            YEAR, quarter, feeds, narrowed(half(), "2025-01-01", "2025-06-01"), List.copyOf(paid), out),
                    rules.rule(new Quarter(PLAN, YEAR, quarter)),
                    SettlementListener.SILENT);
            paid.add(out.resolve("payments.csv"));

            Trial.Come come = officers.trial(office, run).come().orElseThrow();
            assertThat(come.persons()).isPositive();
            assertThat(come.payments())
                    .isEqualTo(HexFormat.of().formatHex(Digests.sha256(out.resolve("payments.csv"))));
            officers.confirmed(office, run);
            work.go();
            assertThat(officers.as(office.relief(), () -> desk.isSame(office.relief(), run)))
                    .isTrue();
        }
    }

    @Test
    void a_trial_is_bound_to_who_was_designated_when_it_was_asked_for() {
        Office office = officers.office();
        bring(office, list(half(), "2025-01-01", ""));
        base(office, 1);
        UUID run = tried(office, 1);
        Trial.Come before = officers.trial(office, run).come().orElseThrow();
        officers.confirmed(office, run);
        work.go();

        bring(office, list(numbers, "2025-01-01", ""));

        assertThat(officers.as(office.relief(), () -> desk.isSame(office.relief(), run)))
                .isTrue();
        UUID second = officers.as(office.relief(), () -> desk.open(office.relief(), new Quarter(PLAN, YEAR, 2)));
        base(office, 2);
        int _ = officers.ask(office, second);
        work.go();
        assertThat(officers.trial(office, second).come().orElseThrow().input()).isNotEqualTo(before.input());
        List<FeedFile> laid = officers.as(office.relief(), () -> desk.files(office.relief(), second));
        int _ = officers.ask(office, second);
        assertThat(officers.as(office.relief(), () -> desk.files(office.relief(), second)))
                .isEqualTo(laid);
    }

    @Test
    void a_scheme_is_settled_once_the_quarter_for_all_is_confirmed_and_takes_no_files() {
        Office office = officers.office();
        UUID run = officers.as(office.relief(), () -> desk.open(office.relief(), new Quarter(PLAN, YEAR, 1)));
        officers.refuses(Reason.BASE_FIRST, () -> officers.ask(office, run));
        base(office, 1);
        officers.refuses(Reason.NOBODY, () -> officers.ask(office, run));
        officers.refuses(Reason.DRAWS, () -> officers.bring(office, run, Kind.FEED, feed(1)));
        officers.refuses(
                Reason.DRAWS,
                () -> officers.as(
                        office.relief(),
                        () -> desk.bring(
                                office.relief(),
                                run,
                                Kind.DESIGNATED,
                                new ByteArrayInputStream("x\n".getBytes(UTF_8)),
                                Manifest.NONE)));
    }

    @Test
    void what_is_for_designated_people_comes_out_of_a_fund_of_its_own_and_is_explained_by_its_own_plan() {
        Office office = officers.office();
        bring(office, list(half(), "2025-01-01", ""));
        base(office, 1);
        UUID run = tried(office, 1);
        List<QuarterLine> lines = officers.as(office.relief(), () -> desk.compare(office.relief(), run))
                .orElseThrow()
                .largest();
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            Working working = own.working(line);
            assertThat(working.entitled()).isEqualTo(line.entitled());
            assertThat(working.plan()).contains("困难职工");
            assertThat(working.illustrative()).isTrue();
        });
        officers.confirmed(office, run);
        work.go();

        assertThat(officers.owed(office, Fund.Kind.SPONSORED))
                .isEqualTo(officers.trial(office, run).come().orElseThrow().due());
    }

    @Test
    void a_list_is_taken_whole_or_not_at_all_and_twice_changes_nothing() {
        Office office = officers.office();
        String some = list(numbers.subList(0, 3), "2025-01-01", "");
        assertThat(bring(office, some + "张三,123,2025-01-01,,\n李四,%s,2025-02-30,,\n".formatted(numbers.get(5)))
                        .wrong())
                .extracting(Wrong::reason)
                .containsExactly(Wrong.Reason.NUMBER, Wrong.Reason.DAYS);
        assertThat(count(office)).isZero();
        assertThat(bring(office, some)).isEqualTo(new Taken(3, 0, List.of()));
        assertThat(bring(office, some)).isEqualTo(new Taken(0, 0, List.of()));
        assertThat(bring(office, list(numbers.subList(0, 1), "2025-01-01", "2025-03-31")))
                .isEqualTo(new Taken(0, 1, List.of()));
        assertThat(count(office)).isEqualTo(2);
        assertThat(bring(office, "姓名,号码\n张三,1\n").wrong())
                .extracting(Wrong::reason)
                .containsExactly(Wrong.Reason.COLUMNS);
    }

    private int count(Office office) {
        return officers.as(
                office.relief(),
                () -> designations.count(office.relief(), Designation.Kind.HARDSHIP, LocalDate.of(2025, 6, 1)));
    }

    @Test
    void nobody_sees_or_changes_the_register_of_another_office() {
        Office office = officers.office();
        Office other = officers.office();
        bring(office, list(numbers.subList(0, 2), "2025-01-01", ""));
        assertThat(count(other)).isZero();
        UUID one = officers.as(office.relief(), () -> designations.all(office.relief(), Designation.Kind.HARDSHIP, 10))
                .getFirst()
                .id();
        assertThat(end(other, one)).isFalse();
        assertThat(count(office)).isEqualTo(2);
        assertThat(end(office, one)).isTrue();
        assertThat(count(office)).isEqualTo(1);
        assertThatThrownBy(() -> officers.as(
                        office.reviewer(), () -> designations.end(office.reviewer(), one, LocalDate.of(2025, 4, 1))))
                .isInstanceOf(Refused.class);
    }

    private boolean end(Office at, UUID one) {
        return officers.as(at.relief(), () -> designations.end(at.relief(), one, LocalDate.of(2025, 3, 31)));
    }
}
