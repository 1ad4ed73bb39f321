package org.huzhu.unions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.unions.Surroundings.TODAY;
import static org.huzhu.unions.Village.START;
import static org.huzhu.unions.Village.all;
import static org.huzhu.unions.Village.on;
import static org.huzhu.unions.Village.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.database.Scope;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens to organisations, in whatever order, some things hold of all of them. */
@RoomOfUnions
class HistoriesTest {

    private static final int CASES = 40;

    private final UnionDesk desk;
    private final UnionTree tree;
    private final Village village;
    private final Surroundings.Heard heard;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    private final AtomicInteger names = new AtomicInteger();

    @Autowired
    HistoriesTest(
            UnionDesk desk,
            UnionTree tree,
            Village village,
            Surroundings.Heard heard,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.tree = tree;
        this.village = village;
        this.heard = heard;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void whatever_happens_the_tree_stays_whole_and_keeps_its_past() {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Cases.check(CASES, cases -> {
            World world = new World(cases);
            for (int step = 0; step < 3 * cases.listOf(_ -> 0).size(); step++) {
                try {
                    world.step();
                    done.incrementAndGet();
                } catch (OrganisationRefused | Refused e) {
                    refused.incrementAndGet();
                }
            }
            world.check();
        });

        // Were all refused, or none, little would have been tried.
        assertThat(done.get()).isGreaterThan(CASES);
        assertThat(refused.get()).isGreaterThan(CASES);
    }

    /** An office with some agencies, what happens there, and what must come of it. */
    private final class World {

        private final Cases cases;
        private final Chronicle chronicle = new Chronicle();
        private final Map<UUID, String> kept = new HashMap<>();
        private final Organisation office;
        private final Caller head;
        private LocalDate day = START.plusDays(30);

        World(Cases cases) {
            this.cases = cases;
            this.office = village.office("办事处" + UUID.randomUUID());
            this.head = Village.reviewer(office);
            chronicle.opened(office, START);
            kept.put(office.id(), office.path());
            for (int i = 0; i < 3; i++) {
                Organisation agency = village.open(Tier.AGENCY, name(), office);
                chronicle.opened(agency, START);
                kept.put(agency.id(), agency.path());
            }
            heard.moves.clear();
        }

        private String name() {
            return "工会" + names.incrementAndGet();
        }

        void step() {
            day = day.plusDays(cases.wholeBetween(0, 20));
            LocalDate on = day.minusDays(cases.wholeBetween(0, 30));
            String before = snapshot();
            try {
                happen(on);
                follow();
            } catch (OrganisationRefused | Refused e) {
                assertThat(snapshot()).as("after a refusal: " + e.getMessage()).isEqualTo(before);
                heard.moves.clear();
                throw e;
            }
        }

        private void happen(LocalDate on) {
            switch ((int) cases.wholeBetween(0, 9)) {
                case 0, 1, 2, 3 -> open(on);
                case 4, 5 -> move(any(), any(), on);
                case 6 -> merge(any(), any(), on);
                case 7 -> split(any(), on);
                case 8 -> rename(any(), on);
                default -> close(any(), on);
            }
        }

        /** Mostly units, since they are the most. */
        private UUID any() {
            List<UUID> units = chronicle.open(Tier.UNIT);
            return units.isEmpty() || cases.wholeBetween(0, 4) == 0 ? cases.oneOf(chronicle.all()) : cases.oneOf(units);
        }

        private void open(LocalDate on) {
            Tier tier = cases.oneOf(List.of(Tier.STREET, Tier.POINT, Tier.UNIT, Tier.UNIT, Tier.UNIT));
            Opening opening = new Opening(tier, name(), Optional.of(cases.oneOf(chronicle.all())));
            Organisation fresh = Village.as(head, () -> desk.open(head, opening, on(on)));
            chronicle.opened(fresh, on);
            kept.put(fresh.id(), fresh.path());
        }

        private void move(UUID organisation, UUID parent, LocalDate on) {
            Village.as(head, () -> desk.move(head, organisation, parent, on(on)));
            chronicle.moved(organisation, parent, on);
        }

        private void merge(UUID organisation, UUID into, LocalDate on) {
            List<UUID> below = chronicle.openBelow(organisation);
            Village.as(head, () -> desk.merge(head, organisation, into, on(on)));
            below.forEach(child -> chronicle.moved(child, into, on));
            chronicle.closed(organisation, on);
        }

        private void split(UUID organisation, LocalDate on) {
            List<UUID> taken = chronicle.openBelow(organisation).stream()
                    .filter(_ -> cases.wholeBetween(0, 1) == 0)
                    .toList();
            Organisation fresh = Village.as(head, () -> desk.split(head, organisation, name(), taken, on(on)));
            chronicle.opened(fresh, on);
            kept.put(fresh.id(), fresh.path());
            taken.forEach(child -> chronicle.moved(child, fresh.id(), on));
        }

        private void rename(UUID organisation, LocalDate on) {
            String name = name();
            Village.as(head, () -> desk.rename(head, organisation, name, on(on)));
            chronicle.renamed(organisation, name, on);
        }

        private void close(UUID organisation, LocalDate on) {
            Village.as(head, () -> desk.close(head, organisation, on(on)));
            chronicle.closed(organisation, on);
        }

        /** As a room does that keeps paths: all it knows is the news. */
        private void follow() {
            for (OrganisationMoved moved : heard.moves) {
                kept.replaceAll((_, path) -> (path + ".").startsWith(moved.from() + ".")
                        ? moved.to() + path.substring(moved.from().length())
                        : path);
            }
            heard.moves.clear();
        }

        private String snapshot() {
            return all(() -> transaction.execute(
                    _ -> database.sql("""
                            select string_agg(concat_ws('/', id, name, path::text, parent, closed_on, changed_on),
                                              ',' order by id)
                                   || (select count(*) from unions.milestone) from unions.organisation
                            """).query(String.class).single()));
        }

        void check() {
            for (UUID one : chronicle.all()) {
                checkPlace(one);
                checkPast(one);
            }
            List<UUID> agencies = chronicle.open(Tier.AGENCY);
            agencies.forEach(this::checkReach);
            checkCounts();
        }

        private void checkPlace(UUID one) {
            Organisation now = all(() -> tree.find(one)).orElseThrow();
            assertThat(now.parent()).isEqualTo(chronicle.lastParent(one));
            assertThat(now.closedOn().isEmpty()).isEqualTo(chronicle.now(one).isOpen());
            String above = now.parent()
                    .map(parent -> all(() -> tree.find(parent)).orElseThrow().path() + ".")
                    .orElse("");
            assertThat(now.path()).startsWith(above).isEqualTo(kept.get(one));
            assertThat(now.path().substring(above.length())).doesNotContain(".");
            assertThat(now.path().split("\\.", -1)).hasSameSizeAs(chronicle.chain(one));
            if (now.closedOn().isPresent()) {
                assertThat(chronicle.openBelow(one)).isEmpty();
            }
        }

        private void checkPast(UUID one) {
            LocalDate then = START.plusDays(cases.wholeBetween(-5, 2_400));
            for (LocalDate looked : List.of(then, TODAY)) {
                assertThat(all(() -> tree.nameOn(one, looked)))
                        .isEqualTo(chronicle.on(one, looked).name());
                assertThat(all(() -> tree.parentOn(one, looked)))
                        .isEqualTo(chronicle.on(one, looked).parent());
            }
            Chronicle.Standing standing = chronicle.on(one, then);
            standing.parent()
                    .ifPresent(parent -> assertThat(chronicle.on(parent, then).isOpen())
                            .as("what it stood under on " + then + " was open")
                            .isTrue());
        }

        /** The second wall alone: the queries ask for everything. */
        private void checkReach(UUID agency) {
            Scope scope =
                    Village.reviewer(all(() -> tree.find(agency)).orElseThrow()).scope();
            assertThat(seen(scope, "select id from unions.organisation")).isEqualTo(chronicle.within(agency));
            assertThat(seen(scope, "select organisation from unions.milestone")).isEqualTo(chronicle.within(agency));
        }

        private Set<UUID> seen(Scope scope, String query) {
            return within(
                    scope,
                    () -> transaction.execute(_ -> database.sql(query).query(UUID.class).list().stream()
                            .collect(Collectors.toSet())));
        }

        private void checkCounts() {
            List<Branch> branches = Village.as(head, () -> tree.branches(office.id()));
            assertThat(branches).hasSameSizeAs(chronicle.openBelow(office.id()));
            for (Branch branch : branches) {
                UUID top = branch.organisation().id();
                List<UUID> open = new ArrayList<>(chronicle.within(top));
                open.remove(top);
                open.retainAll(chronicle.open(Tier.UNIT));
                assertThat(branch.units()).isEqualTo(open.size());
                assertThat(branch.below()).isEqualTo(chronicle.openBelow(top).size());
            }
        }
    }
}
