package org.huzhu.portal.proofs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.portal.proofs.Addresses.Row;
import org.huzhu.portal.proofs.Things.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Numbers of papers, cards and phones are written down nowhere but sealed. */
@WalledTest
@TestInstance(Lifecycle.PER_CLASS)
class WrittenDownTest {

    private static final Pattern STACK = Pattern.compile("\\tat |Exception|org\\.(huzhu|springframework)\\.");
    private static final Pattern ADDRESS = Pattern.compile("(?:href|action|src|hx-[a-z]+)=\"([^\"]*)\"");
    private static final String WHERE = """
            select current_setting('data_directory'), oid from pg_database where datname = current_database()
            """;

    private static final int BATCH = 1_000;
    private static final int OBJECTS_OF_A_KIND = 1;

    private final Server server;
    private final Canaries canaries;
    private final Travellers travellers;
    private final Set<String> numbers = new TreeSet<>();
    private final PlainNumbers plain;

    WrittenDownTest(
            @Autowired Server server,
            @Autowired Canaries canaries,
            @Autowired Travellers travellers,
            @Autowired List<SealedColumn> columns,
            @Autowired Secrets secrets,
            @Autowired TransactionOperations transactions) {
        this.server = server;
        this.canaries = canaries;
        this.travellers = travellers;
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(_ -> columns.forEach(each -> open(each, secrets))));
        plain = new PlainNumbers(numbers);
    }

    private void open(SealedColumn column, Secrets secrets) {
        UUID after = new UUID(0, 0);
        for (var rows = column.after(after, BATCH); !rows.isEmpty(); rows = column.after(after, BATCH)) {
            rows.forEach((row, bytes) -> numbers.add(secrets.open(column.field(), row, bytes)));
            after = rows.lastEntry().getKey();
        }
    }

    @Test
    void a_number_is_found_however_it_is_written() {
        String number = numbers.stream()
                .filter(each -> each.matches("\\d{17}[\\dX]"))
                .findFirst()
                .orElseThrow();

        for (String before : List.of("", "a", "bc")) {
            String text = before + number + "!";
            assertThat(plain.in(text.getBytes(UTF_8))).isNotEmpty();
            assertThat(plain.in(text.getBytes(UTF_16LE))).isNotEmpty();
            assertThat(plain.in(HexFormat.of().formatHex(text.getBytes(UTF_8)).getBytes(UTF_8)))
                    .isNotEmpty();
            assertThat(plain.in(Base64.getEncoder().encode(text.getBytes(UTF_8))))
                    .isNotEmpty();
        }
        assertThat(plain.in("990909199909099999".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void no_file_of_the_database_holds_one() throws Exception {
        assertThat(numbers).hasSizeGreaterThan(10_000);
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Set<String> met = plain.in(read(file));
                    if (!met.isEmpty()) {
                        found.put(file.toString(), met);
                    }
                }
            }
        }

        assertThat(found).isEmpty();
    }

    /** PostgreSQL may take a file away while it is being looked for. */
    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (java.nio.file.NoSuchFileException e) {
            return new byte[0];
        }
    }

    private List<Path> folders() throws SQLException {
        try (Connection admin = server.connectAdmin();
                Statement statement = admin.createStatement()) {
            statement.execute("checkpoint");
            try (ResultSet row = statement.executeQuery(WHERE)) {
                row.next();
                Path data = Path.of(row.getString(1));
                return List.of(data.resolve("base").resolve(row.getString(2)), data.resolve("pg_wal"));
            }
        }
    }

    @Test
    void neither_pages_nor_refusals_nor_logs_nor_measures_tell_one() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Traveller who : travellers.oneOfEachRole()) {
            for (Row row : who.rows()) {
                for (Thing thing : travellers.things(who, row, OBJECTS_OF_A_KIND)) {
                    look(who + " " + row.named(), travellers.ask(who, row, thing), wrong);
                }
                // A number in a place where none belongs.
                look(who + " " + row.named(), travellers.ask(who, row, new Thing(someNumber(), "")), wrong);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(plain.in(travellers.get("/actuator/prometheus").body().getBytes(UTF_8)))
                .isEmpty();
        String log = Files.readString(Path.of(WalledTest.LOG), UTF_8);
        assertThat(log).contains("Started");
        assertThat(canaries.named(log)).as("names in the log").isEmpty();
        assertThat(plain.in(log.getBytes(UTF_8))).isEmpty();
    }

    private String someNumber() {
        return numbers.stream()
                .filter(each -> each.matches("\\d{18,19}"))
                .findFirst()
                .orElseThrow();
    }

    private void look(String asked, HttpResponse<String> answer, List<String> wrong) {
        boolean isRefusal = answer.statusCode() >= 400;
        String text = answer.body();
        String addresses = String.join(
                "\n", ADDRESS.matcher(text).results().map(met -> met.group(1)).toList());
        String headers = answer.headers().map().toString();
        Set<String> told = plain.in((addresses + headers).getBytes(ISO_8859_1));
        if (!told.isEmpty()) {
            wrong.add(asked + ": a number in an address, " + told);
        }
        if (isRefusal
                && (STACK.matcher(text).find()
                        || !plain.in(text.getBytes(ISO_8859_1)).isEmpty())) {
            wrong.add(asked + ": a refusal tells more than it should: " + answer.statusCode());
        }
    }
}
