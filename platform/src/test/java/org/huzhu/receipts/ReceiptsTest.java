package org.huzhu.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.huzhu.kernel.Money;
import org.huzhu.receipts.MedicalReceipt.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What medical receipts say, in each form in which they come. */
class ReceiptsTest {

    private final ReceiptReader reader = ReceiptReader.ofAll();

    @Test
    void the_same_facts_are_read_from_xml_ofd_and_print() {
        for (MedicalReceipt receipt : new MedicalReceipt[] {Written.STAY, Written.VISIT}) {
            assertThat(reader.read(Written.xml(receipt))).contains(receipt);
            assertThat(reader.ofText(Written.print(receipt))).contains(receipt);
            assertThat(reader.read(Written.ofd(receipt, true))).contains(receipt);
            assertThat(reader.read(Written.ofd(receipt, false))).contains(receipt);
        }
    }

    @Test
    void the_same_facts_are_read_from_pdf() {
        assertThat(reader.read(Written.pdf(Written.VISIT))).contains(Written.VISIT);
    }

    @Test
    void a_receipt_written_as_lines_is_read_as_the_same() {
        assertThat(reader.ofText(Written.STAY.text())).contains(Written.STAY);
        MedicalReceipt bare = new MedicalReceipt(
                "11060126",
                "0000000001",
                Optional.empty(),
                Care.INPATIENT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(Part.CASH, Money.ofFen(-7)),
                true);
        assertThat(reader.ofText(bare.text())).contains(bare);
    }

    @Test
    void the_square_code_of_a_photo_is_read() throws IOException {
        byte[] photo = code("01,31,11060126,0087654321,a1b2c3,20260210,345.60,");

        MedicalReceipt receipt = reader.read(photo).orElseThrow();

        assertThat(receipt.key()).isEqualTo("11060126/0087654321");
        assertThat(receipt.checkCode()).contains("a1b2c3");
        assertThat(receipt.issuedOn()).contains(LocalDate.of(2026, 2, 10));
        assertThat(receipt.amount(Part.TOTAL)).contains(Money.parseYuan("345.60"));
        assertThat(receipt.care()).isEqualTo(Care.OUTPATIENT);
        assertThat(receipt.wrong()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 160, 240, 500, 1_200})
    void a_square_code_is_read_however_large_it_is_on_a_photo(int side) throws IOException {
        BufferedImage paper = ImageIO.read(new ByteArrayInputStream(code("01,31,11060126,0087654321,a1b2c3,,,")));
        BufferedImage photo = new BufferedImage(2_000, 1_500, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 0, 2_000, 1_500);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(0.07, 1_000, 750);
        pen.drawImage(paper.getSubimage(400, 100, 300, 300), 500, 150, side, side, null);
        pen.dispose();

        assertThat(reader.ofPicture(photo)).map(MedicalReceipt::key).contains("11060126/0087654321");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/?a=01,2", "01,1,2", "02,31,11060126,0087654321,a,20260210,1", "01,,,,,,"})
    void other_square_codes_are_no_receipts(String words) throws IOException {
        assertThat(reader.read(code(words))).isEmpty();
    }

    private static byte[] code(String words) throws IOException {
        try {
            BitMatrix matrix = new QRCodeWriter().encode(words, BarcodeFormat.QR_CODE, 300, 300);
            BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < 800; x++) {
                for (int y = 0; y < 600; y++) {
                    boolean dark = x >= 400 && x < 700 && y >= 100 && y < 400 && matrix.get(x - 400, y - 100);
                    picture.setRGB(x, y, dark ? 0x202020 : 0xF0F0E0);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", out);
            return out.toByteArray();
        } catch (WriterException e) {
            throw new IOException(e);
        }
    }

    @Test
    void what_does_not_add_up_is_told_and_a_fen_is_let_pass() {
        assertThat(Written.STAY.wrong()).isEmpty();
        assertThat(Written.with(Written.STAY, Part.CASH, "2500.01").wrong()).isEmpty();
        assertThat(Written.with(Written.STAY, Part.TOTAL, "12345.69").wrong())
                .containsExactly(Wrong.TOTAL_IS_NOT_ITS_PARTS);
        assertThat(Written.with(Written.STAY, Part.OWN_COST, "0").wrong())
                .containsExactly(Wrong.OWN_SHARE_IS_NOT_ITS_PARTS);
        assertThat(Written.with(Written.STAY, Part.OTHER, "-1").wrong())
                .containsExactlyInAnyOrder(Wrong.TOTAL_IS_NOT_ITS_PARTS, Wrong.BELOW_ZERO);
    }

    @ParameterizedTest
    @CsvSource({"11060126, 008765432, NUMBER", "1106012, 0087654321, CODE", "11050126, 0087654321, CODE"})
    void a_key_that_cannot_be_is_told(String code, String number, Wrong wrong) {
        String text = "票据代码：" + code + "\n票据号码：" + number + "\n";
        assertThat(reader.ofText(text).orElseThrow().wrong()).containsExactly(wrong);
    }

    @Test
    void days_out_of_order_are_told() {
        String text = Written.STAY.text().replace("2026-02-09", "2026-01-31");
        assertThat(reader.ofText(text).orElseThrow().wrong()).containsExactly(Wrong.DAYS_OUT_OF_ORDER);
    }

    @Test
    void a_receipt_that_takes_another_back_is_known() {
        MedicalReceipt red = Written.with(Written.VISIT, Part.TOTAL, "-12345.67");
        assertThat(reader.read(Written.xml(red)).orElseThrow().cancelled()).isTrue();
        assertThat(reader.ofText(Written.VISIT.text() + "\n备注：红冲").orElseThrow().cancelled())
                .isTrue();
    }

    @Test
    void what_is_no_receipt_is_empty() {
        assertThat(reader.read(new byte[0])).isEmpty();
        assertThat(reader.read("<a><b>1</b></a>".getBytes(UTF_8))).isEmpty();
        assertThat(reader.read("PK\u0003\u0004nothing".getBytes(UTF_8))).isEmpty();
        assertThat(reader.ofText("票据代码：\n票据号码：")).isEmpty();
        assertThat(reader.ofText("票据代码：11060126")).isEmpty();
    }

    @Test
    void xml_that_asks_for_more_or_grows_is_not_read() {
        String receipt = new String(Written.xml(Written.VISIT), UTF_8);
        String start = "<EInvoice ";
        String outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + start;
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + start;
        assertThat(reader.read(receipt.replace(start, outside).getBytes(UTF_8))).isEmpty();
        assertThat(reader.read(
                        receipt.replace(start, laughs).replace("a1b2c3", "&c;").getBytes(UTF_8)))
                .isEmpty();
        assertThat(reader.read(receipt.replace("a1b2c3", "&e;").getBytes(UTF_8)))
                .isEmpty();
        String deep = receipt.replace("<Details>", "<d>".repeat(60) + "</d>".repeat(60) + "<Details>");
        assertThat(reader.read(deep.getBytes(UTF_8))).isEmpty();
        String large = receipt.replace("<Details>", "<d>" + "x".repeat(1 << 20) + "</d><Details>");
        assertThat(reader.read(large.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void an_archive_that_unpacks_to_too_much_is_not_read() {
        Map<String, byte[]> parts = new java.util.LinkedHashMap<>();
        parts.put("OFD.xml", "<OFD/>".getBytes(UTF_8));
        for (int i = 0; i < 80; i++) {
            parts.put("Doc_0/" + i + ".xml", new byte[1 << 20]);
        }
        parts.put("Doc_0/receipt.xml", Written.xml(Written.VISIT));
        assertThat(reader.read(Written.zip(parts))).isEmpty();
    }
}
