package org.huzhu.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huzhu.kernel.Money;

/** Receipts of nobody, as hospitals write them. */
public final class Written {

    public static final MedicalReceipt STAY = receipt("11060226", "0012345678", Care.INPATIENT);
    public static final MedicalReceipt VISIT = receipt("11060126", "0087654321", Care.OUTPATIENT);

    private Written() {}

    private static MedicalReceipt receipt(String code, String number, Care care) {
        Map<Part, Money> amounts = new EnumMap<>(Part.class);
        amounts.put(Part.TOTAL, Money.parseYuan("12345.67"));
        amounts.put(Part.POOL, Money.parseYuan("9000.00"));
        amounts.put(Part.OTHER, Money.parseYuan("345.67"));
        amounts.put(Part.ACCOUNT, Money.parseYuan("500.00"));
        amounts.put(Part.CASH, Money.parseYuan("2500.00"));
        amounts.put(Part.SELF_PAID, Money.parseYuan("2100.50"));
        amounts.put(Part.OWN_COST, Money.parseYuan("899.50"));
        amounts.put(Part.SELF_PAY_ONE, Money.parseYuan("1800.50"));
        amounts.put(Part.SELF_PAY_TWO, Money.parseYuan("300.00"));
        boolean stays = care == Care.INPATIENT;
        return new MedicalReceipt(
                code,
                number,
                Optional.of("a1b2c3"),
                care,
                Optional.of("北京市第九十九医院"),
                Optional.of(LocalDate.of(2026, 2, 10)),
                stays ? Optional.of(LocalDate.of(2026, 2, 1)) : Optional.empty(),
                stays ? Optional.of(LocalDate.of(2026, 2, 9)) : Optional.empty(),
                Optional.of(stays ? "阿依古丽·买买提" : "张小红"),
                amounts,
                false);
    }

    public static MedicalReceipt with(MedicalReceipt receipt, Part part, String yuan) {
        Map<Part, Money> amounts = new EnumMap<>(receipt.amounts());
        amounts.put(part, Money.parseYuan(yuan));
        return new MedicalReceipt(
                receipt.code(),
                receipt.number(),
                receipt.checkCode(),
                receipt.care(),
                receipt.institution(),
                receipt.issuedOn(),
                receipt.admittedOn(),
                receipt.dischargedOn(),
                receipt.payerName(),
                amounts,
                amounts.getOrDefault(Part.TOTAL, Money.ZERO).fen() < 0);
    }

    static String yuan(Money money) {
        return java.math.BigDecimal.valueOf(money.fen(), 2).toPlainString();
    }

    /** As data: the main part by the names of elements, the rest as pairs of a word and a value. */
    public static byte[] xml(MedicalReceipt receipt) {
        StringBuilder more = new StringBuilder();
        others(receipt)
                .forEach((name, value) -> more.append(
                        "<Item><ItemName>%s</ItemName><ItemValue>%s</ItemValue></Item>\n".formatted(name, value)));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <EInvoice xmlns="http://www.mof.gov.cn/einvoice"><Header><EInvoiceTag>CZ-EI</EInvoiceTag></Header>
                <EInvoiceData><Main>
                <EInvoiceName>医疗%s收费票据（电子）</EInvoiceName>
                <EInvoiceCode>%s</EInvoiceCode><EInvoiceNumber>%s</EInvoiceNumber><RandomNumber>%s</RandomNumber>
                <IssueDate>%s</IssueDate><TotalAmount>%s</TotalAmount>
                <InvoicingParty><InvoicingPartyName>%s</InvoicingPartyName></InvoicingParty>
                <PayerParty><PayerPartyName>%s</PayerPartyName></PayerParty>
                <MainExt>%s</MainExt></Main>
                <Details><Item><ItemName>西药费</ItemName><ItemAmount>99.00</ItemAmount></Item></Details>
                </EInvoiceData></EInvoice>
                """.formatted(
                        receipt.care().word(),
                        receipt.code(),
                        receipt.number(),
                        receipt.checkCode().orElse(""),
                        receipt.issuedOn()
                                .map(day -> day.format(DateTimeFormatter.BASIC_ISO_DATE))
                                .orElse(""),
                        receipt.amount(Part.TOTAL).map(Written::yuan).orElse(""),
                        receipt.institution().orElse(""),
                        receipt.payerName().orElse(""),
                        more)
                .getBytes(UTF_8);
    }

    private static Map<String, String> others(MedicalReceipt receipt) {
        Map<String, String> others = new LinkedHashMap<>();
        others.put("业务流水号", "20260210000123");
        others.put("性别", "女");
        receipt.admittedOn()
                .ifPresent(day ->
                        others.put("住院时间", day + "至" + receipt.dischargedOn().orElseThrow()));
        Map<Part, String> words = Map.of(
                Part.POOL, "医保统筹基金支付",
                Part.OTHER, "其他支付",
                Part.ACCOUNT, "个人账户支付",
                Part.CASH, "个人现金支付",
                Part.SELF_PAID, "个人自付",
                Part.OWN_COST, "个人自费",
                Part.SELF_PAY_ONE, "自付一",
                Part.SELF_PAY_TWO, "自付二");
        receipt.amounts().forEach((part, money) -> {
            if (words.containsKey(part)) {
                others.put(words.get(part), yuan(money));
            }
        });
        return others;
    }

    /** As it is printed: several words on a line. */
    public static String print(MedicalReceipt receipt) {
        StringBuilder lines =
                new StringBuilder("北京市医疗%s收费票据（电子）\n".formatted(receipt.care().word()));
        lines.append("票据代码：%s  票据号码：%s\n".formatted(receipt.code(), receipt.number()));
        lines.append("票据种类： %s 校验码: %s\n"
                .formatted(receipt.care().word(), receipt.checkCode().orElse("")));
        lines.append("交款人：%s 统一社会信用代码： 开票日期：%s\n"
                .formatted(
                        receipt.payerName().orElse(""),
                        receipt.issuedOn().map(LocalDate::toString).orElse("")));
        lines.append("金额合计（大写）壹万 金额合计（小写）：¥%s\n"
                .formatted(receipt.amount(Part.TOTAL).map(Written::yuan).orElse("")));
        int at = 0;
        for (Map.Entry<String, String> each : others(receipt).entrySet()) {
            lines.append(each.getKey()).append('：').append(each.getValue()).append(at++ % 3 == 2 ? "\n" : "   ");
        }
        lines.append("\n收款单位（章）：%s 复核人：王五\n".formatted(receipt.institution().orElse("")));
        return lines.toString();
    }

    /** As OFD: a page with the words, and the data beside it where that is wished. */
    public static byte[] ofd(MedicalReceipt receipt, boolean withXml) {
        StringBuilder words = new StringBuilder();
        int y = 10;
        for (String line : print(receipt).lines().toList()) {
            words.append("""
                    <ofd:TextObject ID="%d" Boundary="10 %d 190 6" Font="1" Size="4">
                    <ofd:TextCode X="0" Y="5">%s</ofd:TextCode></ofd:TextObject>
                    """.formatted(y, y, line));
            y += 7;
        }
        String page = """
                <?xml version="1.0" encoding="UTF-8"?>
                <ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer ID="2">%s
                <ofd:PathObject ID="9" Boundary="10 90 100 1" LineWidth="0.5">
                <ofd:AbbreviatedData>M 0 0 L 100 0</ofd:AbbreviatedData></ofd:PathObject>
                </ofd:Layer></ofd:Content></ofd:Page>
                """.formatted(words);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("OFD.xml", """
                <ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody>
                <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>
                """.getBytes(UTF_8));
        parts.put("Doc_0/Document.xml", """
                <ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea>
                <ofd:PhysicalBox>0 0 210 140</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>
                <ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>
                """.getBytes(UTF_8));
        parts.put("Doc_0/Pages/Page_0/Content.xml", page.getBytes(UTF_8));
        if (withXml) {
            parts.put("Doc_0/Attachs/original_invoice.xml", xml(receipt));
        }
        return zip(parts);
    }

    /** As PDF, with the words in a font of China that every reader has. */
    public static byte[] pdf(MedicalReceipt receipt) {
        StringBuilder lines = new StringBuilder("BT /F1 10 Tf 14 TL 40 800 Td\n");
        print(receipt)
                .lines()
                .forEach(line -> lines.append('<')
                        .append(java.util.HexFormat.of()
                                .formatHex(line.getBytes(java.nio.charset.StandardCharsets.UTF_16BE)))
                        .append("> Tj T*\n"));
        lines.append("ET\n");
        return """
                %%PDF-1.7
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R
                /Resources<</Font<</F1 5 0 R>>>>>> endobj
                4 0 obj <</Length %d>> stream
                %sendstream endobj
                5 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H
                /DescendantFonts[6 0 R]>> endobj
                6 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000
                /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R>> endobj
                7 0 obj <</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0
                /Ascent 800/Descent -200/CapHeight 700/StemV 80>> endobj
                trailer <</Root 1 0 R/Size 8>>
                startxref
                9
                %%%%EOF
                """.formatted(lines.length(), lines).getBytes(UTF_8);
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
