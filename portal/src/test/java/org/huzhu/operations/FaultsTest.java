package org.huzhu.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huzhu.access.Caller;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.StepTaken;
import org.huzhu.database.Settings;
import org.huzhu.kernel.CardNumber;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentRefused;
import org.huzhu.payments.Standing;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Whatever breaks while claims are decided and paid, what was acknowledged is there, and nothing has effect twice. How
 * often each is broken is said by {@code -Dhuzhu.faults.files}, {@code answers}, {@code database}, {@code connections},
 * {@code replies} and {@code disk}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest extends FullDiskRules {

    private static final int FILES = Integer.getInteger("huzhu.faults.files", 5);
    private static final int ANSWERS = Integer.getInteger("huzhu.faults.answers", 5);
    private static final int DATABASE = Integer.getInteger("huzhu.faults.database", 3);
    private static final int CONNECTIONS = Integer.getInteger("huzhu.faults.connections", 20);
    private static final int REPLIES = Integer.getInteger("huzhu.faults.replies", 50);

    private static final int FIFTY = 50;
    private static final int ORDERS = 800;
    private static final int TICKS_MAX = 250;
    private static final int MILLIS_MAX = 60;

    /** How many commands are broken off in a round. */
    private static final int COMMANDS = 7;

    /** Members of whom each test needs but a few. */
    private static final int OTHERS = 10;

    private final Random chance = new Random(FILES + ANSWERS);
    private FaultTown town;
    private FaultClaims claims;
    private FaultPayments payments;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        town = FaultTown.open(folder, OTHERS + MEMBERS + DATABASE / 3 + REPLIES / COMMANDS);
        claims = new FaultClaims(town);
        payments = new FaultPayments(town);
        payments.setAccount(town.fund().id());
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Override
    FaultTown town() {
        return town;
    }

    private Batch released(int count) {
        Batch batch = owed(count);
        payments.file(batch);
        payments.release(batch);
        return batch;
    }

    @Test
    void a_payment_file_is_whole_and_the_same_however_the_program_ends() throws Exception {
        Deque<Payer> waiting = new ArrayDeque<>(List.of(Payer.start(town)));
        for (int kill = 1; kill <= FILES; kill++) {
            Batch first = owed(1);
            Batch batch = owed(ORDERS);
            if (kill < FILES) {
                waiting.add(Payer.start(town));
            }
            Payer payer = waiting.remove().ready();
            payer.tell("file", first.id().toString());
            boolean isLate = kill % 3 == 0;
            if (isLate) {
                payer.tell("file", batch.id().toString());
            }
            boolean isDone = payer.killedAt(
                    chance.nextInt(isLate ? TICKS_MAX / 4 : TICKS_MAX / 10),
                    () -> payments.isBegun(batch),
                    isLate ? "release" : "file",
                    batch.id().toString());
            payments.requireFiledAndReleasedOnce(batch, isLate || isDone, isLate && isDone);
        }
    }

    @Test
    void each_line_of_an_answer_has_effect_once_however_the_program_ends() throws Exception {
        Deque<Payer> waiting = new ArrayDeque<>(List.of(Payer.start(town)));
        for (int kill = 1; kill <= ANSWERS; kill++) {
            Batch first = released(1);
            Batch batch = released(ORDERS);
            Path answer = payments.answer(batch);
            if (kill < ANSWERS) {
                waiting.add(Payer.start(town));
            }
            Payer payer = waiting.remove().ready();
            payer.tell("take", first.fund().toString(), payments.answer(first).toString());
            boolean isDone = payer.killedAt(
                    chance.nextInt(TICKS_MAX), () -> true, "take", batch.fund().toString(), answer.toString());
            payments.requireTakenOnce(batch, answer, isDone);
        }
    }

    /** Does something beside, and breaks it after a moment of so many milliseconds at most; whether it was answered. */
    private boolean broken(int millisMax, Runnable work, Callable<?> breaking) throws Exception {
        AtomicBoolean isAnswered = new AtomicBoolean();
        List<RuntimeException> odd = new ArrayList<>();
        Thread worker = Thread.ofPlatform().start(() -> {
            try {
                work.run();
                isAnswered.set(true);
            } catch (DataAccessException | TransactionException expected) {
                // It says that it could not: whoever asked tries again.
            } catch (RuntimeException other) {
                odd.add(other);
            }
        });
        boolean _ = worker.join(Duration.ofNanos(chance.nextInt(millisMax * 1_000_000)));
        breaking.call();
        worker.join();
        assertThat(odd).isEmpty();
        return isAnswered.get();
    }

    @Test
    void what_was_acknowledged_is_there_however_the_database_ends() throws Exception {
        for (int kill = 0; kill < DATABASE; kill++) {
            switch (kill % 3) {
                case 0 -> {
                    Batch batch = owed(ORDERS);
                    boolean isDone = broken(4 * MILLIS_MAX, () -> payments.file(batch), this::killDatabase);
                    town.reopen();
                    payments.requireFiledAndReleasedOnce(batch, isDone, false);
                }
                case 1 -> {
                    Batch batch = released(ORDERS);
                    Path answer = payments.answer(batch);
                    boolean isDone =
                            broken(4 * MILLIS_MAX, () -> payments.take(batch.fund(), answer), this::killDatabase);
                    town.reopen();
                    payments.requireTakenOnce(batch, answer, isDone);
                }
                default -> {
                    Caller self = town.member();
                    Claim claim = claims.prepared(self);
                    boolean isDone = broken(MILLIS_MAX / 2, () -> claims.file(self, claim), this::killDatabase);
                    town.reopen();
                    long entered = claims.steps(self, claim, StepTaken.What.ENTERED);
                    assertThat(entered).isEqualTo(isDone ? 1 : Math.min(entered, 1));
                    claims.file(self, claim);
                    assertThat(claims.steps(self, claim, StepTaken.What.ENTERED))
                            .isOne();
                }
            }
        }
    }

    @Test
    void a_decision_has_effect_once_however_its_connections_end() throws Exception {
        Caller self = town.member();
        Claim claim = claims.prepared(self);
        claims.file(self, claim);
        claims.passToOffice(self, claim);
        Caller office = claims.office();
        for (int round = 1; round <= CONNECTIONS; round++) {
            Seen seen = claims.seen(office, claim);
            Runnable pass = () -> office.scope().run(() -> claims.review().pass(office, claim.id(), seen));
            boolean isDone = broken(MILLIS_MAX, pass, this::cutConnections);
            if (isDone) {
                assertThat(claims.isApproved(self, claim)).isTrue();
            } else if (!claims.isApproved(self, claim)) {
                pass.run();
            }
            assertThat(claims.steps(self, claim, StepTaken.What.APPROVED)).isEqualTo(round);
            assertThat(claims.caseFile(self, claim).payments().values())
                    .filteredOn(standing -> standing.state() != Standing.State.CANCELLED)
                    .hasSize(1);
            int version = claims.caseFile(self, claim).claim().version();
            self.scope().run(() -> claims.desk().askAgain(self, claim.id(), version, "请再看"));
        }
    }

    private boolean killDatabase() throws IOException {
        town.killDatabase();
        return true;
    }

    private boolean cutConnections() throws SQLException {
        try (Connection admin = town.server().connectAdmin();
                Statement statement = admin.createStatement()) {
            return statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = 'huzhu' and usename = 'huzhu_runner' and xact_start is not null
                    """);
        }
    }

    @Test
    void what_is_told_again_because_the_reply_was_lost_has_effect_once() throws Exception {
        int port = Integer.parseInt(town.server().url().replaceAll(".*:(\\d+)/.*", "$1"));
        try (LostReplies line = new LostReplies(port);
                Rooms far = Rooms.open(town.home(), over(line), _ -> {})) {
            // What the rooms read when they are made is no reply to be lost.
            ToldTwice.ASKED.forEach(far::get);
            for (int round = 0; round * COMMANDS < REPLIES; round++) {
                new ToldTwice(town, far, line).round();
            }
        }
    }

    private Settings over(LostReplies line) {
        return new Settings(Map.of(
                "HUZHU_DATABASE_URL", "jdbc:postgresql://127.0.0.1:%d/huzhu".formatted(line.port()),
                "HUZHU_DATABASE_OWNER_PASSWORD", town.server().owner().password(),
                "HUZHU_DATABASE_PASSWORD", town.server().runner().password()));
    }

    @Test
    void of_fifty_who_say_the_same_at_once_one_has_effect() throws Exception {
        Caller self = town.member();
        Claim claim = claims.prepared(self);
        together(self, () -> claims.desk().file(self, claim.id(), claim.version()));
        assertThat(claims.steps(self, claim, StepTaken.What.ENTERED)).isOne();

        claims.passToOffice(self, claim);
        Caller office = claims.office();
        Seen seen = claims.seen(office, claim);
        together(office, () -> claims.review().pass(office, claim.id(), seen));
        assertThat(claims.steps(self, claim, StepTaken.What.APPROVED)).isOne();
        assertThat(claims.caseFile(self, claim).payments()).hasSize(1);

        claims.agree(self, Purpose.BANK);
        CardNumber card = CardNumber.withCheckDigit("622204000000000001");
        together(self, claims.toChangeCard(self, card));
        String his = "member = '" + self.account() + "'";
        assertThat(town.count("members.card where kind = 'BANK' and " + his)).isOne();
        assertThat(town.count("notices.notice where event like 'card/%' and " + his))
                .isOne();

        Batch batch = owed(ORDERS / 10);
        payments.file(batch);
        together(payments.checker(), () -> payments.release(batch));
        assertThat(town.count("ledger.transaction where business_key like 'payment/release/" + batch.id() + "%'"))
                .isOne();
        Path answer = payments.answer(batch);
        together(payments.maker(), () -> payments.take(batch.fund(), answer));
        payments.requireTakenOnce(batch, answer, true);
    }

    private static void together(Caller caller, Runnable work) {
        List<Boolean> done = Together.all(FIFTY, () -> {
            try {
                caller.scope().run(work);
                return true;
            } catch (ClaimRefused | PaymentRefused refused) {
                return false;
            }
        });
        assertThat(done).contains(true);
    }
}
