package org.huzhu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.catalogue.Officers.as;
import static org.huzhu.catalogue.Officers.assertRefused;
import static org.huzhu.catalogue.Officers.doAs;
import static org.huzhu.catalogue.Officers.files;
import static org.huzhu.catalogue.Officers.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.ProofNeeded;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.catalogue.PlanDesk.Draft;
import org.huzhu.catalogue.PlanDesk.Offer;
import org.huzhu.catalogue.PlanRefused.Reason;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.plan.PlanId;
import org.huzhu.testkit.Together;
import org.huzhu.unions.OrganisationMoved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Plans on the server, from the first draft to the day they are offered. */
@RoomTest
class PlanDeskTest {

    private static final Caller DRAFTER = officer("bj");
    private static final Caller PUBLISHER = officer("bj").fresh();
    private static final Caller ELSEWHERE = officer("sh");
    private static final String FILE = "住院医疗/2026.yaml";
    private static final AtomicInteger NEXT = new AtomicInteger(2100);

    @Autowired
    private PlanDesk desk;

    @Autowired
    private PlanCatalogue catalogue;

    @Autowired
    private PlanFounding founding;

    @Autowired
    private Server server;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transactions;

    @BeforeEach
    void lay() {
        Scope.ofSystem().run(() -> {
            if (founding.isDue()) {
                founding.found(files());
            }
        });
    }

    private static final String EXAMPLE = """
            算例:
              - 说明: 每份会费50元
                参保人: {性别: 男, 出生: 1970-05-01, 对象: 在职, 职业: 普通, 份: 1份, 计算日: 2008-01-01}
                会费: 50元
            """;

    /** A later version of a plan that is published, with more for the first stay and one example. */
    private static String later(String version, int firstStay) {
        String text = Objects.requireNonNull(files().get("住院医疗/2008.yaml"));
        return (text.substring(0, text.indexOf("算例:")) + EXAMPLE)
                .replace("版本: \"2008\"", "版本: \"" + version + "\"")
                .replace("适用: {自: 2008-01-01", "适用: {自: " + version + "-01-01")
                .replace("第1次, 起付: 0元, 比例: 70%", "第1次, 起付: 0元, 比例: " + firstStay + "%");
    }

    private String fresh() {
        return "住院医疗/" + NEXT.incrementAndGet() + ".yaml";
    }

    private static String versionOf(String file) {
        return file.replaceAll("\\D", "");
    }

    @Test
    void the_first_plans_are_read_together_and_stand_as_they_were_written() {
        Version first = as(DRAFTER, () -> catalogue.published(new PlanId("住院医疗", "2008")))
                .orElseThrow();

        assertThat(first.content()).isEqualTo(files().get("住院医疗/2008.yaml"));
        assertThat(as(DRAFTER, () -> catalogue.rulebook().library().plans())).hasSizeGreaterThanOrEqualTo(26);
    }

    @Test
    void one_submits_and_another_publishes_with_a_new_proof() {
        String file = fresh();
        UUID id = as(DRAFTER, () -> desk.draft(DRAFTER, file, later(versionOf(file), 80)));
        assertThat(as(DRAFTER, () -> desk.check(DRAFTER, file, later(versionOf(file), 80))))
                .satisfies(findings -> {
                    assertThat(findings.isClean()).isTrue();
                    assertThat(findings.own()).singleElement().satisfies(own -> {
                        assertThat(own.example()).isEqualTo("每份会费50元");
                        assertThat(own.line()).isPositive();
                        assertThat(own.differences()).isEmpty();
                    });
                });
        doAs(DRAFTER, () -> desk.submit(DRAFTER, id));

        assertRefused(() -> doAs(DRAFTER.fresh(), () -> desk.publish(DRAFTER.fresh(), id)), Reason.BY_THE_SAME);
        Caller stale = officer("bj");
        assertThatThrownBy(() -> doAs(stale, () -> desk.publish(stale, id))).isInstanceOf(ProofNeeded.class);
        doAs(PUBLISHER, () -> desk.publish(PUBLISHER, id));

        PlanId version = new PlanId("住院医疗", versionOf(file));
        assertThat(as(DRAFTER, () -> catalogue.rulebook().library().plans()))
                .anyMatch(plan -> plan.id().equals(version));
        assertThat(as(ELSEWHERE, () -> catalogue.published(version)))
                .as("what is published is for all")
                .isPresent();
    }

    @Test
    void what_is_wrong_is_named_with_its_line_and_keeps_a_draft_from_being_submitted() {
        String file = fresh();
        String wrong = later(versionOf(file), 80).replace("比例: 80%", "比例: 八成");
        UUID id = as(DRAFTER, () -> desk.draft(DRAFTER, file, wrong));

        Findings findings = as(DRAFTER, () -> desk.check(DRAFTER, file, wrong));
        assertThat(findings.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isPositive();
        });
        assertRefused(() -> doAs(DRAFTER, () -> desk.submit(DRAFTER, id)), Reason.NOT_CLEAN);

        doAs(DRAFTER, () -> desk.redraft(DRAFTER, id, later(versionOf(file), 75)));
        doAs(DRAFTER, () -> desk.submit(DRAFTER, id));
    }

    @Test
    void a_version_that_changes_what_an_example_of_another_gives_is_not_clean() {
        String content = later("2008", 80).replace("版本: \"2008\"", "版本: \"2009\"");

        Findings findings = as(DRAFTER, () -> desk.check(DRAFTER, "住院医疗/2009.yaml", content));

        assertThat(findings.problems()).isEmpty();
        assertThat(findings.differing()).extracting(Findings.Differing::file).contains("住院医疗/2008.yaml");
    }

    @Test
    void what_is_published_is_frozen_even_for_whoever_owns_the_tables() throws Exception {
        assertRefused(() -> as(DRAFTER, () -> desk.draft(DRAFTER, "住院医疗/2008.yaml", "计划: 住院医疗")), Reason.FROZEN);
        try (var owner = server.connectOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update catalogue.document set content = content || ' ' where state = 'PUBLISHED'"))
                    .hasMessageContaining("frozen");
            owner.rollback();
        }
    }

    @Test
    void of_many_who_publish_at_once_one_does() {
        String file = fresh();
        UUID id = as(DRAFTER, () -> desk.draft(DRAFTER, file, later(versionOf(file), 80)));
        doAs(DRAFTER, () -> desk.submit(DRAFTER, id));

        List<Boolean> done = Together.all(8, () -> {
            try {
                doAs(PUBLISHER, () -> desk.publish(PUBLISHER, id));
                return true;
            } catch (PlanRefused e) {
                return false;
            }
        });

        assertThat(done).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    void what_an_organisation_drafted_published_and_offers_follows_it_where_it_moves() {
        Caller drafter = officer("bj.old");
        Caller publisher = officer("bj.old").fresh();
        String published = fresh();
        String drafted = fresh();
        UUID id = as(drafter, () -> desk.draft(drafter, published, later(versionOf(published), 80)));
        doAs(drafter, () -> desk.submit(drafter, id));
        doAs(publisher, () -> desk.publish(publisher, id));
        UUID draft = as(drafter, () -> desk.draft(drafter, drafted, later(versionOf(drafted), 80)));
        LocalDate day = LocalDate.of(2026, 5, 1);
        as(
                drafter,
                () -> desk.offer(
                        drafter, new Offer("女工特疾", "bj.old.street", day, Optional.empty(), new StartRule.NextDay())));

        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(
                        _ -> events.publishEvent(new OrganisationMoved(UUID.randomUUID(), "bj.old", "bj.fresh", day))));

        assertThat(as(DRAFTER, () -> desk.version(DRAFTER, draft)).path()).isEqualTo("bj.fresh");
        Version there = as(DRAFTER, () -> desk.version(DRAFTER, id));
        assertThat(there.path()).isEqualTo("bj.fresh");
        assertThat(there.content()).isEqualTo(later(versionOf(published), 80));
        assertThat(as(DRAFTER, () -> catalogue.offered("bj.fresh.street.unit", day)))
                .contains("女工特疾");
        assertThat(as(DRAFTER, () -> catalogue.offered("bj.old.street", day))).doesNotContain("女工特疾");
    }

    @Test
    void what_is_given_back_says_why_and_can_be_submitted_again() {
        String file = fresh();
        UUID id = as(DRAFTER, () -> desk.draft(DRAFTER, file, later(versionOf(file), 80)));
        doAs(DRAFTER, () -> desk.submit(DRAFTER, id));
        assertRefused(() -> doAs(PUBLISHER, () -> desk.giveBack(PUBLISHER, id, " ")), Reason.REASON_MISSING);
        doAs(PUBLISHER, () -> desk.giveBack(PUBLISHER, id, "比例没有依据"));

        Version back = as(DRAFTER, () -> desk.version(DRAFTER, id));
        assertThat(back.state()).isEqualTo(Version.State.DRAFT);
        assertThat(back.returned()).hasValue("比例没有依据");
        doAs(DRAFTER, () -> desk.submit(DRAFTER, id));
        assertThat(as(DRAFTER, () -> desk.version(DRAFTER, id)).returned()).isEmpty();
    }

    @Test
    void a_draft_is_nobody_elses_and_there_is_one_of_a_file() {
        String file = fresh();
        UUID id = as(DRAFTER, () -> desk.draft(DRAFTER, file, later(versionOf(file), 80)));

        assertThat(as(ELSEWHERE, () -> desk.drafts(ELSEWHERE)))
                .extracting(Draft::id)
                .doesNotContain(id);
        assertRefused(() -> as(ELSEWHERE, () -> desk.version(ELSEWHERE, id)), Reason.ABSENT);
        Caller auditor = new Caller(UUID.randomUUID(), Role.AUDITOR, Optional.of("bj"), Optional.empty());
        assertThatThrownBy(() -> as(auditor, () -> desk.version(auditor, id)))
                .as("who reaches it but drafts no plans")
                .isInstanceOf(Refused.class);
        assertRefused(() -> doAs(ELSEWHERE, () -> desk.drop(ELSEWHERE, id)), Reason.ABSENT);
        assertRefused(() -> as(DRAFTER, () -> desk.draft(DRAFTER, file, "")), Reason.DRAFTED_ALREADY);
        assertRefused(() -> as(DRAFTER, () -> desk.draft(DRAFTER, "../etc/passwd", "")), Reason.NAME_UNFIT);
        Caller handler =
                new Caller(UUID.randomUUID(), Role.UNIT_HANDLER, Optional.of("bj.east.unit"), Optional.empty());
        assertThatThrownBy(() -> as(handler, () -> desk.draft(handler, FILE, "")))
                .isInstanceOf(Refused.class);

        doAs(DRAFTER, () -> desk.drop(DRAFTER, id));
        assertThat(as(DRAFTER, () -> desk.drafts(DRAFTER)))
                .extracting(Draft::id)
                .doesNotContain(id);
    }

    @Test
    void what_is_larger_than_any_plan_is_not_kept() {
        String large = "计".repeat(PlanDesk.BYTES_MAX / 3 + 1);

        assertRefused(() -> as(DRAFTER, () -> desk.draft(DRAFTER, fresh(), large)), Reason.TOO_LARGE);
        assertRefused(() -> as(DRAFTER, () -> desk.check(DRAFTER, FILE, large)), Reason.TOO_LARGE);
        UUID id = as(DRAFTER, () -> desk.draft(DRAFTER, fresh(), ""));
        assertRefused(() -> doAs(DRAFTER, () -> desk.redraft(DRAFTER, id, large)), Reason.TOO_LARGE);
    }
}
