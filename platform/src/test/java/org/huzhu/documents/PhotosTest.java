package org.huzhu.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.huzhu.documents.DocumentRefused.Reason;
import org.huzhu.documents.photo.Orientation;
import org.huzhu.documents.photo.Sharpness;
import org.huzhu.receipts.ReceiptReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of photos, good and bad. */
class PhotosTest {

    private static final byte[] PRINT = Pictures.jpeg(Pictures.print(800, 1000));

    private final Looking looking = new Looking(ReceiptReader.ofAll(), Apart.usual(ReceiptReader.ofAll()));

    private Made look(String ending, byte[] file) {
        return looking.look(ending, file);
    }

    private void refuses(String ending, byte[] file, Reason reason) {
        assertThatThrownBy(() -> look(ending, file))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void of_a_photo_the_picture_is_kept_and_not_where_it_was_taken() {
        byte[] file = Pictures.withExif(PRINT, 1, "GPS 39.9042N 116.4074E Canon-77");

        Made made = look("jpg", file);

        assertThat(new String(file, ISO_8859_1)).contains("116.4074E");
        assertThat(made.kind()).isEqualTo(Document.Kind.PHOTO);
        assertThat(made.original()).isEmpty();
        byte[] kept = made.pages().getFirst();
        assertThat(new String(kept, ISO_8859_1)).doesNotContain("116.4074E", "Exif", "Canon");
        assertThat(Pictures.decoded(kept).getHeight()).isEqualTo(1000);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void a_photo_is_turned_as_the_camera_says(Orientation orientation) throws Exception {
        BufferedImage held = Pictures.heldAs(Pictures.corner(400, 200), orientation);
        byte[] file = Pictures.withExif(Pictures.jpeg(held), orientation.ordinal() + 1, "");

        BufferedImage kept = Pictures.decoded(look("jpg", file).pages().getFirst());

        assertThat(kept.getWidth()).isEqualTo(400);
        assertThat(new Color(kept.getRGB(20, 20)).getGreen()).isLessThan(80);
        assertThat(new Color(kept.getRGB(380, 20)).getGreen()).isGreaterThan(200);
        assertThat(new Color(kept.getRGB(20, 180)).getGreen()).isGreaterThan(200);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void colours_stay_what_they_are_however_the_camera_was_held(Orientation orientation) throws Exception {
        BufferedImage stripes = Pictures.stripes(Color.RED, Color.GREEN, Color.BLUE, new Color(200, 180, 40));
        byte[] file =
                Pictures.withExif(Pictures.jpeg(Pictures.heldAs(stripes, orientation)), orientation.ordinal() + 1, "");

        BufferedImage kept = Pictures.decoded(look("jpg", file).pages().getFirst());

        for (int x = 50; x < stripes.getWidth(); x += 100) {
            Color was = new Color(stripes.getRGB(x, 50));
            Color is = new Color(kept.getRGB(x, 50));
            assertThat(is.getRed()).isCloseTo(was.getRed(), within(12));
            assertThat(is.getGreen()).isCloseTo(was.getGreen(), within(12));
            assertThat(is.getBlue()).isCloseTo(was.getBlue(), within(12));
        }
    }

    @Test
    void an_upright_photo_keeps_its_picture_bit_for_bit_and_nothing_beside_it() {
        byte[] file = Pictures.withComment(Pictures.withExif(PRINT, 1, "Canon-77"), "<script>alert(1)</script>");

        byte[] kept = look("jpg", file).pages().getFirst();

        assertThat(new String(kept, ISO_8859_1)).doesNotContain("script", "Canon", "Exif");
        assertThat(Pictures.pixels(Pictures.decoded(kept))).isEqualTo(Pictures.pixels(Pictures.decoded(file)));
    }

    @Test
    void what_hides_among_the_tables_of_a_photo_is_not_kept() {
        byte[] file = Pictures.withTables(PRINT, 40, "alert(document.cookie)");

        byte[] kept = look("jpg", file).pages().getFirst();

        assertThat(new String(file, ISO_8859_1)).contains("alert(document.cookie)");
        assertThat(new String(kept, ISO_8859_1)).doesNotContain("alert");
        assertThat(Pictures.decoded(kept).getWidth()).isEqualTo(800);
    }

    @Test
    void a_photo_in_several_scans_is_painted_anew() throws IOException {
        byte[] file = Pictures.progressive(Pictures.print(800, 1000));

        byte[] kept = look("jpg", file).pages().getFirst();

        assertThat(kept).isNotEqualTo(file);
        assertThat(Pictures.decoded(kept).getHeight()).isEqualTo(1000);
    }

    @Test
    void a_large_photo_is_kept_no_larger_than_eyes_need() {
        byte[] file = Pictures.jpeg(Pictures.print(4500, 6100));

        BufferedImage kept = Pictures.decoded(look("jpeg", file).pages().getFirst());

        assertThat(kept.getHeight()).isBetween(2990, 3000);
        assertThat(kept.getWidth()).isBetween(2200, 2222);
    }

    @Test
    void what_shines_through_a_png_is_white() {
        BufferedImage clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);

        BufferedImage kept = Pictures.decoded(
                look("png", Pictures.encoded(clear, "png")).pages().getFirst());

        assertThat(new Color(kept.getRGB(25, 25)).getRed()).isGreaterThan(250);
    }

    @Test
    void whether_a_photo_can_be_read_is_told() {
        BufferedImage sharp = Pictures.print(1500, 2000);
        BufferedImage shaken = Pictures.blurred(sharp, 20);

        assertThat(Sharpness.of(sharp)).isGreaterThan(3 * Sharpness.READABLE);
        assertThat(Sharpness.of(shaken)).isLessThan(Sharpness.READABLE / 2);
        assertThat(look("jpg", Pictures.jpeg(sharp)).blurred()).isFalse();
        assertThat(look("jpg", Pictures.jpeg(shaken)).blurred()).isTrue();
    }

    @Test
    void a_head_that_claims_205_megapixels_is_refused_before_a_pixel_is_read() {
        refuses("jpg", Pictures.claiming(PRINT, 18_375, 11_175), Reason.TOO_MANY_PIXELS);
        refuses("png", Pictures.pngClaiming(50_000, 50_000), Reason.TOO_MANY_PIXELS);
        refuses("png", Pictures.pngClaiming(12_001, 10), Reason.TOO_MANY_PIXELS);
    }

    @Test
    void a_head_that_claims_a_little_too_much_is_a_broken_photo() {
        refuses("jpg", Pictures.claiming(PRINT, 1_600, 4_000), Reason.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9, 0.99})
    void a_photo_that_breaks_off_is_refused(double share) {
        refuses("jpg", Arrays.copyOf(PRINT, (int) (PRINT.length * share)), Reason.BROKEN);
    }

    @Test
    void a_png_that_breaks_off_is_refused() {
        byte[] png = Pictures.encoded(Pictures.print(300, 300), "png");
        refuses("png", Arrays.copyOf(png, png.length / 2), Reason.BROKEN);
        refuses("png", Arrays.copyOf(png, 20), Reason.BROKEN);
    }

    @Test
    void a_file_is_what_its_first_bytes_say_or_it_is_refused() {
        refuses("png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8), Reason.TYPE);
        refuses("jpg", "GIF89a/*\0\0*/=1;alert(document.cookie)//".getBytes(UTF_8), Reason.TYPE);
        refuses("gif", Pictures.encoded(Pictures.print(50, 50), "gif"), Reason.TYPE);
        refuses("png", PRINT, Reason.TYPE);
        refuses("pdf", PRINT, Reason.TYPE);
        refuses("jpg", "%PDF-1.7".getBytes(UTF_8), Reason.TYPE);
        refuses("exe", new byte[] {'M', 'Z', 0, 0}, Reason.TYPE);
        refuses("jpg", new byte[0], Reason.EMPTY);
    }

    @Test
    void photos_in_heic_are_refused_by_their_name() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1);
        refuses("heic", heic, Reason.HEIC);
        refuses("jpg", heic, Reason.HEIC);
    }

    @Test
    void of_a_photo_with_a_script_behind_it_the_photo_is_kept() {
        byte[] script = "<script>alert(1)</script>".getBytes(UTF_8);
        byte[] both = Arrays.copyOf(PRINT, PRINT.length + script.length);
        System.arraycopy(script, 0, both, PRINT.length, script.length);

        assertThat(new String(look("jpg", both).pages().getFirst(), ISO_8859_1)).doesNotContain("<script");
    }

    @Test
    void the_four_colours_of_a_press_become_the_three_of_a_screen() throws IOException {
        BufferedImage kept = Pictures.decoded(look("jpg", fourColours()).pages().getFirst());

        assertThat(kept.getColorModel().getNumComponents()).isEqualTo(3);
        assertThat(kept.getWidth()).isEqualTo(64);
    }

    /** The writer of the JDK writes four bands where it is handed a raster; programs for printers mark them so. */
    private static byte[] fourColours() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var raster =
                    java.awt.image.Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, 64, 64, 4, null);
            writer.write(null, new javax.imageio.IIOImage(raster, null, null), null);
        }
        byte[] written = bytes.toByteArray();
        byte[] adobe = "\u00ff\u00ee\0\u000eAdobe\0d\0\0\0\0\0".getBytes(ISO_8859_1);
        byte[] marked = new byte[written.length + adobe.length];
        System.arraycopy(written, 0, marked, 0, 2);
        System.arraycopy(adobe, 0, marked, 2, adobe.length);
        System.arraycopy(written, 2, marked, 2 + adobe.length, written.length - 2);
        return marked;
    }

    @Test
    void more_than_ten_megabytes_are_no_photo() {
        refuses("jpg", Arrays.copyOf(PRINT, (10 << 20) + 1), Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.jpg, jpg",
        "C:\\x\\CON.JPG, jpg",
        "photo\u202Egpj.exe, exe",
        "a.pdf.exe, exe",
        "-rf.png, png",
        "病历😀.jpeg, jpeg",
        "no ending, ''",
        ".jpg, jpg",
        "a.jpg., ''",
        "a.jpg%00.png, png",
        "a.veryverylong, ''"
    })
    void of_a_name_nothing_matters_but_its_ending(String name, String ending) {
        assertThat(Looks.ending(name)).isEqualTo(ending);
    }

    @Test
    void a_name_of_any_length_and_with_any_sign_has_an_ending_or_none() {
        assertThat(Looks.ending("a".repeat(100_000) + ".jpg")).isEqualTo("jpg");
        assertThat(Looks.ending("a.jpg\0.png")).isEqualTo("png");
        assertThat(Looks.ending("a.jpg\0")).isEmpty();
        assertThat(Looks.ending("")).isEmpty();
    }

    @Test
    void any_bytes_make_a_photo_or_a_refusal_and_nothing_else() {
        java.util.Random chance = new java.util.Random(7);
        byte[] small = Pictures.jpeg(Pictures.print(64, 64));
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bent = small.clone();
            for (int changes = 1 + chance.nextInt(20); changes > 0; changes--) {
                bent[chance.nextInt(bent.length)] = (byte) chance.nextInt();
            }
            Optional<Reason> reason = Optional.empty();
            try {
                look("jpg", bent);
            } catch (DocumentRefused e) {
                reason = Optional.of(e.reason());
            }
            refused += reason.isPresent() ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }
}
