package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.Wishes;
import org.huzhu.members.payees.OwnCard;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentNews;
import org.huzhu.payments.Standing;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.quarter.SettlementSummary;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.JdbcTasks.Task;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.quarters.QuarterRefused.Reason;
import org.huzhu.quarters.Run.State;
import org.huzhu.quarters.working.Working;
import org.huzhu.quarters.working.YearlyRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year of quarters: brought, tried, compared, confirmed, paid. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class})
class QuartersTest {

    private static final int YEAR = 2025;

    @TempDir
    private static Path folder;

    private final Officers officers;
    private final QuarterDesk desk;
    private final QuarterWork work;
    private final OwnQuarters own;
    private final YearlyRules rules;
    private final JdbcTasks tasks;
    private final QuarterTools tools;
    private final SetClock clock;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Server server;
    private final Wishes wishes;
    private final OwnCard cards;

    @Autowired
    QuartersTest(ApplicationContext rooms) {
        this.officers = rooms.getBean(Officers.class);
        this.desk = rooms.getBean(QuarterDesk.class);
        this.own = rooms.getBean(OwnQuarters.class);
        this.work = rooms.getBean(QuarterWork.class);
        this.rules = rooms.getBean(YearlyRules.class);
        this.tasks = rooms.getBean(JdbcTasks.class);
        this.tools = rooms.getBean(QuarterTools.class);
        this.clock = rooms.getBean(SetClock.class);
        this.database = rooms.getBean(JdbcClient.class);
        this.events = rooms;
        this.server = rooms.getBean(Server.class);
        this.wishes = rooms.getBean(Wishes.class);
        this.cards = rooms.getBean(OwnCard.class);
    }

    @BeforeAll
    static void makeCity() throws IOException {
        City.make(CityOrder.usual(400, 1, YEAR), folder.resolve("city"));
    }

    private static Path city() {
        return folder.resolve("city");
    }

    /** What is owed of the run: how many, and how much. */
    private List<Long> owed(Office office) {
        return officers.as(
                office.maker(),
                () -> tools.whole(() -> database.sql("""
                        select count(*), coalesce(sum(fen), 0)::bigint from payments.payable
                        where kind = 'quarter' and path <@ any(:reach::ltree[])
                        """)
                        .param("reach", Scope.required().reachText())
                        .query((row, _) -> List.of(row.getLong(1), row.getLong(2)))
                        .single()));
    }

    @Test
    void a_year_settled_here_equals_settled_files_to_the_byte() throws IOException {
        Office office = officers.office();
        List<Path> feeds = new ArrayList<>();
        List<Path> paid = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            UUID run = officers.tried(office, city(), YEAR, quarter);
            feeds.add(city().resolve("feed-q%d.csv".formatted(quarter)));
            Path out = folder.resolve("out-" + quarter);
            SettlementSummary settled = Settlement.settle(
                    new SettlementRequest(YEAR, quarter, feeds, city().resolve("members.csv"), List.copyOf(paid), out),
                    rules.rule(new Quarter(Officers.PLAN, YEAR, quarter)),
                    SettlementListener.SILENT);
            paid.add(out.resolve("payments.csv"));

            Trial.Come come = officers.trial(office, run).come().orElseThrow();
            assertThat(come.payments())
                    .isEqualTo(HexFormat.of().formatHex(Digests.sha256(out.resolve("payments.csv"))));
            assertThat(come.persons()).isEqualTo((int) settled.persons()).isPositive();
            officers.confirmed(office, run);
            work.go();
            assertThat(officers.as(office.relief(), () -> desk.partsLeft(office.relief(), run)))
                    .isZero();
            assertThat(officers.as(office.relief(), () -> desk.isSame(office.relief(), run)))
                    .isTrue();
        }
    }

    @Test
    void the_working_of_each_line_comes_to_what_it_says() {
        Office office = officers.office();
        officers.confirmed(office, officers.tried(office, city(), YEAR, 1));
        work.go();
        UUID run = officers.tried(office, city(), YEAR, 2);

        List<QuarterLine> lines = officers.as(office.relief(), () -> desk.compare(office.relief(), run))
                .orElseThrow()
                .largest();

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            Working working = own.working(line);
            assertThat(working.entitled()).isEqualTo(line.entitled());
            assertThat(working.steps()).isNotEmpty();
            assertThat(working.wording()).isNotBlank();
            assertThat(Money.sum(
                            line.stays().stream().map(QuarterLine.Stay::selfPay).toList()))
                    .isEqualTo(line.inpatient());
        });
        assertThat(lines)
                .anySatisfy(line -> assertThat(line.before().isPositive()).isTrue());
    }

    @Test
    void each_is_owed_once_whatever_is_repeated() {
        Office office = officers.office();
        UUID run = officers.tried(office, city(), YEAR, 1);
        Trial.Come come = officers.trial(office, run).come().orElseThrow();
        officers.confirmed(office, run);
        work.go();
        List<Long> once = owed(office);

        assertThat(once).containsExactly((long) come.persons(), come.due().fen());
        whole("update quarters.line set stands = false where run = '%s'".formatted(run));
        whole("update quarters.task set state = 'WAITING', until = null where kind = 'OWE' and run = '%s'"
                .formatted(run));
        work.go();
        assertThat(owed(office)).isEqualTo(once);
    }

    @Test
    void whoever_has_lost_a_task_writes_nothing_any_more() {
        Office office = officers.office();
        UUID run = officers.open(office, YEAR, 1);
        FeedFile _ = officers.bring(office, run, Kind.FEED, city().resolve("feed-q1.csv"));
        FeedFile _ = officers.bring(office, run, Kind.REGISTER, city().resolve("members.csv"));
        int _ = officers.ask(office, run);
        Scope.ofSystem().run(() -> {
            Task first = tools.whole(() -> tasks.take(tools.now())).orElseThrow();
            assertThat(tools.whole(() -> tasks.take(tools.now()))).isEmpty();
            clock.advance(JdbcTasks.HELD.plusSeconds(1));
            Task second = tools.whole(() -> tasks.take(tools.now())).orElseThrow();
            assertThat(second.id()).isEqualTo(first.id());
            Signs lost = new Signs(tasks, first, tools.transactions(), tools.clock());
            boolean[] wrote = {false};
            assertThatThrownBy(() -> lost.end(() -> wrote[0] = true)).isInstanceOf(Signs.Lost.class);
            assertThatThrownBy(() -> lost.say("READING", 1, 2)).isInstanceOf(Signs.Lost.class);
            assertThat(wrote[0]).isFalse();
        });
        clock.advance(JdbcTasks.HELD.plusSeconds(1));
        work.go();
        assertThat(officers.run(office, run).state()).isEqualTo(State.TRIED);
    }

    @Test
    void two_confirm_what_both_have_seen() {
        Office office = officers.office();
        UUID run = officers.tried(office, city(), YEAR, 1);
        if (!officers.as(office.relief(), () -> desk.warnings(office.relief(), run))
                .isEmpty()) {
            officers.refuses(Reason.WARNINGS, () -> officers.propose(office, run, 1));
        }
        officers.see(office, run);
        officers.refuses(Reason.OTHER_STATE, () -> officers.confirm(office, office.reviewer(), run, 1));
        officers.propose(office, run, 1);
        Caller same = new Caller(
                        office.relief().account(),
                        Role.OFFICE_REVIEWER,
                        office.relief().path(),
                        Optional.empty())
                .fresh();
        officers.refuses(Reason.BY_THE_SAME, () -> officers.confirm(office, same, run, 1));
        officers.refuses(Reason.LOOK_AGAIN, () -> officers.confirm(office, office.reviewer(), run, 2));
        assertThatThrownBy(() -> officers.confirm(office, office.relief(), run, 1))
                .isInstanceOf(Refused.class);

        assertThat(officers.ask(office, run)).isEqualTo(2);
        work.go();
        officers.refuses(Reason.LOOK_AGAIN, () -> officers.confirm(office, office.reviewer(), run, 1));
        officers.confirmed(office, run);
        officers.refuses(Reason.OTHER_STATE, () -> officers.ask(office, run));
        officers.refuses(Reason.OTHER_STATE, () -> officers.confirm(office, office.reviewer(), run, 2));
    }

    @Test
    void quarters_of_a_year_come_one_after_the_other() {
        Office office = officers.office();
        UUID _ = officers.open(office, YEAR, 1);
        UUID second = officers.open(office, YEAR, 2);
        FeedFile _ = officers.bring(office, second, Kind.FEED, city().resolve("feed-q2.csv"));
        FeedFile _ = officers.bring(office, second, Kind.REGISTER, city().resolve("members.csv"));

        officers.refuses(Reason.EARLIER_FIRST, () -> officers.ask(office, second));
        officers.refuses(Reason.OPEN_ALREADY, () -> officers.open(office, YEAR, 1));
        officers.refuses(Reason.NOT_OVER, () -> officers.open(office, 2026, 1));
        officers.refuses(
                Reason.NO_SUCH_PLAN,
                () -> officers.as(office.relief(), () -> desk.open(office.relief(), new Quarter("住院津贴", YEAR, 1))));
    }

    @Test
    void once_the_bank_has_paid_all_the_run_is_paid_and_can_be_closed() {
        Office office = officers.office();
        UUID run = officers.tried(office, city(), YEAR, 1);
        officers.confirmed(office, run);
        work.go();
        assertThat(officers.run(office, run).state()).isEqualTo(State.CONFIRMED);

        Money sum = officers.paid(office).sum();

        assertThat(sum)
                .isEqualTo(officers.trial(office, run).come().orElseThrow().due());
        assertThat(officers.run(office, run).state()).isEqualTo(State.PAID);
        officers.as(office.relief(), () -> {
            desk.close(office.relief(), run);
            return true;
        });
        assertThat(officers.run(office, run).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void what_the_bank_gives_back_goes_to_the_card_that_the_member_says() {
        Office office = officers.office();
        UUID run = officers.tried(office, city(), YEAR, 1);
        UUID member = officers.member();
        whole("""
                update quarters.line set member = '%s' where id =
                (select id from quarters.line where run = '%s' and due_fen > 0 order by id limit 1)
                """.formatted(member, run));
        officers.confirmed(office, run);
        work.go();
        Batch _ = officers.sent(office, 1);
        Caller self = new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
        assertThat(officers.as(self, () -> own.all(self))).singleElement().matches(OwnQuarters.Own::isBack);

        officers.as(self, () -> {
            wishes.consent(self, member, Purpose.BANK, "1", "同意");
            return cards.give(self, CardNumber.withCheckDigit("622202129999999"));
        });

        assertThat(officers.as(self, () -> own.all(self)))
                .singleElement()
                .extracting(each -> each.standing().orElseThrow().state())
                .isEqualTo(Standing.State.REDIRECTED);
        assertThat(officers.run(office, run).state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void what_comes_back_once_all_was_paid_opens_the_run_again() {
        Office office = officers.office();
        UUID run = officers.tried(office, city(), YEAR, 1);
        officers.confirmed(office, run);
        work.go();
        Batch _ = officers.paid(office);
        assertThat(officers.run(office, run).state()).isEqualTo(State.PAID);
        UUID line = officers.as(office.relief(), () -> desk.compare(office.relief(), run))
                .orElseThrow()
                .largest()
                .getFirst()
                .id();

        PaymentNews.Item back = new PaymentNews.Item(
                "late", "quarter", line, Optional.empty(), Money.ofYuan(1), tools.today(), Optional.of("AC04"));
        officers.as(
                office.maker(),
                () -> tools.whole(() -> {
                    events.publishEvent(new PaymentNews.Returned(List.of(back)));
                    return true;
                }));

        assertThat(officers.run(office, run).state()).isEqualTo(State.CONFIRMED);
    }

    /** As the owner of the tables, who alone may change what stands. */
    private void whole(String sql) {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            assertThat(statement.executeUpdate(sql)).isPositive();
            owner.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
