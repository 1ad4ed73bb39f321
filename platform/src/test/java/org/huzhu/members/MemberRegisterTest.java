package org.huzhu.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.members.MembersRoom.CLOSED;
import static org.huzhu.members.MembersRoom.HARBOUR;
import static org.huzhu.members.MembersRoom.MILL;
import static org.huzhu.members.MembersRoom.SCHOOL;
import static org.huzhu.members.MembersRoom.as;
import static org.huzhu.members.MembersRoom.caller;
import static org.huzhu.members.MembersRoom.doAs;
import static org.huzhu.members.People.LONG_AGO;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.audit.Deed;
import org.huzhu.database.Server;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.kernel.Sex;
import org.huzhu.members.MemberDetail.CardKind;
import org.huzhu.members.MemberDetail.Employment;
import org.huzhu.members.MemberRefused.Reason;
import org.huzhu.members.MembersRoom.Gate;
import org.huzhu.members.MembersRoom.Trail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = {Society.class, MembersRoom.class})
class MemberRegisterTest {

    private static final Caller HANDLER = caller(Role.UNIT_HANDLER, MILL.path());
    private static final Caller AGENCY = caller(Role.AGENCY_HANDLER, "bj.dc");
    private static final Caller ELSEWHERE = caller(Role.OFFICE_REVIEWER, "tj");

    private final MemberRegister register;
    private final MemberFile file;
    private final Trail trail;
    private final Gate gate;
    private final Server server;
    private final PlatformTransactionManager transactions;

    @Autowired
    MemberRegisterTest(
            MemberRegister register,
            MemberFile file,
            Trail trail,
            Gate gate,
            Server server,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.file = file;
        this.trail = trail;
        this.gate = gate;
        this.server = server;
        this.transactions = transactions;
    }

    @AfterEach
    void open_the_gate() {
        gate.openAll();
    }

    private UUID admit(Newcomer newcomer) {
        return as(HANDLER, () -> register.admit(HANDLER, MILL.id(), newcomer));
    }

    private MemberDetail detail(Caller caller, UUID member) {
        return as(caller, () -> register.detail(caller, member));
    }

    private static void assertRefused(Runnable work, Reason reason) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        MemberRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void whoever_was_admitted_is_found_by_number_card_and_phone() {
        IdNumber number = IdNumber.parse("11010519491231002X");
        UUID member = admit(People.with(People.newcomer("王秀英", number), new Phone("13911112222"), "东四北大街1号"));
        CardNumber card = CardNumber.withCheckDigit("622202020011223");
        doAs(HANDLER, () -> file.giveCard(HANDLER, member, CardKind.UNION, card));

        assertThat(as(
                        AGENCY,
                        () -> register.findByPaper(AGENCY, Paper.parse(Paper.Kind.RESIDENT, "11010519491231002x"))))
                .extracting(MemberLine::id)
                .containsExactly(member);
        assertThat(as(AGENCY, () -> register.findByCard(AGENCY, card)))
                .extracting(MemberLine::id)
                .containsExactly(member);
        assertThat(as(AGENCY, () -> register.findByPhone(AGENCY, Phone.parse("+86 139 1111 2222"))))
                .extracting(MemberLine::id)
                .containsExactly(member);
    }

    @Test
    void an_old_number_of_fifteen_digits_finds_the_same_person() {
        UUID member = admit(People.newcomer("孙国强", IdNumber.parse("130503196704010016")));

        assertThat(as(
                        HANDLER,
                        () -> register.findByPaper(HANDLER, Paper.parse(Paper.Kind.RESIDENT, "130503670401001"))))
                .extracting(MemberLine::id)
                .containsExactly(member);
    }

    @Test
    void what_was_entered_must_agree_with_the_number() {
        Newcomer plain = People.named("李强");
        Sex other = plain.sexOf() == Sex.MALE ? Sex.FEMALE : Sex.MALE;

        assertRefused(
                () -> admit(entered(plain, Optional.of(plain.birth().plusDays(1)), Optional.empty())),
                Reason.BIRTH_DISAGREES);
        assertRefused(() -> admit(entered(plain, Optional.empty(), Optional.of(other))), Reason.SEX_DISAGREES);
        assertThat(admit(entered(plain, Optional.of(plain.birth()), Optional.of(plain.sexOf()))))
                .isNotNull();
    }

    private static Newcomer entered(Newcomer plain, Optional<LocalDate> birth, Optional<Sex> sex) {
        return new Newcomer(
                plain.name(), plain.paper(), birth, sex, plain.phone(), plain.address(), plain.employedFrom());
    }

    @Test
    void with_another_paper_birth_date_and_sex_must_be_entered() {
        Newcomer nothing = new Newcomer(
                new PersonName("陈大文"),
                new Paper.HomeReturn("H12345678"),
                Optional.empty(),
                Optional.of(Sex.MALE),
                Optional.empty(),
                Optional.empty(),
                LONG_AGO);

        assertRefused(() -> admit(nothing), Reason.BIRTH_OR_SEX_MISSING);
        UUID member = admit(entered(nothing, Optional.of(LocalDate.of(1980, 1, 2)), Optional.of(Sex.MALE)));
        assertThat(detail(HANDLER, member).line().paper()).isEqualTo("H1*****78");
    }

    @Test
    void a_unit_has_a_person_once() {
        Newcomer newcomer = People.named("赵敏");
        admit(newcomer);

        assertRefused(() -> admit(newcomer), Reason.ALREADY_IN_UNIT);
    }

    @Test
    void nobody_is_admitted_where_nothing_is_open_nor_from_tomorrow_on() {
        assertRefused(
                () -> as(AGENCY, () -> register.admit(AGENCY, CLOSED.id(), People.named("钱多"))), Reason.UNIT_NOT_OPEN);
        Newcomer plain = People.named("钱多");
        Newcomer ahead = new Newcomer(
                plain.name(),
                plain.paper(),
                plain.birthOn(),
                plain.sex(),
                plain.phone(),
                plain.address(),
                LocalDate.now(Society.CHINA).plusDays(1));

        assertRefused(() -> admit(ahead), Reason.DAY_NOT_POSSIBLE);
    }

    @Test
    void names_are_found_by_any_two_signs_of_them_whatever_dot_was_typed() {
        UUID uyghur = admit(People.named("阿卜杜热西提·买买提"));
        UUID rare = admit(People.named("\uD842\uDFB7田一郎"));

        for (String text : List.of("阿", "阿卜", "热西提", "买买提", "西提•买买", "阿卜杜热西提.买买提")) {
            assertThat(as(AGENCY, () -> register.findByName(AGENCY, text, 10)))
                    .as(text)
                    .extracting(MemberLine::id)
                    .containsExactly(uyghur);
        }
        for (String text : List.of("\uD842\uDFB7", "\uD842\uDFB7田", "田一", "一郎")) {
            assertThat(as(AGENCY, () -> register.findByName(AGENCY, text, 10)))
                    .as(text)
                    .extracting(MemberLine::id)
                    .containsExactly(rare);
        }
        assertThat(as(AGENCY, () -> register.findByName(AGENCY, "提阿", 10))).isEmpty();
        assertThat(as(AGENCY, () -> register.findByName(AGENCY, "", 10))).isEmpty();
    }

    @Test
    void a_new_name_is_found_and_the_old_one_no_more() {
        UUID member = admit(People.named("慕容复兴"));

        doAs(HANDLER, () -> register.rename(HANDLER, member, new PersonName("司徒雷登")));

        assertThat(as(HANDLER, () -> register.findByName(HANDLER, "慕容", 10))).isEmpty();
        assertThat(as(HANDLER, () -> register.findByName(HANDLER, "雷登", 10))).hasSize(1);
    }

    @Test
    void whoever_does_not_reach_the_unit_finds_nobody_there() {
        IdNumber number = People.number(LocalDate.of(1979, 9, 9));
        UUID member = admit(People.with(People.newcomer("诸葛孔明", number), new Phone("13933334444"), "隆中"));

        for (Caller stranger : List.of(ELSEWHERE, caller(Role.UNIT_HANDLER, SCHOOL.path()))) {
            assertThat(as(stranger, () -> register.findByPaper(stranger, new Paper.Resident(number))))
                    .isEmpty();
            assertThat(as(stranger, () -> register.findByPhone(stranger, new Phone("13933334444"))))
                    .isEmpty();
            assertThat(as(stranger, () -> register.findByName(stranger, "诸葛", 10)))
                    .isEmpty();
            assertThat(as(stranger, () -> register.ofUnit(stranger, MILL.id(), Optional.empty(), 10)))
                    .isEmpty();
            assertRefused(() -> detail(stranger, member), Reason.NOT_FOUND);
            assertRefused(
                    () -> doAs(stranger, () -> register.changePhone(stranger, member, Optional.empty())),
                    Reason.NOT_FOUND);
        }
    }

    @Test
    void a_member_sees_himself_and_nobody_else() {
        UUID member = admit(People.named("周瑜"));
        UUID other = admit(People.named("鲁肃"));
        Caller himself = MembersRoom.member(member);

        assertThat(detail(himself, member).line().name()).isEqualTo("周瑜");
        assertRefused(() -> detail(himself, other), Reason.NOT_FOUND);
    }

    @Test
    void the_database_refuses_what_a_query_forgets() throws SQLException {
        admit(People.with(People.named("关云长"), new Phone("13955556666"), "解县"));
        List<String> tables = tables();

        assertThat(tables).hasSize(11);
        for (String table : tables) {
            String count = "select count(*) from members." + table;
            assertThatThrownBy(() -> ask(count, Optional.empty()))
                    .as("%s without a scope", table)
                    .isInstanceOf(SQLException.class);
            assertThat(ask(count, Optional.of("{\"tj\"}"))).as(table).isEqualTo("0");
        }
        assertThat(ask("select count(*) from members.member", Optional.of("{\"bj.dc\"}")))
                .isNotEqualTo("0");
        assertThat(ask("update members.member set path = 'tj' returning 1", Optional.of("{\"tj\"}")))
                .isEmpty();
    }

    private List<String> tables() throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select tablename from pg_tables where schemaname = 'members' and tablename not like 'flyway%'
                        """)) {
            List<String> names = new java.util.ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Asks as the runner, past all code of ours. */
    private String ask(String sql, Optional<String> reach) throws SQLException {
        try (Connection runner = server.connectRunner();
                Statement statement = runner.createStatement()) {
            runner.setAutoCommit(false);
            if (reach.isPresent()) {
                statement.execute(("select set_config('huzhu.reach', '%s', true), set_config('huzhu.member', '', true),"
                                + " set_config('huzhu.actor', 'x', true)")
                        .formatted(reach.get()));
            }
            try (ResultSet rows = statement.executeQuery(sql)) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    @Test
    void nobody_is_moved_out_of_reach_past_the_code() {
        admit(People.named("赵子龙"));

        assertThatThrownBy(() -> ask("update members.member set path = 'tj' returning 1", Optional.of("{\"bj.dc\"}")))
                .hasMessageContaining("row-level security");
    }

    @Test
    void no_number_stands_anywhere_in_clear() throws SQLException {
        IdNumber number = People.number(LocalDate.of(1990, 10, 10));
        CardNumber card = CardNumber.withCheckDigit("621700001000991");
        UUID member = admit(People.with(People.newcomer("马孟起", number), new Phone("13977778888"), "茂陵县"));
        doAs(HANDLER, () -> file.giveCard(HANDLER, member, CardKind.UNION, card));
        String seen = detail(HANDLER, member).toString();
        StringBuilder stored = new StringBuilder();
        try (Connection admin = Server.connect(server.url(), server.admin().orElseThrow());
                Statement statement = admin.createStatement()) {
            for (String table : tables()) {
                try (ResultSet rows = statement.executeQuery("select t::text from members." + table + " t")) {
                    while (rows.next()) {
                        stored.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }

        assertThat(stored).contains("马孟起");
        for (String canary : List.of(number.text(), card.digits(), "13977778888", "茂陵县")) {
            String hex = java.util.HexFormat.of().formatHex(canary.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(seen).doesNotContain(canary);
            assertThat(stored).doesNotContain(canary).doesNotContain(hex);
        }
        assertThat(seen).contains("139****8888").contains(number.toString()).contains(card.toString());
    }

    @Test
    void a_page_follows_the_other_until_each_member_was_seen_once() {
        Caller caller = caller(Role.OFFICE_REVIEWER, "tj");
        for (int i = 0; i < 25; i++) {
            String name = i % 2 == 0 ? "刘备" : "刘禅";
            as(caller, () -> register.admit(caller, HARBOUR.id(), People.named(name)));
        }

        Set<UUID> seen = new HashSet<>();
        Optional<UUID> last = Optional.empty();
        List<MemberLine> page;
        do {
            Optional<UUID> after = last;
            page = as(caller, () -> register.ofUnit(caller, HARBOUR.id(), after, 10));
            page.forEach(line -> assertThat(seen.add(line.id())).isTrue());
            last = page.isEmpty() ? last : Optional.of(page.getLast().id());
        } while (!page.isEmpty());

        assertThat(seen).hasSize(25);
        assertThat(as(caller, () -> register.count(caller, HARBOUR.id()))).isEqualTo(25);
    }

    @Test
    void whoever_changes_his_unit_keeps_where_he_was_and_leaves_the_reach_of_the_old_one() {
        UUID member = admit(People.named("黄汉升"));
        LocalDate day = LocalDate.of(2020, 7, 1);

        doAs(AGENCY, () -> register.transfer(AGENCY, member, SCHOOL.id(), day));

        assertThat(detail(AGENCY, member).employments())
                .containsExactly(
                        new Employment(SCHOOL.id(), new DateSpan(day, LocalDate.MAX)),
                        new Employment(MILL.id(), new DateSpan(LONG_AGO, day)));
        assertRefused(() -> detail(HANDLER, member), Reason.NOT_FOUND);
        assertRefused(
                () -> doAs(AGENCY, () -> register.transfer(AGENCY, member, MILL.id(), day)), Reason.DAY_NOT_POSSIBLE);
    }

    @Test
    void nobody_moves_a_member_to_where_he_does_not_reach() {
        UUID member = admit(People.named("魏文长"));

        assertThatThrownBy(
                        () -> doAs(AGENCY, () -> register.transfer(AGENCY, member, HARBOUR.id(), LONG_AGO.plusDays(9))))
                .hasStackTraceContaining("row-level security");
        assertThat(detail(AGENCY, member).line().unit()).isEqualTo(MILL.id());
    }

    @Test
    void whoever_leaves_stays_a_member_and_may_come_back_after() {
        UUID member = admit(People.named("姜伯约"));
        LocalDate gone = LocalDate.of(2015, 1, 1);
        doAs(HANDLER, () -> register.leave(HANDLER, member, gone));

        assertThat(detail(HANDLER, member).line().unit()).isEqualTo(MILL.id());
        assertRefused(() -> doAs(HANDLER, () -> register.leave(HANDLER, member, gone)), Reason.NOTHING_TO_CHANGE);
        assertRefused(
                () -> doAs(HANDLER, () -> register.transfer(HANDLER, member, MILL.id(), gone.minusDays(1))),
                Reason.EMPLOYMENTS_OVERLAP);
        doAs(HANDLER, () -> register.transfer(HANDLER, member, MILL.id(), gone));
        assertThat(detail(HANDLER, member).employments()).hasSize(2);
    }

    @Test
    void members_follow_an_organisation_that_is_moved_with_all_that_is_theirs() {
        Caller both = new Caller(UUID.randomUUID(), Role.OFFICE_REVIEWER, Optional.of(""), Optional.empty());
        UUID member = as(both, () -> register.admit(both, SCHOOL.id(), People.named("邓士载")));
        TransactionTemplate transaction = new TransactionTemplate(transactions);

        int followed = as(both, () -> transaction.execute(_ -> register.follow("bj.dc.school", "tj.hb.school")));

        assertThat(followed).isPositive();
        assertThat(detail(ELSEWHERE, member).employments()).hasSize(1);
        assertThat(as(ELSEWHERE, () -> register.findByName(ELSEWHERE, "士载", 5))).hasSize(1);
        assertRefused(() -> detail(AGENCY, member), Reason.NOT_FOUND);
        as(both, () -> transaction.execute(_ -> register.follow("tj.hb.school", "bj.dc.school")));
        assertThat(detail(AGENCY, member).line().path()).isEqualTo("bj.dc.school");
    }

    @Test
    void every_change_is_recorded_with_what_was_before_and_after() {
        UUID member = admit(People.named("庞士元"));
        doAs(HANDLER, () -> register.changePhone(HANDLER, member, Optional.of(new Phone("13812340000"))));
        doAs(HANDLER, () -> register.changeAddress(HANDLER, member, Optional.of("雒城")));
        doAs(HANDLER, () -> register.leave(HANDLER, member, LocalDate.of(2012, 1, 1)));

        List<Deed> deeds = trail.of(member);

        assertThat(deeds)
                .extracting(Deed::action)
                .containsExactly("member.admit", "member.phone", "member.address", "member.leave");
        assertThat(deeds.get(0).before()).isEmpty();
        assertThat(deeds.get(1).before()).isPresent().isEqualTo(deeds.get(0).after());
        assertThat(deeds.get(1).after()).isPresent().isNotEqualTo(deeds.get(1).before());
        assertThat(deeds.toString()).doesNotContain("庞士元").doesNotContain("13812340000");
    }

    @Test
    void what_the_table_of_access_refuses_is_not_done() {
        UUID member = admit(People.named("法孝直"));
        gate.close(Operation.MEMBER_CHANGE);

        assertThatThrownBy(() -> doAs(HANDLER, () -> register.rename(HANDLER, member, new PersonName("别人"))))
                .isInstanceOf(Refused.class);
        assertThat(detail(HANDLER, member).line().name()).isEqualTo("法孝直");
        gate.close(Operation.MEMBER_VIEW);
        assertThatThrownBy(() -> detail(HANDLER, member)).isInstanceOf(Refused.class);
    }
}
