package org.huzhu.unions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.unions.Surroundings.TODAY;
import static org.huzhu.unions.Village.all;
import static org.huzhu.unions.Village.as;
import static org.huzhu.unions.Village.on;
import static org.huzhu.unions.Village.reviewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huzhu.KeptTrail;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.kernel.CreditCode;
import org.huzhu.unions.Registration.Form;
import org.huzhu.unions.Registration.State;
import org.huzhu.unions.RegistrationRefused.Why;
import org.huzhu.unions.UnitFacts.Contact;
import org.huzhu.unions.UnitFacts.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomOfUnions
class UnitRegistrationTest {

    private static final int ROUNDS = 25;

    private final UnitRegistration registration;
    private final UnionDesk desk;
    private final UnionTree tree;
    private final Village village;
    private final KeptTrail trail;

    private int asked;
    private List<Organisation> places = List.of();

    @Autowired
    UnitRegistrationTest(
            UnitRegistration registration, UnionDesk desk, UnionTree tree, Village village, KeptTrail trail) {
        this.registration = registration;
        this.desk = desk;
        this.tree = tree;
        this.village = village;
        this.trail = trail;
    }

    @BeforeEach
    void an_office_two_agencies_and_a_street() {
        Organisation office = village.office("办事处" + UUID.randomUUID());
        Organisation east = village.open(Tier.AGENCY, "东城区总工会", office);
        Organisation west = village.open(Tier.AGENCY, "西城区总工会", office);
        places = List.of(office, east, west, village.open(Tier.STREET, "天坛街道总工会", east));
        trail.deeds().clear();
    }

    private Organisation office() {
        return places.get(0);
    }

    private Organisation east() {
        return places.get(1);
    }

    private Organisation street() {
        return places.get(3);
    }

    private Form form(String name) {
        String body = "MB%06d".formatted(++asked);
        UnitFacts facts = new UnitFacts(
                Optional.empty(),
                Optional.of(CreditCode.withChecks("91110101", body)),
                Kind.PRIVATE_ENTERPRISE,
                42,
                17,
                Optional.empty());
        return new Form(name, facts, new Contact("赵英", "13800138000"));
    }

    @Test
    void a_unit_asks_without_being_known_and_the_agency_takes_it_in() {
        assertThat(registration.places("总工会", 50)).contains(east(), street()).doesNotContain(office());
        Form form = form("小吃店联合工会");
        UUID receipt = registration.ask(UUID.randomUUID(), street().id(), form);
        Caller reviewer = reviewer(east());

        assertThat(as(reviewer, () -> registration.waiting(reviewer)))
                .extracting(Registration::form)
                .containsExactly(form);
        Organisation unit = as(reviewer, () -> registration.approve(reviewer, receipt, on(TODAY)));

        assertThat(unit.parent()).contains(street().id());
        Dossier dossier = as(reviewer, () -> tree.detail(unit.id())).orElseThrow();
        assertThat(dossier.facts()).contains(form.facts());
        assertThat(dossier.contact()).contains("赵英");
        Registration progress = registration.progress(receipt).orElseThrow();
        assertThat(progress.state()).isEqualTo(State.APPROVED);
        assertThat(progress.decision().flatMap(Registration.Decision::organisation))
                .contains(unit.id());
        assertThat(as(reviewer, () -> registration.waiting(reviewer))).isEmpty();
        assertThat(trail.deeds().getFirst().action()).isEqualTo("unit.register");
        assertThat(trail.deeds().getLast().action()).isEqualTo("unit.review");
    }

    @Test
    void what_is_given_back_is_mended_and_asked_again() {
        UUID receipt = registration.ask(UUID.randomUUID(), street().id(), form("小吃店联合工会"));
        Caller reviewer = reviewer(east());
        as(reviewer, () -> givenBack(reviewer, receipt, "请补充工会批复文号"));
        assertThat(registration
                        .progress(receipt)
                        .flatMap(Registration::decision)
                        .flatMap(Registration.Decision::reason))
                .contains("请补充工会批复文号");
        Form mended = form("小吃店第二联合工会");

        registration.mend(receipt, mended);

        assertThat(as(reviewer, () -> registration.waiting(reviewer)))
                .extracting(Registration::form)
                .containsExactly(mended);
        refused(Why.NOT_RETURNED, () -> mend(receipt, mended));
        refused(Why.ABSENT, () -> mend(UUID.randomUUID(), mended));
    }

    @Test
    void asking_twice_with_one_receipt_is_asking_once() {
        UUID receipt = UUID.randomUUID();
        Form form = form("小吃店联合工会");
        registration.ask(receipt, street().id(), form);

        registration.ask(receipt, street().id(), form("别的联合工会"));

        Caller reviewer = reviewer(east());
        assertThat(as(reviewer, () -> registration.waiting(reviewer)))
                .extracting(Registration::form)
                .containsExactly(form);
        assertThat(trail.deeds()).hasSize(1);
    }

    @Test
    void whom_to_ask_is_found_by_part_of_its_name_agencies_first() {
        assertThat(registration.places("天坛", 50)).contains(street()).doesNotContain(east());
        assertThat(registration.places("", 50)).contains(east()).doesNotContain(street(), office());
        assertThat(registration.places("%", 50)).isEmpty();
        assertThat(registration.places("", 1)).hasSize(1);
        assertThat(registration.place(street().id())).contains(street());
        assertThat(registration.place(office().id())).isEmpty();
    }

    private UUID mend(UUID receipt, Form form) {
        registration.mend(receipt, form);
        return receipt;
    }

    private UUID givenBack(Caller reviewer, UUID receipt, String reason) {
        registration.giveBack(reviewer, receipt, reason);
        return receipt;
    }

    private static void refused(Why why, Callable<?> work) {
        assertThatThrownBy(work::call)
                .isInstanceOfSatisfying(
                        RegistrationRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void nobody_takes_units_in_but_agencies_streets_and_points() {
        Organisation unit = village.open(Tier.UNIT, "机床厂工会", street());

        refused(Why.NOT_TAKING, () -> registration.ask(UUID.randomUUID(), office().id(), form("小店工会")));
        refused(Why.NOT_TAKING, () -> registration.ask(UUID.randomUUID(), unit.id(), form("小店工会")));
        refused(Why.NOT_TAKING, () -> registration.ask(UUID.randomUUID(), UUID.randomUUID(), form("小店工会")));
    }

    @Test
    void another_agency_neither_sees_a_request_nor_decides_it() {
        UUID receipt = registration.ask(UUID.randomUUID(), street().id(), form("小吃店联合工会"));
        Caller other = reviewer(places.get(2));
        Caller handler =
                new Caller(UUID.randomUUID(), Role.AGENCY_HANDLER, Optional.of(east().path()), Optional.empty());

        assertThat(as(other, () -> registration.waiting(other))).isEmpty();
        refused(Why.ABSENT, () -> as(other, () -> registration.approve(other, receipt, on(TODAY))));
        assertThatThrownBy(() -> as(handler, () -> registration.approve(handler, receipt, on(TODAY))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_request_follows_whom_it_asks() {
        UUID receipt = registration.ask(UUID.randomUUID(), street().id(), form("小吃店联合工会"));
        Caller head = reviewer(office());
        Caller west = reviewer(places.get(2));

        as(head, () -> desk.move(head, street().id(), places.get(2).id(), on(TODAY)));

        assertThat(as(west, () -> registration.waiting(west)))
                .extracting(Registration::id)
                .containsExactly(receipt);
    }

    @Test
    void of_two_reviewers_one_decides() throws Exception {
        Caller one = reviewer(east());
        Caller other = reviewer(office());
        for (int round = 0; round < ROUNDS; round++) {
            String name = "联合工会" + round;
            UUID receipt = registration.ask(UUID.randomUUID(), street().id(), form(name));

            List<Object> outcomes = atOnce(List.of(
                    () -> as(one, () -> registration.approve(one, receipt, on(TODAY))),
                    () -> as(other, () -> registration.approve(other, receipt, on(TODAY))),
                    () -> as(other, () -> givenBack(other, receipt, "名称不全"))));

            assertThat(outcomes).filteredOn(won -> !(won instanceof Exception)).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Exception.class::isInstance)
                    .hasSize(2)
                    .allSatisfy(lost ->
                            assertThat(((RegistrationRefused) lost).why()).isEqualTo(Why.DECIDED));
            boolean approved = registration.progress(receipt).orElseThrow().state() == State.APPROVED;
            assertThat(all(() -> tree.below(street().id())))
                    .filteredOn(unit -> unit.name().equals(name))
                    .hasSize(approved ? 1 : 0);
        }
    }

    @Test
    void two_moves_at_once_never_make_a_circle() throws Exception {
        Caller head = reviewer(office());
        for (int round = 0; round < ROUNDS; round++) {
            Organisation one = village.open(Tier.UNIT, "甲厂工会" + round, street());
            Organisation other = village.open(Tier.UNIT, "乙厂工会" + round, street());

            List<Object> outcomes = atOnce(List.of(
                    () -> as(head, () -> desk.move(head, one.id(), other.id(), on(TODAY))),
                    () -> as(head, () -> desk.move(head, other.id(), one.id(), on(TODAY)))));

            assertThat(outcomes).filteredOn(Organisation.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(OrganisationRefused.class::isInstance)
                    .hasSize(1);
        }
    }

    /** What each of them gives or throws, when all begin at the same moment. */
    private static List<Object> atOnce(List<Callable<?>> works) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<?> work : works) {
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        return work.call();
                    } catch (OrganisationRefused | RegistrationRefused e) {
                        return e;
                    }
                }));
            }
            start.countDown();
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
