package org.huzhu.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huzhu.documents.Document.Kind;
import org.huzhu.documents.DocumentRefused.Reason;
import org.huzhu.documents.apart.Program;
import org.huzhu.documents.photo.Sharpness;
import org.huzhu.receipts.ReceiptReader;
import org.huzhu.receipts.Written;
import org.junit.jupiter.api.Test;

/** What a process of its own makes of PDF and OFD, and what becomes of it where a file does it harm. */
class ApartTest {

    private static final ReceiptReader RECEIPTS = ReceiptReader.ofAll();

    private final Looking looking = new Looking(RECEIPTS, Apart.usual(RECEIPTS));

    private void refuses(byte[] pdf, Reason... reasons) {
        assertThatThrownBy(() -> looking.look("pdf", pdf))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refusal -> assertThat(refusal.reason()).isIn(List.of(reasons)));
    }

    @Test
    void each_page_of_a_pdf_becomes_a_picture_and_the_file_stays_as_it_came() throws IOException {
        byte[] pdf = Papers.pdf(Apart.PAGES + 2);

        Made made = looking.look("pdf", pdf);

        assertThat(made.kind()).isEqualTo(Kind.PDF);
        assertThat(made.pages()).hasSize(Apart.PAGES + 2);
        assertThat(made.original()).contains(pdf);
        assertThat(Pictures.decoded(made.pages().getLast()).getHeight()).isBetween(1590, 1610);
        assertThat(Sharpness.of(Pictures.decoded(made.pages().getFirst()))).isPositive();
    }

    @Test
    void a_receipt_in_ofd_is_drawn_and_read() {
        byte[] ofd = Written.ofd(Written.STAY, true);

        Made made = looking.look("ofd", ofd);

        assertThat(made.kind()).isEqualTo(Kind.OFD);
        assertThat(made.receipt()).contains(Written.STAY);
        assertThat(made.original()).contains(ofd);
        assertThat(Sharpness.of(Pictures.decoded(made.pages().getFirst()))).isGreaterThan(20);
    }

    @Test
    void a_receipt_in_pdf_is_read() {
        Made made = looking.look("pdf", Written.pdf(Written.VISIT));

        assertThat(made.receipt()).contains(Written.VISIT);
        assertThat(made.pages()).hasSize(1);
    }

    @Test
    void an_ofd_with_a_part_missing_or_a_document_type_is_broken() {
        byte[] bare = Written.zip(Map.of("OFD.xml", "<OFD/>".getBytes(UTF_8)));
        byte[] entity = Written.zip(Map.of(
                "OFD.xml",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><OFD><DocRoot>&e;</DocRoot></OFD>"
                        .getBytes(UTF_8)));
        for (byte[] file : List.of(bare, entity)) {
            assertThatThrownBy(() -> looking.look("ofd", file))
                    .isInstanceOfSatisfying(
                            DocumentRefused.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.BROKEN));
        }
    }

    @Test
    void a_pdf_that_nobody_can_open_is_refused() throws IOException {
        refuses(Papers.encrypted("secret"), Reason.ENCRYPTED);
        refuses(Papers.encrypted(""), Reason.ENCRYPTED);
    }

    @Test
    void a_pdf_that_does_something_is_refused() throws IOException {
        refuses(Papers.withScript(), Reason.ACTIVE_CONTENT);
        refuses(Papers.withHiddenScript(), Reason.ACTIVE_CONTENT);
        refuses(Papers.withLaunch(), Reason.ACTIVE_CONTENT);
        refuses(Papers.withFile(), Reason.ACTIVE_CONTENT);
    }

    @Test
    void a_pdf_that_is_not_whole_is_refused() throws IOException {
        byte[] pdf = Papers.pdf(1);
        refuses(Arrays.copyOf(pdf, pdf.length / 3), Reason.BROKEN);
        refuses("%PDF-1.7\nnothing".getBytes(UTF_8), Reason.BROKEN);
        refuses(Papers.withLoop(), Reason.BROKEN, Reason.TOO_COMPLEX);
    }

    @Test
    void a_pdf_that_unpacks_to_more_than_the_process_has_memory_and_time_for_is_refused() throws IOException {
        byte[] bomb = Papers.unpackingTo(300);
        Apart hasty = new Apart(Program.class.getName(), Duration.ofSeconds(3), RECEIPTS);

        assertThat(bomb).hasSizeLessThan(10 << 20);
        assertThatThrownBy(() -> hasty.take(Kind.PDF, bomb))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refusal -> assertThat(refusal.reason()).isIn(Reason.TOO_COMPLEX, Reason.BROKEN));
    }

    @Test
    void pages_are_counted_not_believed() throws IOException {
        refuses(Papers.pdf(201), Reason.TOO_MANY_PAGES);
        assertThat(looking.look("pdf", Papers.claiming(100_000)).pages()).hasSize(1);
    }

    @Test
    void a_process_that_hangs_is_ended() {
        Apart hanging = new Apart(Hanging.class.getName(), Duration.ofSeconds(1), RECEIPTS);
        Set<Long> before = children().map(ProcessHandle::pid).collect(toSet());

        assertThatThrownBy(() -> hanging.take(Kind.PDF, new byte[3 << 20]))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_COMPLEX));

        // Killed already; the system may take a moment to bury it.
        children()
                .filter(child -> !before.contains(child.pid()))
                .forEach(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(30)));
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current().children();
    }

    @Test
    void a_process_that_takes_all_memory_takes_none_of_ours() {
        Apart greedy = new Apart(Greedy.class.getName(), Apart.USUAL, RECEIPTS);

        assertThatThrownBy(() -> greedy.take(Kind.PDF, new byte[10]))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_COMPLEX));
    }
}
