package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.routing.Turn;
import org.huzhu.facts.Event;
import org.huzhu.testkit.Together;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What races are run with: claims that are ready at little cost, so that a round is the race and hardly more. How many
 * rounds is said by {@code -Dhuzhu.claims.rounds}.
 */
@TestComponent
class Races {

    static final int ROUNDS = Integer.getInteger("huzhu.claims.rounds", 200);

    /** How often a claim is taken up again, and how many stays a member has, before another takes its place. */
    static final int TURNS = 10;

    static final int STAYS = 6;
    static final int DAYS = 4;

    private static final int DAYS_APART = 5;
    private static final int DAYS_FIRST = 8;

    /** So many at once in the first rounds, and so few in all others, which show the same at less cost. */
    private static final int MANY = 50;

    private static final int MANY_ROUNDS = 2;
    private static final int FEW = 4;

    /** How many members all rounds of all races need. */
    private static final int MEMBERS = 2 * ROUNDS + 40;

    private final Claimants people;
    private final Rows rows;

    /** Where claims are written down without going their way. */
    @TestComponent
    record Rows(
            JdbcTurns turns, JdbcPapers papers, JdbcSteps steps, TransactionOperations transactions, SetClock clock) {

        <T> T within(Caller caller, Supplier<T> work) {
            return Objects.requireNonNull(as(caller, () -> transactions.execute(_ -> work.get())));
        }
    }

    Races(Claimants people, Rows rows) {
        this.people = people;
        this.rows = rows;
        people.many(MEMBERS);
    }

    static int threads(int round) {
        return round <= MANY_ROUNDS ? MANY : FEW;
    }

    /** Each round has a stay of its own, so many days ago, of a member who has had but a few. */
    void stays(BiConsumer<Claimant, Integer> round) {
        Claimant member = people.covered(CASH);
        for (int number = 0; number < ROUNDS; number++) {
            if (number > 0 && number % STAYS == 0) {
                member = people.covered(CASH);
            }
            round.accept(member, DAYS_FIRST + DAYS_APART * (number % STAYS));
        }
    }

    /** A draft with all papers that it needs written down, and none brought: to hand it in asks for no more. */
    Claim ready(Claimant claimant, Event... events) {
        Claim claim = people.begin(claimant, events);
        doAs(
                claimant.self(),
                () -> rows.transactions()
                        .executeWithoutResult(_ -> PaperKind.needed(List.of(events))
                                .forEach(kind -> rows.papers()
                                        .add(
                                                UUID.randomUUID(),
                                                claim.id(),
                                                kind,
                                                UUID.randomUUID(),
                                                rows.clock().instant()))));
        return claim;
    }

    /** The same, as if those before the office had let it pass. */
    Claim beforeOffice(Claimant claimant, Event... events) {
        Claim claim = ready(claimant, events);
        Caller office = people.office();
        Turn turn = new Turn(ReviewStep.OFFICE, office.path().orElseThrow());
        boolean isFiled = rows.within(
                office,
                () -> rows.turns()
                        .file(
                                claim,
                                turn,
                                people.today().plusDays(14),
                                0,
                                rows.clock().instant(),
                                people.today()));
        assertThat(isFiled).isTrue();
        return claim;
    }

    /** How many papers are written down. */
    int papers(Claimant claimant, Claim claim) {
        return rows.within(claimant.self(), () -> rows.papers().of(claim.id())).size();
    }

    List<StepTaken.What> steps(Claimant claimant, Claim claim) {
        return rows.within(claimant.self(), () -> rows.steps().of(claim.id())).stream()
                .map(StepTaken::what)
                .toList();
    }

    /** What each came to: nothing where it was done, the reason where it was refused. */
    @SafeVarargs
    static List<Optional<Reason>> atOnce(Callable<Boolean>... works) {
        AtomicInteger next = new AtomicInteger();
        return Together.all(works.length, () -> outcome(works[next.getAndIncrement()]));
    }

    static Optional<Reason> outcome(Callable<Boolean> work) throws Exception {
        try {
            work.call();
            return Optional.empty();
        } catch (ClaimRefused refused) {
            return Optional.of(refused.reason());
        }
    }

    static Callable<Boolean> by(Caller caller, Runnable work) {
        return () -> {
            doAs(caller, work);
            return true;
        };
    }

    static void assertOneCame(List<Optional<Reason>> came) {
        assertThat(came.stream().filter(Optional::isEmpty))
                .as("who came through: %s", came)
                .hasSize(1);
    }
}
