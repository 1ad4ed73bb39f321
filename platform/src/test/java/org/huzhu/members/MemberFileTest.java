package org.huzhu.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.members.MembersRoom.MILL;
import static org.huzhu.members.MembersRoom.as;
import static org.huzhu.members.MembersRoom.caller;
import static org.huzhu.members.MembersRoom.doAs;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.KeyRotation;
import org.huzhu.database.Scope;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberDetail.Card;
import org.huzhu.members.MemberDetail.CardKind;
import org.huzhu.members.MemberDetail.Category;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberDetail.Correction;
import org.huzhu.members.MemberDetail.Kin;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberFile.Relation;
import org.huzhu.members.MemberRefused.Reason;
import org.huzhu.members.MembersRoom.Trail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = {Society.class, MembersRoom.class})
class MemberFileTest {

    private static final Caller HANDLER = caller(Role.UNIT_HANDLER, MILL.path());
    private static final Caller AGENCY = caller(Role.AGENCY_HANDLER, "bj.dc");
    private static final CardNumber OLD_CARD = CardNumber.withCheckDigit("622202020011225");
    private static final CardNumber NEW_CARD = CardNumber.withCheckDigit("622202020011226");

    private final MemberRegister register;
    private final MemberFile file;
    private final Wishes wishes;
    private final KeyRotation rotation;
    private final Reveals reveals;
    private final Trail trail;

    @Autowired
    MemberFileTest(
            MemberRegister register,
            MemberFile file,
            Wishes wishes,
            KeyRotation rotation,
            Reveals reveals,
            Trail trail) {
        this.register = register;
        this.file = file;
        this.wishes = wishes;
        this.rotation = rotation;
        this.reveals = reveals;
        this.trail = trail;
    }

    private UUID admit(String name) {
        return as(HANDLER, () -> register.admit(HANDLER, MILL.id(), People.named(name)));
    }

    private MemberDetail detail(Caller caller, UUID member) {
        return as(caller, () -> register.detail(caller, member));
    }

    private static void assertRefused(Caller caller, Runnable work, Reason reason) {
        assertThatThrownBy(() -> doAs(caller, work))
                .isInstanceOfSatisfying(
                        MemberRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void a_new_card_replaces_the_live_one_which_is_kept_and_still_finds_its_member() {
        UUID member = admit("曹孟德");
        assertRefused(HANDLER, () -> file.giveCard(HANDLER, member, CardKind.BANK, OLD_CARD), Reason.CONSENT_MISSING);
        Caller himself = MembersRoom.member(member);
        doAs(himself, () -> wishes.consent(himself, member, Purpose.BANK, "2026-1", "同意用卡号付款"));
        doAs(HANDLER, () -> file.giveCard(HANDLER, member, CardKind.BANK, OLD_CARD));
        doAs(HANDLER, () -> file.giveCard(HANDLER, member, CardKind.UNION, OLD_CARD));
        doAs(HANDLER, () -> file.giveCard(HANDLER, member, CardKind.BANK, NEW_CARD));

        assertThat(detail(HANDLER, member).cards())
                .filteredOn(card -> card.kind() == CardKind.BANK)
                .satisfiesExactly(
                        live -> assertThat(live.replacedAt()).isEmpty(),
                        old -> assertThat(old.replacedAt()).isPresent());
        assertThat(detail(HANDLER, member).cards()).extracting(Card::number).doesNotContain(NEW_CARD.digits());
        assertThat(as(HANDLER, () -> register.findByCard(HANDLER, OLD_CARD)))
                .extracting(MemberLine::id)
                .containsExactly(member);
    }

    @Test
    void a_category_is_held_once_at_a_time_and_can_be_held_again() {
        UUID member = admit("曹子建");
        LocalDate from = LocalDate.of(2020, 1, 1);
        LocalDate until = LocalDate.of(2021, 1, 1);
        doAs(HANDLER, () -> file.categorise(HANDLER, member, CategoryKind.HARDSHIP, from, Optional.empty()));

        assertRefused(
                HANDLER,
                () -> file.categorise(HANDLER, member, CategoryKind.HARDSHIP, until, Optional.empty()),
                Reason.CATEGORIES_OVERLAP);
        assertRefused(
                HANDLER, () -> file.endCategory(HANDLER, member, CategoryKind.HARDSHIP, from), Reason.DAY_NOT_POSSIBLE);
        assertRefused(
                HANDLER,
                () -> file.endCategory(HANDLER, member, CategoryKind.MODEL_WORKER, until),
                Reason.NOTHING_TO_CHANGE);
        doAs(HANDLER, () -> file.endCategory(HANDLER, member, CategoryKind.HARDSHIP, until));
        doAs(HANDLER, () -> file.categorise(HANDLER, member, CategoryKind.HARDSHIP, until, Optional.empty()));
        doAs(HANDLER, () -> file.categorise(HANDLER, member, CategoryKind.MODEL_WORKER, until, Optional.empty()));

        assertThat(detail(HANDLER, member).categories())
                .containsExactly(
                        new Category(CategoryKind.HARDSHIP, new DateSpan(until, LocalDate.MAX)),
                        new Category(CategoryKind.MODEL_WORKER, new DateSpan(until, LocalDate.MAX)),
                        new Category(CategoryKind.HARDSHIP, new DateSpan(from, until)));
    }

    private static Relation child(LocalDate birth) {
        return new Relation(Kin.CHILD, new PersonName("曹小小"), new Paper.Resident(People.number(birth)), birth);
    }

    @Test
    void a_child_under_fourteen_needs_a_guardian_and_a_consent_of_its_own() {
        UUID member = admit("曹子桓");
        LocalDate today = LocalDate.now(Society.CHINA);
        Relation young = child(today.minusYears(14).plusDays(1));
        Relation older = child(today.minusYears(14));

        assertRefused(
                HANDLER, () -> file.addRelative(HANDLER, member, young, Optional.empty()), Reason.GUARDIAN_MISSING);
        assertRefused(
                HANDLER,
                () -> file.addRelative(HANDLER, member, young, Optional.of(UUID.randomUUID())),
                Reason.GUARDIAN_MISSING);
        assertRefused(
                HANDLER, () -> file.addRelative(HANDLER, member, young, Optional.of(member)), Reason.CONSENT_MISSING);
        as(HANDLER, () -> file.addRelative(HANDLER, member, older, Optional.empty()));
        Caller himself = MembersRoom.member(member);
        doAs(himself, () -> wishes.consent(himself, member, Purpose.CHILD, "2026-1", "同意处理子女信息"));
        as(HANDLER, () -> file.addRelative(HANDLER, member, young, Optional.of(member)));

        assertThat(detail(AGENCY, member).relatives()).hasSize(2);
    }

    @Test
    void the_handler_of_an_employer_sees_no_child_under_fourteen() {
        UUID member = admit("曹仓舒");
        LocalDate birth = LocalDate.now(Society.CHINA).minusYears(5);
        doAs(AGENCY, () -> wishes.consent(AGENCY, member, Purpose.CHILD, "2026-1", "同意"));
        UUID child = as(AGENCY, () -> file.addRelative(AGENCY, member, child(birth), Optional.of(member)));

        assertThat(detail(HANDLER, member).relatives()).isEmpty();
        assertRefused(
                HANDLER,
                () -> reveals.reveal(HANDLER, member, Reveals.Part.RELATIVE_PAPER, child, "核对"),
                Reason.FIELD_EMPTY);
        assertThat(as(AGENCY, () -> reveals.reveal(AGENCY, member, Reveals.Part.RELATIVE_PAPER, child, "核对")))
                .hasSize(18);
    }

    @Test
    void a_relative_whose_number_says_another_birth_date_is_refused() {
        UUID member = admit("荀文若");
        Relation wrong = new Relation(
                Kin.SPOUSE,
                new PersonName("唐氏"),
                new Paper.Resident(People.number(LocalDate.of(1986, 1, 1))),
                LocalDate.of(1986, 1, 2));

        assertRefused(
                HANDLER, () -> file.addRelative(HANDLER, member, wrong, Optional.empty()), Reason.BIRTH_DISAGREES);
    }

    @Test
    void a_relative_who_was_removed_is_seen_no_more() {
        UUID member = admit("郭奉孝");
        Relation son = child(LocalDate.of(1999, 9, 9));
        UUID relative = as(HANDLER, () -> file.addRelative(HANDLER, member, son, Optional.empty()));

        doAs(HANDLER, () -> file.removeRelative(HANDLER, member, relative));

        assertThat(detail(HANDLER, member).relatives()).isEmpty();
        assertRefused(HANDLER, () -> file.removeRelative(HANDLER, member, relative), Reason.NOTHING_TO_CHANGE);
    }

    @Test
    void consents_stand_by_purpose_and_version_until_withdrawn() {
        UUID member = admit("贾文和");
        Caller himself = MembersRoom.member(member);
        doAs(himself, () -> wishes.consent(himself, member, Purpose.MEDICAL, "2026-1", "第一版"));
        doAs(himself, () -> wishes.consent(himself, member, Purpose.MEDICAL, "2026-2", "第二版"));

        assertThat(as(HANDLER, () -> wishes.hasConsented(HANDLER, member, Purpose.MEDICAL)))
                .isTrue();
        assertThat(as(HANDLER, () -> wishes.hasConsented(HANDLER, member, Purpose.BANK)))
                .isFalse();
        doAs(himself, () -> wishes.withdraw(himself, member, Purpose.MEDICAL));
        assertThat(as(HANDLER, () -> wishes.hasConsented(HANDLER, member, Purpose.MEDICAL)))
                .isFalse();
        assertThat(detail(HANDLER, member).consents())
                .hasSize(2)
                .allSatisfy(consent -> assertThat(consent.withdrawnAt()).isPresent());
        assertRefused(himself, () -> wishes.withdraw(himself, member, Purpose.MEDICAL), Reason.NOTHING_TO_CHANGE);
    }

    @Test
    void a_member_decides_for_himself_alone() {
        UUID member = admit("程仲德");
        Caller other = MembersRoom.member(admit("满伯宁"));

        assertRefused(other, () -> wishes.consent(other, member, Purpose.MEDICAL, "2026-1", "同意"), Reason.NOT_FOUND);
        assertRefused(other, () -> wishes.ask(other, member, "姓名", "改名"), Reason.NOT_FOUND);
    }

    @Test
    void a_correction_is_asked_for_read_and_answered_once() {
        UUID member = admit("张文远");
        Caller himself = MembersRoom.member(member);
        UUID correction = as(himself, () -> wishes.ask(himself, member, "电话", "改成 13800001111"));

        assertThat(as(HANDLER, () -> wishes.open(HANDLER, 100)))
                .extracting(Correction::id)
                .contains(correction);
        assertThat(as(HANDLER, () -> wishes.wish(HANDLER, correction))).isEqualTo("改成 13800001111");
        doAs(HANDLER, () -> wishes.answer(HANDLER, correction, true, "已更正"));

        assertRefused(HANDLER, () -> wishes.answer(HANDLER, correction, false, "不改"), Reason.NOTHING_TO_CHANGE);
        assertThat(detail(himself, member).corrections())
                .singleElement()
                .satisfies(answered -> assertThat(answered.done()).contains(true));
        assertThat(trail.of(member))
                .extracting(Deed::action)
                .contains("member.correction.ask", "member.correction.read", "member.correction.answer");
        assertThat(trail.of(member).toString()).doesNotContain("13800001111");
    }

    @Test
    void all_that_is_sealed_opens_after_its_keys_were_changed() throws Exception {
        Newcomer newcomer = People.with(People.named("徐公明"), new Phone("13866667777"), "杨县");
        UUID member = as(HANDLER, () -> register.admit(HANDLER, MILL.id(), newcomer));
        doAs(HANDLER, () -> file.giveCard(HANDLER, member, CardKind.UNION, NEW_CARD));
        UUID correction = as(HANDLER, () -> wishes.ask(HANDLER, member, "住址", "搬家了"));
        UUID card = detail(HANDLER, member).cards().getFirst().id();

        for (Field field : Field.values()) {
            rotation.rotate(field);
            assertThat(Scope.ofSystem().call(() -> rotation.reseal(field)) > 0)
                    .as(field.name())
                    .isEqualTo(!Set.of(Field.DIAGNOSIS, Field.FILE, Field.TOTP, Field.SIGN_ON)
                            .contains(field));
        }

        assertThat(reveal(member, Reveals.Part.PAPER, member))
                .isEqualTo(newcomer.paper().number());
        assertThat(reveal(member, Reveals.Part.PHONE, member)).isEqualTo("13866667777");
        assertThat(reveal(member, Reveals.Part.ADDRESS, member)).isEqualTo("杨县");
        assertThat(reveal(member, Reveals.Part.CARD, card)).isEqualTo(NEW_CARD.digits());
        assertThat(as(HANDLER, () -> wishes.wish(HANDLER, correction))).isEqualTo("搬家了");
        assertThat(as(HANDLER, () -> register.findByPaper(HANDLER, newcomer.paper())))
                .hasSize(1);
    }

    private String reveal(UUID member, Reveals.Part part, UUID row) {
        return as(HANDLER, () -> reveals.reveal(HANDLER, member, part, row, "核对"));
    }
}
