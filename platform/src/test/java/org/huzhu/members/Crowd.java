package org.huzhu.members;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntFunction;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Phone;

/**
 * Made-up members by the million, written past the register: each follows from his number alone. Twenty agencies, units
 * of two hundred; 7 in 100 are called 王, given names are of one sign or two out of three hundred.
 */
final class Crowd {

    private static final int AGENCIES = 20;
    private static final int OF_UNIT = 200;
    private static final String SURNAMES = "王王王王王王王王王王李李李李李李李李张张张张张张张刘刘刘刘刘陈陈陈陈陈杨杨杨赵赵黄黄周周吴吴徐徐孙孙胡胡朱朱高高林林何何郭郭马马罗罗梁宋郑谢"
            + "韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    private static final int GIVEN_FIRST = 0x6021;
    private static final int GIVEN_COUNT = 300;
    private static final HexFormat HEX = HexFormat.of();

    private final Secrets secrets;
    private final int size;

    Crowd(Secrets secrets, int size) {
        this.secrets = secrets;
        this.size = size;
    }

    static String agency(int unit) {
        return "bj.a" + unit % AGENCIES;
    }

    static String unitPath(int unit) {
        return agency(unit) + ".u" + unit;
    }

    static UUID unit(int member) {
        return new UUID(9, member / OF_UNIT);
    }

    static UUID member(int number) {
        return new UUID(10, number);
    }

    private static SplittableRandom chance(int number) {
        return new SplittableRandom(number * 31L + 7);
    }

    String name(int number) {
        SplittableRandom chance = chance(number);
        StringBuilder name = new StringBuilder();
        name.append(SURNAMES.charAt(chance.nextInt(SURNAMES.length())));
        int signs = chance.nextInt(4) == 0 ? 1 : 2;
        for (int i = 0; i < signs; i++) {
            // The lower of two: some signs are far more common than others, as in real names.
            int sign = Math.min(chance.nextInt(GIVEN_COUNT), chance.nextInt(GIVEN_COUNT));
            name.appendCodePoint(GIVEN_FIRST + sign);
        }
        return name.toString();
    }

    static String lastTwo(String name) {
        return name.substring(name.length() - 2);
    }

    private static LocalDate birth(int number) {
        return LocalDate.of(1960, 1, 1).plusDays(number % 15_000);
    }

    Paper paper(int number) {
        LocalDate birth = birth(number);
        long day = birth.getYear() * 10_000L + birth.getMonthValue() * 100L + birth.getDayOfMonth();
        return new Paper.Resident(new IdNumber((110_101L * 100_000_000 + day) * 1000 + number / 15_000));
    }

    CardNumber card(int number) {
        return CardNumber.withCheckDigit("622202%012d".formatted(number));
    }

    Phone phone(int number) {
        return new Phone("13%09d".formatted(number));
    }

    /** Fills all tables, triggers and foreign keys left out, and lets PostgreSQL look at what there is. */
    void fill(Connection admin) throws SQLException, IOException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("set session_replication_role = replica");
            copy(
                    admin,
                    "member (id, unit, path, name, birth_on, sex, paper_kind, paper_sealed, paper_index,"
                            + " phone_sealed, phone_index, admitted_on)",
                    this::memberRow);
            copy(admin, "card (id, member, path, kind, sealed, index, given_at)", this::cardRow);
            statement.execute("""
                    insert into members.name_pair (pair, member, path)
                    select distinct substr(name, at, 2), id, path
                    from members.member, generate_series(1, char_length(name) - 1) at
                    """);
            statement.execute("update members.member set employed_from = '2015-01-01'");
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze");
        }
    }

    /** Through a file that the server reads, since it is ours and beside us. */
    private void copy(Connection admin, String table, IntFunction<String> row) throws SQLException, IOException {
        Path file = Files.createTempFile("huzhu-crowd", ".tsv");
        try (Statement statement = admin.createStatement()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            try (BufferedWriter rows = Files.newBufferedWriter(file)) {
                for (int number = 0; number < size; number++) {
                    rows.write(row.apply(number));
                }
            }
            statement.execute("copy members.%s from '%s'".formatted(table, file));
        } finally {
            Files.delete(file);
        }
    }

    private String member(int number, Paper paper, UUID id) {
        String digits = phone(number).digits();
        return String.join(
                        "\t",
                        id.toString(),
                        unit(number).toString(),
                        unitPath(number / OF_UNIT),
                        name(number),
                        birth(number).toString(),
                        paper.sex().orElseThrow().name(),
                        paper.kind().name(),
                        hex(secrets.seal(Field.ID_NUMBER, id, paper.number())),
                        hex(secrets.index(Field.ID_NUMBER, paper.indexed())),
                        hex(secrets.seal(Field.PHONE, id, digits)),
                        hex(secrets.index(Field.PHONE, digits)),
                        "2015-01-01")
                + "\n";
    }

    private String memberRow(int number) {
        return member(number, paper(number), member(number));
    }

    private String cardRow(int number) {
        UUID id = new UUID(11, number);
        String digits = card(number).digits();
        return String.join(
                        "\t",
                        id.toString(),
                        member(number).toString(),
                        unitPath(number / OF_UNIT),
                        "UNION",
                        hex(secrets.seal(Field.CARD, id, digits)),
                        hex(secrets.index(Field.CARD, digits)),
                        "2015-01-01")
                + "\n";
    }

    private static String hex(byte[] bytes) {
        return "\\\\x" + HEX.formatHex(bytes);
    }
}
