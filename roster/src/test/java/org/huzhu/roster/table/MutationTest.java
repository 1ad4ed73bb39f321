package org.huzhu.roster.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.roster.table.Handmade.number;
import static org.huzhu.roster.table.Handmade.row;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huzhu.roster.Roster;
import org.huzhu.roster.RosterOrder;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes of a file are: it is read, or refused in the one way. */
class MutationTest {

    private static final Limits LIMITS = new Limits(1 << 20, 8 << 20, 100, 1_000, 50, 1_000);
    private static final List<String> SPLINTERS = List.of(
            "<",
            ">",
            "\"",
            "&",
            "<!DOCTYPE a>",
            "<!--",
            "]]>",
            "<![CDATA[",
            "\u0000",
            "&#0;",
            "&a;",
            "-1",
            "1e999",
            "NaN",
            "999999999999999999999",
            "<row",
            "</c>",
            "t=\"s\"",
            "r=\"ZZZ9\"",
            "\"\"\"",
            "\uFEFF",
            "\uD800",
            "='");

    private static final Handmade BOOK = new Handmade()
            .part("xl/sharedStrings.xml", "<sst><si><t>张三</t></si><si><r><t>李</t></r></si></sst>")
            .sheet(row(1, "姓名", "证件号码", "出生日期")
                    + row(2, "<c r=\"@\" t=\"s\"><v>0</v></c>", "11010119900307002X", number("32939", 1))
                    + row(3, "<c r=\"@\" t=\"s\"><v>1</v></c>", number("1.1010119900307E+17", 0), number("32939", 2)))
            .sheet("二", "hidden", row(1, "a"));

    private static final String TEXT = "姓名,证件号码,备注\r\n张三,11010119900307002X,\"a,b\"\r\n李四,,x\r\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static byte[] mutated(Cases cases, byte[] whole) {
        byte[] bytes = whole.clone();
        for (long i = cases.wholeBetween(1, 8); i > 0; i--) {
            int at = (int) cases.wholeBetween(0, bytes.length - 1);
            switch ((int) cases.wholeBetween(0, 4)) {
                case 0 -> bytes[at] ^= (byte) (1 << cases.wholeBetween(0, 7));
                case 1 -> bytes[at] = (byte) cases.wholeBetween(0, 255);
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(at, 1));
                case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) 0xFF);
                default -> {
                    byte[] doubled = Arrays.copyOf(bytes, bytes.length + at);
                    System.arraycopy(bytes, 0, doubled, bytes.length, at);
                    bytes = doubled.length > 100_000 ? bytes : doubled;
                }
            }
        }
        return bytes;
    }

    private static String splintered(Cases cases, String whole) {
        String text = whole;
        for (long i = cases.wholeBetween(1, 4); i > 0; i--) {
            int from = (int) cases.wholeBetween(0, text.length());
            int to = (int) cases.wholeBetween(from, Math.min(text.length(), from + 10));
            text = text.substring(0, from) + cases.oneOf(SPLINTERS) + text.substring(to);
        }
        return text;
    }

    private boolean isRead(byte[] bytes) {
        Path file = Handmade.file(folder, bytes);
        try (Roster roster = Roster.open(file, RosterOrder.usual().within(LIMITS))) {
            while (roster.next().isPresent()) {
                assertThat(roster.header()).isNotNull();
            }
            return true;
        } catch (RosterRefused refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        }
    }

    @Test
    void a_workbook_whose_bytes_were_changed_is_read_or_refused() {
        byte[] whole = BOOK.bytes();
        assertThat(isRead(whole)).isTrue();
        Cases.check(2_000, cases -> isRead(mutated(cases, whole)));
    }

    @Test
    void a_workbook_whose_parts_were_changed_is_read_or_refused() {
        List<Boolean> read = new ArrayList<>();
        Cases.check(2_000, cases -> {
            Map<String, String> parts = new LinkedHashMap<>(BOOK.parts());
            String name = cases.oneOf(List.copyOf(parts.keySet()));
            parts.put(name, splintered(cases, BOOK.parts().getOrDefault(name, "")));
            read.add(isRead(Handmade.zipped(parts)));
        });
        if (System.getProperty("cases.again") == null) {
            assertThat(read).as("some must be read, some refused").contains(true, false);
        }
    }

    @Test
    void a_text_that_was_changed_is_read_or_refused() {
        for (Charset charset : List.of(UTF_8, Charset.forName("GB18030"), Charset.forName("UTF-16"))) {
            Cases.check(
                    1_000,
                    cases -> isRead(mutated(cases, splintered(cases, TEXT).getBytes(charset))));
        }
    }

    @Test
    void bytes_of_chance_are_read_or_refused() {
        Cases.check(2_000, cases -> {
            byte[] bytes = new byte[(int) cases.wholeBetween(1, 200)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) cases.wholeBetween(0, 255);
            }
            byte[] head = cases.oneOf(List.of("PK\u0003\u0004", "姓名,证件号码\n", "", "\uFEFF"))
                    .getBytes(UTF_8);
            byte[] file = Arrays.copyOf(head, head.length + bytes.length);
            System.arraycopy(bytes, 0, file, head.length, bytes.length);
            isRead(file);
        });
    }
}
