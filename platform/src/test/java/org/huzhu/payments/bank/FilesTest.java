package org.huzhu.payments.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Money;
import org.huzhu.payments.bank.AnswerLine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Files go out the same each time, and what a bank answers comes back as it was meant. */
class FilesTest {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String REFERENCE = "0123456789abcdef0123456789abcdef1";
    private static final FileHead HEAD = new FileHead(
            "HZ2026030200000001-1",
            LocalDateTime.of(2026, 3, 2, 9, 0),
            DAY,
            "某市职工互助会",
            "0109000012345",
            2,
            Money.parseYuan("1234.56"));

    @TempDir
    private Path folder = Path.of("");

    private final FileForms forms = new FileForms();

    private static void orders(Instructions.Sink sink) throws IOException {
        String card = CardNumber.withCheckDigit("622202120000001").digits();
        sink.take(new Instruction(1, REFERENCE, "张建国", card, Money.parseYuan("1000.00")));
        sink.take(new Instruction(2, REFERENCE + "2", "阿卜杜·买买提", card, Money.parseYuan("234.56")));
    }

    private byte[] written(String form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form(form).write(out, HEAD, FilesTest::orders);
        return out.toByteArray();
    }

    private FileForm form(String name) {
        return forms.find(name).orElseThrow();
    }

    private Path file(FileForm form, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("f." + form.ending()), bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso20022", "bob-csv", "fixed", "workbook"})
    void a_file_has_the_same_bytes_each_time_and_a_bank_reads_its_orders(String name) throws IOException {
        byte[] first = written(name);
        List<Instruction> read = new ArrayList<>();

        String number = form(name).sent(file(form(name), first), read::add);

        assertThat(written(name)).isEqualTo(first);
        assertThat(number).isEqualTo(HEAD.number());
        assertThat(read).extracting(Instruction::reference).containsExactly(REFERENCE, REFERENCE + "2");
        assertThat(read).extracting(Instruction::sum).containsExactly(Money.ofYuan(1000), Money.ofFen(23456));
        assertThat(read).extracting(Instruction::name).last().isEqualTo("阿卜杜·买买提");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso20022", "bob-csv", "fixed", "workbook"})
    void what_a_bank_answers_comes_back_as_it_was_meant(String name) throws IOException {
        FileForm form = form(name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BankSimulator(form, 7, 0.5).answer(file(form, written(name)), DAY.plusDays(1), out);
        List<AnswerLine> lines = new ArrayList<>();

        AnswerHead head = form.read(file(form, out.toByteArray()), lines::add);

        assertThat(head.file()).contains(HEAD.number());
        assertThat(lines).hasSize(2).extracting(AnswerLine::day).containsOnly(DAY.plusDays(1));
        assertThat(lines).extracting(AnswerLine::reference).containsExactly(REFERENCE, REFERENCE + "2");
        assertThat(lines)
                .allMatch(line ->
                        (line.outcome() == Outcome.RETURNED) == line.reason().isPresent());
        assertThat(lines).extracting(AnswerLine::sum).first().isEqualTo(Optional.of(Money.ofYuan(1000)));
    }

    @Test
    void the_file_of_a_bank_stands_to_the_letter() throws IOException {
        assertThat(new String(written("bob-csv"), CHINESE)).isEqualTo("""
                H,HZ2026030200000001-1,20260302,2,1234.56,0109000012345
                序号,客户流水号,收款账号,收款户名,金额,用途
                1,0123456789abcdef0123456789abcdef1,6222021200000011,张建国,1000.00,互助金
                2,0123456789abcdef0123456789abcdef12,6222021200000011,阿卜杜·买买提,234.56,互助金
                合计,2,1234.56
                """.replace("\n", "\r\n"));
        assertThat(new String(written("fixed"), CHINESE).lines())
                .first()
                .isEqualTo("HHZ2026030200000001-1            2026030200000002" + "0000000000123456"
                        + "0109000012345                     ");
    }

    @Test
    void a_total_that_is_not_that_of_the_lines_is_told() throws IOException {
        FileForm form = form("bob-csv");
        String text = """
                R,N-1,20260302
                序号,客户流水号,收款户名,金额,结果代码,结果说明,银行流水号,入账日期
                1,%s,张建国,1000.00,0000,,B1,20260302
                合计,1,999.00
                """.formatted(REFERENCE);

        assertThatThrownBy(() -> form.read(file(form, text.getBytes(CHINESE)), _ -> {}))
                .isInstanceOf(WrongTotal.class);
        assertThatThrownBy(() ->
                        form.read(file(form, text.replaceAll("合计.*\n", "").getBytes(CHINESE)), _ -> {}))
                .as("cut off")
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void what_goes_out_in_xml_fits_its_schema() throws IOException, SAXException {
        valid("pain.001.xsd", new String(written("iso20022"), UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileForm form = form("iso20022");
        new BankSimulator(form, 1, 0.5).answer(file(form, written("iso20022")), DAY, out);
        valid("pain.002.xsd", out.toString(UTF_8));
    }

    private static void valid(String schema, String text) throws IOException, SAXException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(FilesTest.class.getResource(schema)))
                .newValidator()
                .validate(new StreamSource(new StringReader(text)));
    }
}
