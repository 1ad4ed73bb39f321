package org.huzhu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.documents.Desk.at;
import static org.huzhu.documents.Desk.claim;
import static org.huzhu.documents.Desk.refuses;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.documents.DocumentRefused.Reason;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** Files that come in pieces over lines that break. */
@RoomTest
@Import(FailingShelf.Surroundings.class)
class UploadsTest {

    private static final byte[] PHOTO = Pictures.jpeg(Pictures.print(300, 400));

    private final Documents documents;
    private final TransactionOperations transactions;

    @Autowired
    UploadsTest(Documents documents, TransactionOperations transactions) {
        this.documents = documents;
        this.transactions = transactions;
    }

    private Document take(Owner owner) {
        return at("o1", () -> documents.take(owner, "a.jpg", new ByteArrayInputStream(PHOTO)));
    }

    private long put(UUID upload, long offset, byte[] piece) {
        return at("o1", () -> documents.put(upload, offset, new ByteArrayInputStream(piece)));
    }

    @Test
    void after_a_break_an_upload_goes_on_where_it_stands_and_a_piece_twice_is_kept_once() {
        Owner owner = claim();
        UUID upload = at("o1", () -> documents.begin(owner, "a.jpg", PHOTO.length));
        int half = PHOTO.length / 2;

        assertThat(put(upload, 0, Arrays.copyOf(PHOTO, half))).isEqualTo(half);
        assertThat(put(upload, 0, Arrays.copyOf(PHOTO, half))).isEqualTo(half);
        // A piece that leaves a gap is not kept.
        assertThat(put(upload, half + 10, new byte[10])).isEqualTo(half);
        refuses(Reason.INCOMPLETE, () -> documents.finish(upload));
        // One that overlaps is kept from where it is new; one that breaks off, as far as it came.
        byte[] rest = Arrays.copyOfRange(PHOTO, half - 5, PHOTO.length);
        long stands = at("o1", () -> documents.put(upload, half - 5, breakingOff(rest, 100)));
        assertThat(stands).isEqualTo(half + 95);
        refuses(Reason.TOO_LARGE, () -> documents.put(upload, stands, new ByteArrayInputStream(PHOTO)));
        assertThat(put(upload, stands, Arrays.copyOfRange(PHOTO, (int) stands, PHOTO.length)))
                .isEqualTo(PHOTO.length);

        Document whole = at("o1", () -> documents.finish(upload));
        assertThat(at("o1", () -> documents.finish(upload))).isEqualTo(whole);
        assertThat(at("o1", () -> documents.of(owner.id()))).containsExactly(whole);
        assertThat(take(owner).digest()).isEqualTo(whole.digest());
        assertThat(put(upload, 0, PHOTO)).isEqualTo(PHOTO.length);
    }

    @Test
    void what_could_not_be_taken_is_refused_before_any_of_it_has_come() {
        Owner owner = claim();
        refuses(Reason.TOO_LARGE, () -> documents.begin(owner, "a.jpg", (10 << 20) + 1));
        refuses(Reason.TOO_LARGE, () -> documents.begin(owner, "a.pdf", (20 << 20) + 1));
        refuses(Reason.TYPE, () -> documents.begin(owner, "a.exe", 10));
        refuses(Reason.HEIC, () -> documents.begin(owner, "a.HEIC", 10));
        refuses(Reason.EMPTY, () -> documents.begin(owner, "a.jpg", 0));
    }

    @Test
    void a_large_piece_comes_together_again(@Autowired JdbcUploads uploads) {
        byte[] noise = new byte[3 * JdbcUploads.PART_BYTES + 7];
        new java.util.Random(1).nextBytes(noise);
        byte[] pdf = "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(pdf, 0, noise, 0, pdf.length);
        Owner owner = claim();
        UUID upload = at("o1", () -> documents.begin(owner, "a.pdf", noise.length));

        assertThat(put(upload, 0, noise)).isEqualTo(noise.length);

        byte[] whole = at("o1", () -> transactions.execute(_ -> uploads.bytes(upload)));
        assertThat(whole).isEqualTo(noise);
    }

    private static InputStream breakingOff(byte[] bytes, int after) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            private int left = after;

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (left == 0) {
                    throw new IOException("The line is gone");
                }
                int count = super.read(into, from, Math.min(left, length));
                left -= count;
                return count;
            }
        };
    }

    @Test
    void a_thing_has_at_most_thirty_documents() {
        Owner owner = claim();
        byte[] small = Pictures.jpeg(Pictures.print(40, 40));
        for (int i = 0; i < Documents.OF_OWNER_MAX - 1; i++) {
            at("o1", () -> documents.take(owner, "a.jpg", new ByteArrayInputStream(small)));
        }
        UUID last = at("o1", () -> documents.begin(owner, "a.jpg", small.length));
        put(last, 0, small);

        refuses(Reason.TOO_MANY, () -> documents.begin(owner, "a.jpg", small.length));
        at("o1", () -> documents.finish(last));
        refuses(Reason.TOO_MANY, () -> documents.take(owner, "a.jpg", new ByteArrayInputStream(small)));
    }
}
