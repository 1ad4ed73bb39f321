package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.CardNumber;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.Wishes;
import org.huzhu.members.payees.OwnCard;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.quarters.Run.State;
import org.huzhu.quarters.mending.HeldLine;
import org.huzhu.quarters.mending.MendRefused;
import org.huzhu.quarters.mending.MendRefused.Reason;
import org.huzhu.quarters.mending.Mending;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines whose name or card no bank takes: mended by two, and owed once. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class})
class MendingTest {

    private static final int YEAR = 2025;
    private static final String CARD =
            CardNumber.withCheckDigit("622202123456789").digits();

    @TempDir
    private static Path folder = Path.of("");

    private final Officers officers;
    private final Mending mending;
    private final QuarterWork work;
    private final QuarterTools tools;
    private final SetClock clock;
    private final JdbcClient database;
    private final Secrets secrets;
    private final OwnQuarters own;
    private final Wishes wishes;
    private final OwnCard cards;

    @Autowired
    MendingTest(ApplicationContext rooms) {
        this.officers = rooms.getBean(Officers.class);
        this.mending = rooms.getBean(Mending.class);
        this.work = rooms.getBean(QuarterWork.class);
        this.tools = rooms.getBean(QuarterTools.class);
        this.clock = rooms.getBean(SetClock.class);
        this.database = rooms.getBean(JdbcClient.class);
        this.secrets = rooms.getBean(Secrets.class);
        this.own = rooms.getBean(OwnQuarters.class);
        this.wishes = rooms.getBean(Wishes.class);
        this.cards = rooms.getBean(OwnCard.class);
    }

    @BeforeAll
    static void makeCity() throws IOException {
        City.make(CityOrder.usual(400, 1, YEAR), folder.resolve("city"));
    }

    private static void refuses(Reason reason, ThrowingCallable task) {
        assertThatThrownBy(task)
                .isInstanceOfSatisfying(
                        MendRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** A confirmed quarter of which one line has a card that no bank takes. */
    private record Held(Office office, UUID run, UUID line) {}

    private Held held(Optional<UUID> member) {
        Office office = officers.office();
        UUID run = officers.tried(office, folder.resolve("city"), YEAR, 1);
        UUID line = Scope.ofSystem().call(() -> tools.whole(() -> spoil(run, member)));
        officers.confirmed(office, run);
        work.go();
        return new Held(office, run, line);
    }

    /** Before anything stands, a line can be what the register would have made it. */
    private UUID spoil(UUID run, Optional<UUID> member) {
        UUID line = database.sql("select id from quarters.line where run = :run and due_fen > 0 order by id limit 1")
                .param("run", run)
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
        PaidTo bad = new PaidTo("王小明", "11010119800101001X", "6222021234");
        database.sql("""
                update quarters.line set payable = false, card_end = '1234', payee = :payee, member = :member
                where id = :id
                """)
                .param("payee", secrets.seal(Field.CARD, line, bad.text()))
                .param("member", member.orElse(null))
                .param("id", line)
                .update();
        return line;
    }

    private void ask(Held held, Caller by, String name, String card) {
        officers.as(by, () -> {
            mending.ask(by, held.line(), name, card);
            return true;
        });
    }

    private UUID asked(Held held) {
        return line(held).orElseThrow().asked().orElseThrow().id();
    }

    private Optional<HeldLine> line(Held held) {
        Caller officer = held.office().relief();
        return officers.as(officer, () -> mending.one(officer, held.line()));
    }

    private void confirm(Held held, Caller by, UUID asked) {
        officers.as(by, () -> {
            mending.confirm(by, held.line(), asked);
            return true;
        });
    }

    private List<LocalDate> owedOn(Held held) {
        return Scope.ofSystem()
                .call(() -> tools.whole(() -> database.sql(
                                "select owed_on from payments.payable where kind = 'quarter' and reference = :line")
                        .param("line", held.line())
                        .query((row, _) -> row.getObject(1, LocalDate.class))
                        .list()));
    }

    private List<String> told(UUID member) {
        return Scope.ofSystem()
                .call(() -> tools.whole(() -> database.sql("""
                        select template from notices.notice where member = :member and template like 'QUARTER%'
                        """)
                        .param("member", member)
                        .query((row, _) -> row.getString(1))
                        .list()));
    }

    @Test
    void what_one_says_and_another_confirms_is_owed_once_and_ends_the_run() {
        Held held = held(Optional.empty());
        Office office = held.office();
        Batch _ = officers.paid(office);
        assertThat(officers.run(office, held.run()).state())
                .as("one of it has not been paid")
                .isEqualTo(State.CONFIRMED);
        assertThat(owedOn(held)).isEmpty();
        assertThat(officers.as(office.relief(), () -> mending.held(office.relief(), held.run(), 10)))
                .singleElement()
                .matches(each -> each.isName() && each.cardEnd().equals("1234"));

        clock.advance(Duration.ofDays(1));
        ask(held, office.relief(), "王小明", CARD);
        assertThat(owedOn(held)).as("before another confirms").isEmpty();
        UUID asked = asked(held);
        confirm(held, office.reviewer(), asked);

        assertThat(owedOn(held))
                .as("posted on the day on which it is confirmed")
                .containsExactly(tools.today());
        refuses(Reason.ABSENT, () -> confirm(held, office.reviewer(), asked));
        refuses(Reason.ABSENT, () -> ask(held, office.relief(), "王小明", CARD));
        Batch _ = officers.paid(office);
        assertThat(officers.run(office, held.run()).state()).isEqualTo(State.PAID);
        assertThat(officers.as(office.relief(), () -> mending.count(office.relief(), held.run())))
                .isZero();
    }

    @Test
    void nobody_confirms_what_he_said_or_what_he_did_not_see() {
        Held held = held(Optional.empty());
        Office office = held.office();
        ask(held, office.relief(), "王小明", CARD);
        UUID first = asked(held);
        Caller both = new Caller(
                        office.relief().account(),
                        Role.OFFICE_REVIEWER,
                        office.relief().path(),
                        Optional.empty())
                .fresh();
        refuses(Reason.BY_THE_SAME, () -> confirm(held, both, first));
        assertThatThrownBy(() -> confirm(held, office.relief().fresh(), first)).isInstanceOf(Refused.class);

        ask(held, office.relief(), "王晓明", CARD);
        refuses(Reason.LOOK_AGAIN, () -> confirm(held, office.reviewer(), first));
        UUID second = asked(held);
        officers.as(office.reviewer(), () -> {
            mending.decline(office.reviewer(), held.line(), second);
            return true;
        });
        assertThat(line(held).orElseThrow().asked()).isEmpty();
        refuses(Reason.LOOK_AGAIN, () -> confirm(held, office.reviewer(), second));
        assertThat(owedOn(held)).isEmpty();
    }

    @Test
    void of_several_who_say_another_card_of_the_same_line_at_once_the_last_stands() {
        Held held = held(Optional.empty());
        IntStream.range(0, 10).forEach(_ -> {
            List<Boolean> said = Together.all(4, () -> {
                Caller one = new Caller(
                        UUID.randomUUID(),
                        Role.RELIEF_OFFICER,
                        held.office().relief().path(),
                        Optional.empty());
                ask(held, one, "王小明", CARD);
                return true;
            });
            assertThat(said).hasSize(4);
        });

        assertThat(saidOf(held)).containsExactlyInAnyOrder("ASKED 1", "OVERTAKEN 39");
    }

    @Test
    void of_two_who_confirm_the_same_card_at_once_one_does_and_it_is_owed_once() {
        Held held = held(Optional.empty());
        ask(held, held.office().relief(), "王小明", CARD);
        UUID asked = asked(held);

        List<Optional<Reason>> came = Together.all(4, () -> {
            try {
                confirm(held, Officers.of(held.office().organisation()).reviewer(), asked);
                return Optional.empty();
            } catch (MendRefused refused) {
                return Optional.of(refused.reason());
            }
        });

        assertThat(came)
                .containsExactlyInAnyOrder(
                        Optional.empty(),
                        Optional.of(Reason.ABSENT),
                        Optional.of(Reason.ABSENT),
                        Optional.of(Reason.ABSENT));
        assertThat(owedOn(held)).hasSize(1);
    }

    /** How often what was said of the line stands in each state. */
    private List<String> saidOf(Held held) {
        return Scope.ofSystem()
                .call(() -> tools.whole(() -> database.sql(
                                "select state || ' ' || count(*) from quarters.mend where line = :line group by state")
                        .param("line", held.line())
                        .query((row, _) -> row.getString(1))
                        .list()));
    }

    @Test
    void what_no_bank_would_take_either_is_refused() {
        Held held = held(Optional.empty());
        Caller officer = held.office().relief();
        refuses(Reason.NAME, () -> ask(held, officer, "", CARD));
        refuses(Reason.NAME, () -> ask(held, officer, "王小明2", CARD));
        refuses(Reason.CARD, () -> ask(held, officer, "王小明", CARD.substring(1)));
        refuses(Reason.CARD, () -> ask(held, officer, "王小明", "1".repeat(16)));
        assertThat(line(held).orElseThrow().asked()).isEmpty();
    }

    @Test
    void an_officer_of_another_office_reaches_none_of_it() {
        Held held = held(Optional.empty());
        Office other = officers.office();
        assertThat(officers.as(other.relief(), () -> mending.held(other.relief(), held.run(), 10)))
                .isEmpty();
        refuses(Reason.ABSENT, () -> ask(held, other.relief(), "王小明", CARD));
        ask(held, held.office().relief(), "王小明", CARD);
        refuses(Reason.ABSENT, () -> confirm(held, other.reviewer(), asked(held)));
    }

    @Test
    void the_card_that_the_member_says_waits_for_somebody_of_the_office() {
        UUID member = officers.member();
        Held held = held(Optional.of(member));
        Caller self = new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
        assertThat(officers.as(self, () -> own.all(self))).singleElement().matches(OwnQuarters.Own::isHeld);
        assertThat(told(member)).containsExactly("QUARTER_CARD_WANTED");

        officers.as(self, () -> {
            wishes.consent(self, member, Purpose.BANK, "1", "同意");
            return cards.give(self, new CardNumber(CARD));
        });
        HeldLine.Asked asked = line(held).orElseThrow().asked().orElseThrow();
        assertThat(asked.by()).isEqualTo(member.toString());
        assertThat(asked.cardEnd()).isEqualTo(CARD.substring(CARD.length() - 4));
        officers.as(self, () -> cards.give(self, new CardNumber(CARD)));
        assertThat(asked(held)).as("the same card again changes nothing").isEqualTo(asked.id());

        confirm(held, held.office().reviewer(), asked.id());
        assertThat(owedOn(held)).hasSize(1);
        assertThat(officers.as(self, () -> own.all(self)))
                .singleElement()
                .matches(each -> !each.isHeld() && each.standing().isPresent());
    }
}
