package org.huzhu.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.FileAppender;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.access.Caller;
import org.huzhu.city.roster.RosterForm;
import org.huzhu.city.roster.RosterMaker;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.StepTaken;
import org.huzhu.database.Strain;
import org.huzhu.documents.DocumentRefused;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.Look;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentDesk.BatchState;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A disk is full, ours or that of the database: it is said, nothing is left by halves, and once there is room the same
 * is done again. Files are cut off at a place of chance so often as {@code -Dhuzhu.faults.disk} says.
 */
abstract class FullDiskRules {

    static final int MEMBERS = 6;

    private static final int CUTS = Integer.getInteger("huzhu.faults.disk", 2);
    private static final int ORDERS = 200;
    private static final int ROWS = 40;
    private static final int PAYMENT_BYTES = 60_000;
    private static final int PHOTO_BYTES = 6_000;
    private static final int LOG_BYTES = 1 << 20;

    private final Random chance = new Random(CUTS);

    /** Where it happens, with a fund that can pay. */
    abstract FaultTown town();

    private FaultClaims claims() {
        return new FaultClaims(town());
    }

    private FaultPayments payments() {
        return new FaultPayments(town());
    }

    @AfterEach
    void all_that_must_hold_does() {
        assertThat(town().flaws()).isEmpty();
    }

    Batch owed(int count) {
        List<String> _ = payments().owe(count);
        return payments().assembled(town().fund().id());
    }

    private static void assertFull(ThrowingCallable work) {
        assertThat(Strain.of(catchThrowable(work))).contains(Strain.FULL);
    }

    @Test
    void a_payment_file_that_does_not_fit_is_not_there_at_all_and_its_batch_waits() throws IOException {
        for (int cut = 0; cut < CUTS; cut++) {
            Batch batch = owed(ORDERS);
            try (FullDisk _ = FullDisk.after(cut == 0 ? 0 : chance.nextInt(PAYMENT_BYTES))) {
                assertFull(() -> payments().file(batch));
            }
            assertThat(payments().isBegun(batch)).isFalse();
            assertThat(payments().batch(batch).state()).isEqualTo(BatchState.FROZEN);
            payments().requireFiledAndReleasedOnce(batch, false, false);
        }
    }

    @Test
    void a_payment_file_that_is_missing_is_not_brought_back_by_halves() throws IOException {
        Batch batch = owed(ORDERS);
        payments().file(batch);
        Files.delete(payments().path(batch));
        try (FullDisk _ = FullDisk.after(PAYMENT_BYTES / 2)) {
            assertFull(() -> payments().path(batch));
        }
        assertThat(payments().isBegun(batch)).isFalse();
        payments().requireFiledAndReleasedOnce(batch, true, false);
    }

    @Test
    void a_release_for_which_the_database_has_no_room_is_not_done_and_done_later() throws Exception {
        Batch batch = owed(1);
        payments().file(batch);
        try (FullTable _ = new FullTable(town(), "ledger.transaction")) {
            assertFull(() -> payments().release(batch));
        }
        assertThat(payments().batch(batch).state()).isEqualTo(BatchState.FILED);
        payments().requireFiledAndReleasedOnce(batch, true, false);
    }

    @Test
    void an_answer_for_which_the_database_has_no_room_is_not_taken_and_taken_later() throws Exception {
        Batch batch = owed(ORDERS / 10);
        payments().file(batch);
        payments().release(batch);
        Path answer = payments().answer(batch);
        try (FullTable _ = new FullTable(town(), "payments.answer_line")) {
            assertFull(() -> payments().take(batch.fund(), answer));
        }
        assertThat(payments().batch(batch).paid() + payments().batch(batch).returned())
                .isZero();
        payments().requireTakenOnce(batch, answer, false);
    }

    /** All that lies where documents are. */
    private List<Path> documents() throws IOException {
        Path folder = town().home().folder().resolve("documents");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private UUID bring(Caller self, Claim claim, byte[] photo) {
        return self.scope()
                .call(() -> claims().desk()
                        .add(self, claim.id(), PaperKind.DIAGNOSIS, "照片.jpg", new ByteArrayInputStream(photo)));
    }

    private static void assertNotKept(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DocumentRefused.Reason.STORE_DOWN));
    }

    @Test
    void a_paper_that_does_not_fit_is_refused_and_neither_a_row_nor_a_part_of_it_stays() throws IOException {
        Caller self = town().member();
        Claim claim = claims().prepared(self);
        int papers = claims().caseFile(self, claim).papers().size();
        List<Path> before = documents();
        long rows = town().count("documents.document");
        for (int cut = 0; cut < CUTS; cut++) {
            byte[] photo = FaultClaims.photo("full" + cut);
            try (FullDisk _ = FullDisk.after(cut == 0 ? 0 : chance.nextInt(PHOTO_BYTES))) {
                assertNotKept(() -> bring(self, claim, photo));
            }
        }
        assertThat(documents()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(town().count("documents.document")).isEqualTo(rows);
        UUID _ = bring(self, claim, FaultClaims.photo("room"));
        assertThat(claims().caseFile(self, claim).papers()).hasSize(papers + 1);
    }

    @Test
    void what_was_brought_in_pieces_before_the_disk_was_full_is_finished_later() {
        Caller self = town().member();
        Claim claim = claims().prepared(self);
        byte[] photo = FaultClaims.photo("pieces");
        UUID upload = self.scope().call(() -> claims().desk().beginPaper(self, claim.id(), ".jpg", photo.length));
        long stands = self.scope()
                .call(() -> claims().desk().putPaper(self, claim.id(), upload, 0, new ByteArrayInputStream(photo)));
        assertThat(stands).isEqualTo(photo.length);
        int papers = claims().caseFile(self, claim).papers().size();
        try (FullDisk _ = FullDisk.after(0)) {
            assertNotKept(() ->
                    self.scope().run(() -> claims().desk().finishPaper(self, claim.id(), PaperKind.DIAGNOSIS, upload)));
        }
        UUID _ = self.scope().call(() -> claims().desk().finishPaper(self, claim.id(), PaperKind.DIAGNOSIS, upload));
        assertThat(claims().caseFile(self, claim).papers()).hasSize(papers + 1);
    }

    @Test
    void a_claim_for_which_the_database_has_no_room_stays_a_draft_with_its_papers() throws Exception {
        Caller self = town().member();
        Claim claim = claims().prepared(self);
        try (FullTable _ = new FullTable(town(), "claims.step")) {
            assertFull(() -> claims().file(self, claim));
        }
        assertThat(claims().caseFile(self, claim).claim().state()).isInstanceOf(ClaimState.Draft.class);
        claims().file(self, claim);
        assertThat(claims().steps(self, claim, StepTaken.What.ENTERED)).isOne();
    }

    private static byte[] roster(int seed) throws IOException {
        ByteArrayOutputStream roster = new ByteArrayOutputStream();
        try (OutputStream out = roster) {
            new RosterMaker(seed, ROWS, 0).write(RosterForm.CSV_UTF_8, out);
        }
        return roster.toByteArray();
    }

    /** Not read, with a word on what to do; brought once more it is read whole, and enrols whom it can. */
    private void requireReadLater(Enroller enroller, UUID batch, byte[] roster) {
        Look full = enroller.await(batch);
        assertThat(full.batch().state()).isEqualTo(State.UNREADABLE);
        assertThat(full.batch().said()).singleElement().asString().contains("磁盘满了", "huzhu doctor", "再上传一次");
        String covered = "enrolment.cover where batch = '" + batch + "'";
        String below = "where path <@ '" + enroller.handler().path().orElseThrow() + "'";
        assertThat(town().count("members.member " + below)).isZero();
        assertThat(town().count(covered)).isZero();
        enroller.handler()
                .scope()
                .run(() ->
                        enroller.desk().correct(enroller.handler(), batch, "名册.csv", new ByteArrayInputStream(roster)));
        assertThat(enroller.await(batch).batch().state()).isEqualTo(State.LOOKED);
        enroller.confirm(batch);
        // Who is under cover elsewhere has a row that says so.
        long wrong = town().count("enrolment.line where kind in ('WRONG', 'DUPLICATE') and batch = '" + batch + "'");
        assertThat(town().count("enrolment.line where part = 2 and batch = '" + batch + "'"))
                .isEqualTo(ROWS);
        assertThat(town().count(covered)).isEqualTo(ROWS - wrong).isPositive();
    }

    @Test
    void a_roster_for_which_there_is_no_room_is_not_read_and_read_when_it_is_brought_again() throws IOException {
        Enroller enroller = enroller("无处写单位");
        byte[] roster = roster(1);
        UUID batch;
        try (FullDisk _ = FullDisk.after(roster.length / 2)) {
            batch = enroller.bring(roster);
            Look _ = enroller.await(batch);
        }
        requireReadLater(enroller, batch, roster);
    }

    @Test
    void a_roster_for_which_the_database_has_no_room_is_read_when_it_is_brought_again() throws Exception {
        Enroller enroller = enroller("无处存单位");
        byte[] roster = roster(2);
        UUID batch;
        try (FullTable _ = new FullTable(town(), "enrolment.line")) {
            batch = enroller.bring(roster);
            Look _ = enroller.await(batch);
        }
        requireReadLater(enroller, batch, roster);
    }

    private Enroller enroller(String name) {
        Organisation unit = town().unit(name);
        return Enroller.of(town().rooms(), unit.id(), unit.path());
    }

    /** The file to which is logged now, whoever opened it. */
    private static Optional<Path> log() {
        LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        var root = logging.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        while (root.hasNext()) {
            if (root.next() instanceof FileAppender<?> appender) {
                return Optional.of(Path.of(appender.getFile()));
            }
        }
        return Optional.empty();
    }

    @Test
    void a_log_that_takes_no_more_stops_no_money_and_the_trail_has_it_all() throws IOException {
        Path log = log().orElseThrow();
        Files.write(log, new byte[LOG_BYTES], StandardOpenOption.APPEND);
        long size = Files.size(log);
        long before = town().count("audit.record where action = 'payment.answer'");
        Batch batch = owed(2);
        try (FullDisk _ = FullDisk.after(LOG_BYTES)) {
            LoggerFactory.getLogger(FullDiskRules.class).error("Nobody will read this");
            payments().file(batch);
            payments().release(batch);
            payments().requireTakenOnce(batch, payments().answer(batch), false);
        }
        assertThat(Files.size(log)).isEqualTo(size);
        for (String action : List.of("payment.file", "payment.release")) {
            assertThat(town().count("audit.record where action = '%s' and object = '%s'".formatted(action, batch.id())))
                    .as(action)
                    .isOne();
        }
        assertThat(town().count("audit.record where action = 'payment.answer'")).isGreaterThan(before);
    }
}
