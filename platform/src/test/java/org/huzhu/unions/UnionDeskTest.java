package org.huzhu.unions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.unions.Surroundings.TODAY;
import static org.huzhu.unions.Village.all;
import static org.huzhu.unions.Village.as;
import static org.huzhu.unions.Village.facts;
import static org.huzhu.unions.Village.on;
import static org.huzhu.unions.Village.reviewer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.KeptTrail;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.unions.OrganisationRefused.Why;
import org.huzhu.unions.UnitFacts.Contact;
import org.huzhu.unions.UnitFacts.Dated;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomOfUnions
class UnionDeskTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Autowired
    private UnionDesk desk;

    @Autowired
    private UnionTree tree;

    @Autowired
    private Founding founding;

    @Autowired
    private Village village;

    @Autowired
    private KeptTrail trail;

    @Autowired
    private Surroundings.Heard heard;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Secrets secrets;

    @Autowired
    private PlatformTransactionManager transactions;

    private Organisation office = nothing();
    private Organisation east = nothing();
    private Organisation west = nothing();
    private Organisation street = nothing();
    private Organisation works = nothing();
    private Caller head = reviewer(office);

    private static Organisation nothing() {
        return new Organisation(
                new UUID(0, 0), Tier.OFFICE, "无", "o0", Optional.empty(), LocalDate.EPOCH, Optional.empty());
    }

    @BeforeEach
    void a_society_with_two_agencies() {
        office = village.office("办事处" + UUID.randomUUID());
        east = village.open(Tier.AGENCY, "东城区总工会", office);
        west = village.open(Tier.AGENCY, "西城区总工会", office);
        street = village.open(Tier.STREET, "天坛街道总工会", east);
        works = village.open(Tier.UNIT, "机床厂工会", street);
        head = reviewer(office);
        trail.deeds().clear();
        heard.moves.clear();
        heard.closed.clear();
    }

    private <T> T by(Callable<T> work) {
        return as(head, work);
    }

    private void refuses(Why why, Callable<?> work) {
        assertThatThrownBy(() -> by(work))
                .isInstanceOfSatisfying(
                        OrganisationRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void what_is_opened_stands_below_its_parent() {
        Organisation shop =
                by(() -> desk.open(head, new Opening(Tier.UNIT, " 一车间工会 ", Optional.of(works.id())), on(DAY)));

        assertThat(shop.name()).isEqualTo("一车间工会");
        assertThat(shop.path()).startsWith(works.path() + ".");
        assertThat(by(() -> tree.below(works.id()))).containsExactly(shop);
        assertThat(by(() -> tree.above(shop.id())))
                .extracting(Organisation::name)
                .containsExactly(office.name(), east.name(), street.name(), works.name());
    }

    @Test
    void a_move_takes_all_below_with_it_and_tells_those_who_keep_paths() {
        Organisation shop = village.open(Tier.UNIT, "一车间工会", works);

        by(() -> desk.move(head, street.id(), west.id(), on(DAY)));

        String moved = village.now(street).path();
        assertThat(moved).startsWith(west.path() + ".");
        assertThat(village.now(shop).path())
                .startsWith(moved + ".")
                .isEqualTo(moved + shop.path().substring(street.path().length()));
        assertThat(heard.moves).containsExactly(new OrganisationMoved(street.id(), street.path(), moved, DAY));
    }

    @Test
    void a_name_and_a_parent_are_those_of_the_day() {
        by(() -> desk.rename(head, works.id(), "精密机床厂工会", on(DAY)));
        by(() -> desk.move(head, works.id(), west.id(), on(DAY.plusYears(1))));

        assertThat(by(() -> tree.nameOn(works.id(), DAY.minusDays(1)))).contains("机床厂工会");
        assertThat(by(() -> tree.nameOn(works.id(), DAY))).contains("精密机床厂工会");
        assertThat(by(() -> tree.nameOn(works.id(), Village.START.minusDays(1))))
                .isEmpty();
        assertThat(by(() -> tree.parentOn(works.id(), DAY.plusYears(1).minusDays(1))))
                .contains(street.id());
        assertThat(by(() -> tree.parentOn(works.id(), DAY.plusYears(1)))).contains(west.id());
    }

    @Test
    void what_merges_ends_and_leaves_what_is_below_to_the_other() {
        Organisation shop = village.open(Tier.UNIT, "一车间工会", works);
        Organisation plant = village.open(Tier.UNIT, "铸造厂工会", street);

        Organisation closed = by(() -> desk.merge(head, works.id(), plant.id(), on(DAY)));

        assertThat(closed.closedOn()).contains(DAY);
        assertThat(village.now(shop).parent()).contains(plant.id());
        assertThat(heard.closed)
                .containsExactly(new OrganisationClosed(works.id(), works.path(), DAY, Optional.of(plant.id())));
        assertThat(kinds(works)).endsWith(Milestone.Kind.MERGED);
        assertThat(kinds(plant)).endsWith(Milestone.Kind.TOOK_IN);
        assertThat(by(() -> tree.nameOn(works.id(), DAY))).isEmpty();
        assertThat(by(() -> tree.closedBelow(street.id()))).containsExactly(closed);
    }

    @Test
    void what_is_split_off_stands_beside_and_takes_what_it_is_given() {
        Organisation shop = village.open(Tier.UNIT, "一车间工会", works);
        Organisation store = village.open(Tier.UNIT, "仓库工会", works);

        Organisation fresh = by(() -> desk.split(head, works.id(), "新机床厂工会", List.of(shop.id()), on(DAY)));

        assertThat(fresh.parent()).contains(street.id());
        assertThat(fresh.tier()).isEqualTo(Tier.UNIT);
        assertThat(village.now(shop).parent()).contains(fresh.id());
        assertThat(village.now(store).parent()).contains(works.id());
        assertThat(kinds(fresh)).containsExactly(Milestone.Kind.SPLIT_OFF);
        assertThat(kinds(works)).endsWith(Milestone.Kind.GAVE_OFF);
    }

    private List<Milestone.Kind> kinds(Organisation organisation) {
        return by(() -> tree.detail(organisation.id())).orElseThrow().history().stream()
                .map(Milestone::kind)
                .toList();
    }

    @Test
    void what_cannot_be_is_refused_with_its_reason() {
        Organisation shop = village.open(Tier.UNIT, "一车间工会", works);
        UUID nobody = UUID.randomUUID();

        refuses(Why.UNDER_ITSELF, () -> desk.move(head, works.id(), shop.id(), on(DAY)));
        refuses(Why.UNDER_ITSELF, () -> desk.move(head, works.id(), works.id(), on(DAY)));
        refuses(Why.TIER_MISPLACED, () -> desk.move(head, street.id(), office.id(), on(DAY)));
        refuses(Why.NO_CHANGE, () -> desk.move(head, works.id(), street.id(), on(DAY)));
        refuses(Why.ABSENT, () -> desk.move(head, works.id(), nobody, on(DAY)));
        refuses(Why.OPEN_BELOW, () -> desk.close(head, works.id(), on(DAY)));
        refuses(Why.DAY_AHEAD, () -> desk.close(head, shop.id(), on(TODAY.plusDays(1))));
        refuses(Why.BEFORE_LAST_CHANGE, () -> desk.close(head, shop.id(), on(Village.START.minusDays(1))));
        refuses(Why.UNDER_ITSELF, () -> desk.merge(head, works.id(), shop.id(), on(DAY)));
        refuses(Why.UNDER_ITSELF, () -> desk.merge(head, works.id(), works.id(), on(DAY)));
        refuses(Why.TIERS_DIFFER, () -> desk.merge(head, works.id(), street.id(), on(DAY)));
        refuses(Why.NOT_BELOW, () -> desk.split(head, street.id(), "新街道总工会", List.of(shop.id()), on(DAY)));
        refuses(Why.NAME_TAKEN, () -> desk.rename(head, west.id(), east.name(), on(DAY)));
        refuses(Why.NO_CHANGE, () -> desk.rename(head, west.id(), west.name(), on(DAY)));
        refuses(Why.TIER_MISPLACED, () -> desk.actFor(head, east.id(), Optional.of("河北省"), on(DAY)));
        assertThat(village.now(works)).isEqualTo(works);
    }

    @Test
    void what_is_closed_is_neither_changed_nor_lived_under() {
        by(() -> desk.close(head, works.id(), on(DAY)));

        refuses(Why.CLOSED, () -> desk.rename(head, works.id(), "旧厂工会", on(DAY)));
        refuses(Why.CLOSED, () -> desk.open(head, shopUnder(works), on(DAY)));
        assertThat(by(() -> tree.below(street.id()))).isEmpty();
    }

    @Test
    void nothing_lived_under_what_was_not_open_yet() {
        Organisation late =
                by(() -> desk.open(head, new Opening(Tier.UNIT, "晚开工会", Optional.of(street.id())), on(DAY)));

        refuses(Why.NOT_OPEN_YET, () -> desk.open(head, shopUnder(late), on(DAY.minusDays(1))));
        refuses(Why.NOT_OPEN_YET, () -> desk.move(head, works.id(), late.id(), on(DAY.minusDays(1))));
    }

    @Test
    void nothing_ends_before_what_was_below_it_left() {
        Organisation shop = village.open(Tier.UNIT, "一车间工会", works);
        by(() -> desk.move(head, shop.id(), street.id(), on(DAY)));

        refuses(Why.HELD_AFTER, () -> desk.close(head, works.id(), on(DAY.minusDays(1))));
        assertThat(by(() -> desk.close(head, works.id(), on(DAY))).closedOn()).contains(DAY);
    }

    private static Opening shopUnder(Organisation above) {
        return new Opening(Tier.UNIT, "二车间工会", Optional.of(above.id()));
    }

    @Test
    void a_change_is_recorded_with_what_was_before_and_after() {
        by(() -> desk.rename(head, works.id(), "精密机床厂工会", new Occasion(DAY, "更名文件〔2025〕3号")));

        Deed deed = trail.deeds().getLast();
        assertThat(deed.action()).isEqualTo("organisation.change");
        assertThat(deed.object()).isEqualTo(works.id().toString());
        assertThat(deed.reason()).contains("更名文件〔2025〕3号");
        assertThat(deed.before()).isPresent().isNotEqualTo(deed.after());
        Milestone last =
                by(() -> tree.detail(works.id())).orElseThrow().history().getLast();
        assertThat(last.actor()).isEqualTo(head.account().toString());
        assertThat(last.reason()).isEqualTo("更名文件〔2025〕3号");
    }

    @Test
    void an_office_acts_for_a_province_until_it_does_no_more() {
        by(() -> desk.actFor(head, office.id(), Optional.of("河北省"), on(DAY)));
        assertThat(by(() -> tree.detail(office.id())).orElseThrow().province()).contains("河北省");

        by(() -> desk.actFor(head, office.id(), Optional.empty(), on(DAY)));
        assertThat(by(() -> tree.detail(office.id())).orElseThrow().province()).isEmpty();
    }

    @Test
    void one_is_found_by_its_path_as_far_as_the_caller_reaches() {
        assertThat(by(() -> tree.at(works.path()))).contains(works);
        assertThat(as(reviewer(west), () -> tree.at(works.path()))).isEmpty();
    }

    @Test
    void facts_are_those_of_the_day_and_a_union_has_one_code() {
        UnitFacts small = facts("D2143569", 20);
        UnitFacts large = facts("D2143569", 40);
        by(() -> stated(works, small, DAY));
        by(() -> stated(works, large, DAY.plusYears(1)));

        assertThat(by(() -> tree.factsOn(works.id(), DAY.minusDays(1)))).isEmpty();
        assertThat(by(() -> tree.factsOn(works.id(), DAY))).contains(small);
        assertThat(by(() -> tree.detail(works.id())).orElseThrow().facts()).contains(large);
        assertThat(by(() -> tree.detail(works.id())).orElseThrow().known())
                .containsExactly(new Dated(DAY, small), new Dated(DAY.plusYears(1), large));
        Organisation other = village.open(Tier.UNIT, "铸造厂工会", west);
        refuses(Why.CODE_TAKEN, () -> stated(other, small, DAY));
        by(() -> desk.close(head, works.id(), on(TODAY)));
        assertThat(by(() -> stated(other, small, DAY))).isEqualTo(small);
        by(() -> desk.close(head, other.id(), on(TODAY)));
    }

    private UnitFacts stated(Organisation organisation, UnitFacts facts, LocalDate day) {
        desk.state(head, organisation.id(), facts, on(day));
        return facts;
    }

    @Test
    void the_number_of_a_contact_lies_sealed_and_is_shown_for_a_reason_that_is_recorded() {
        Contact contact = new Contact("曹建华", "010-65128888");
        by(() -> {
            desk.nameContact(head, works.id(), contact);
            return contact;
        });
        trail.deeds().clear();

        assertThat(by(() -> tree.detail(works.id())).orElseThrow().contact()).contains("曹建华");
        assertThat(trail.deeds()).isEmpty();
        refuses(Why.REASON_MISSING, () -> desk.contact(head, works.id(), "  "));
        assertThat(trail.deeds()).isEmpty();
        assertThat(by(() -> desk.contact(head, works.id(), "核对名册"))).contains(contact);
        assertThat(trail.deeds().getLast().reason()).contains("核对名册");
        assertThat(contact.toString()).doesNotContain("65128888");
    }

    @Test
    void sealed_numbers_are_found_and_sealed_again_when_keys_change() {
        by(() -> {
            desk.nameContact(head, works.id(), new Contact("曹建华", "010-65128888"));
            return works;
        });
        SealedColumn phones = JdbcFacts.contactPhones(database);
        UUID before = new UUID(works.id().getMostSignificantBits(), works.id().getLeastSignificantBits() - 1);
        byte[] old = Objects.requireNonNull(apart(() -> phones.after(before, 1)).get(works.id()));
        byte[] fresh = secrets.seal(Field.PHONE, works.id(), "010-65129999");

        apart(() -> {
            phones.replace(works.id(), fresh, old);
            return works;
        });
        assertThat(by(() -> desk.contact(head, works.id(), "核对名册")).map(Contact::phone))
                .contains("010-65128888");
        apart(() -> {
            phones.replace(works.id(), old, fresh);
            return works;
        });

        assertThat(by(() -> desk.contact(head, works.id(), "核对名册")).map(Contact::phone))
                .contains("010-65129999");
    }

    private <T> T apart(Supplier<T> work) {
        return all(() -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }

    @Test
    void nobody_changes_what_is_not_his() {
        Caller eastern = reviewer(east);
        Caller handler = new Caller(UUID.randomUUID(), Role.UNIT_HANDLER, Optional.of(works.path()), Optional.empty());

        refusedTo(
                eastern,
                () -> desk.open(eastern, new Opening(Tier.AGENCY, "新区总工会", Optional.of(office.id())), on(DAY)));
        refusedTo(eastern, () -> desk.close(eastern, west.id(), on(DAY)));
        refusedTo(eastern, () -> desk.move(eastern, street.id(), west.id(), on(DAY)));
        refusedTo(handler, () -> desk.rename(handler, works.id(), "别名工会", on(DAY)));
        assertThat(trail.deeds()).isEmpty();
    }

    private static void refusedTo(Caller caller, Callable<?> work) {
        assertThatThrownBy(() -> as(caller, work)).isInstanceOfAny(Refused.class, OrganisationRefused.class);
    }

    @Test
    void only_the_society_itself_founds() {
        ThrowingCallable open =
                () -> by(() -> founding.open(new Opening(Tier.OFFICE, "别处办事处", Optional.empty()), on(DAY)));

        assertThatThrownBy(open).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void without_a_scope_nothing_is_seen_and_nothing_is_changed() {
        assertThatThrownBy(() -> tree.find(works.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> database.sql("select count(*) from unions.organisation")
                        .query(Integer.class)
                        .single())
                .isInstanceOf(DataAccessException.class)
                .hasMessageMatching("(?s).*(huzhu.reach|malformed array literal).*");
        assertThat(all(() -> tree.find(works.id()))).contains(works);
        assertThat(Village.within(Scope.ofNobody(), () -> tree.find(works.id())))
                .isEmpty();
    }
}
