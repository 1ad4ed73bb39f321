package org.huzhu.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huzhu.SetClock;
import org.huzhu.database.Server;
import org.huzhu.testdatabase.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class KeyRotationTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final UUID ROW = UUID.fromString("0190f3c2-0000-7000-8000-000000000001");

    @TempDir
    private Path folder = Path.of("");

    private final SetClock clock = new SetClock();
    private final Server server = TestDatabase.fresh(List.of("house", "crypto"));
    private DriverManagerDataSource source = new DriverManagerDataSource();

    @BeforeEach
    void connect_as_runner() {
        source = new DriverManagerDataSource(
                server.url(), server.runner().role(), server.runner().password());
    }

    /** As another start of the society would see them. */
    private Keyring keyring(Suite suite) {
        return new Keyring(
                new JdbcKeys(JdbcClient.create(source)),
                master(),
                suite,
                new Keyring.Tools(new JdbcTransactionManager(source), clock, KeyRotationTest::chance));
    }

    private MasterKey master() {
        return new MasterKey(folder.resolve("master"));
    }

    private static byte[] chance(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private SealingSecrets secrets(Suite suite) {
        return new SealingSecrets(keyring(suite), KeyRotationTest::chance);
    }

    private KeyRotationService rotation(Keyring ring, SealedColumn column) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("column", column);
        return new KeyRotationService(
                ring,
                new SealingSecrets(ring, KeyRotationTest::chance),
                beans.getBeanProvider(SealedColumn.class),
                new JdbcTransactionManager(source),
                server);
    }

    @Test
    void after_a_change_of_keys_old_values_open_and_new_ones_use_the_new_key() {
        Keyring ring = keyring(Suite.SM4_GCM);
        SealingSecrets secrets = new SealingSecrets(ring, KeyRotationTest::chance);
        SealingSecrets elsewhere = secrets(Suite.SM4_GCM);
        byte[] old = secrets.seal(Field.CARD, ROW, "6222020200112230");

        ring.rotate(Field.CARD);
        byte[] fresh = secrets.seal(Field.CARD, ROW, "6222020200112230");

        assertThat(secrets.isNewest(Field.CARD, old)).isFalse();
        assertThat(secrets.isNewest(Field.CARD, fresh)).isTrue();
        assertThat(secrets.open(Field.CARD, ROW, old)).isEqualTo(secrets.open(Field.CARD, ROW, fresh));
        assertThat(elsewhere.open(Field.CARD, ROW, fresh))
                .as("another process on the same database")
                .isEqualTo("6222020200112230");
    }

    @Test
    void all_values_of_a_field_are_sealed_again_with_the_new_key() {
        Keyring ring = keyring(Suite.SM4_GCM);
        SealingSecrets secrets = new SealingSecrets(ring, KeyRotationTest::chance);
        Shelf shelf = new Shelf();
        for (int i = 1; i <= 2500; i++) {
            UUID row = new UUID(0, i);
            shelf.rows.put(row, secrets.seal(Field.PHONE, row, "1380000" + i));
        }
        KeyRotation rotation = rotation(ring, shelf);

        rotation.rotate(Field.PHONE);

        assertThat(rotation.reseal(Field.CARD)).isZero();
        assertThat(rotation.reseal(Field.PHONE)).isEqualTo(2500);
        assertThat(rotation.reseal(Field.PHONE)).isZero();
        assertThat(shelf.rows).allSatisfy((row, bytes) -> {
            assertThat(secrets.isNewest(Field.PHONE, bytes)).isTrue();
            assertThat(secrets.open(Field.PHONE, row, bytes)).isEqualTo("1380000" + row.getLeastSignificantBits());
        });
    }

    @Test
    void a_process_that_runs_on_goes_over_to_a_new_key_soon() {
        SealingSecrets elsewhere = secrets(Suite.SM4_GCM);
        Keyring ring = keyring(Suite.SM4_GCM);
        SealingSecrets here = new SealingSecrets(ring, KeyRotationTest::chance);

        ring.rotate(Field.CARD);
        assertThat(here.isNewest(Field.CARD, elsewhere.seal(Field.CARD, ROW, "1")))
                .isFalse();
        clock.advance(KeyRotation.SPREADS_IN);

        assertThat(here.isNewest(Field.CARD, elsewhere.seal(Field.CARD, ROW, "1")))
                .isTrue();
    }

    @Test
    void whoever_has_a_connection_never_waits_for_who_waits_for_one() throws Exception {
        try (HikariDataSource one = new HikariDataSource();
                ExecutorService others = Executors.newSingleThreadExecutor()) {
            one.setJdbcUrl(server.url());
            one.setUsername(server.runner().role());
            one.setPassword(server.runner().password());
            one.setMaximumPoolSize(1);
            one.setConnectionTimeout(5_000);
            JdbcTransactionManager transactions = new JdbcTransactionManager(one);
            Keyring ring = new Keyring(
                    new JdbcKeys(JdbcClient.create(one)),
                    master(),
                    Suite.SM4_GCM,
                    new Keyring.Tools(transactions, clock, KeyRotationTest::chance));
            SealingSecrets secrets = new SealingSecrets(ring, KeyRotationTest::chance);
            clock.advance(KeyRotation.SPREADS_IN);

            Future<byte[]> waits = new TransactionTemplate(transactions).execute(_ -> {
                Future<byte[]> other = others.submit(() -> secrets.seal(Field.CARD, ROW, "1"));
                while (one.getHikariPoolMXBean().getThreadsAwaitingConnection() == 0) {
                    Thread.onSpinWait();
                }
                assertThat(secrets.open(Field.CARD, ROW, secrets.seal(Field.CARD, ROW, "2")))
                        .isEqualTo("2");
                return other;
            });

            assertThat(secrets.open(Field.CARD, ROW, waits.get())).isEqualTo("1");
        }
    }

    @Test
    void values_that_do_not_open_are_named_by_their_rows() {
        Keyring ring = keyring(Suite.SM4_GCM);
        SealingSecrets secrets = new SealingSecrets(ring, KeyRotationTest::chance);
        Shelf shelf = new Shelf();
        UUID other = new UUID(0, 7);
        shelf.rows.put(ROW, secrets.seal(Field.PHONE, ROW, "13800000000"));
        shelf.rows.put(other, secrets.seal(Field.PHONE, ROW, "13800000000"));

        assertThat(rotation(ring, shelf).unreadable(Field.PHONE)).containsExactly(other.toString());
        assertThat(rotation(ring, shelf).unreadable(Field.CARD)).isEmpty();
    }

    @Test
    void a_new_master_key_opens_all_and_the_old_one_none() throws IOException {
        Keyring ring = keyring(Suite.SM4_GCM);
        Keyring elsewhere = keyring(Suite.SM4_GCM);
        byte[] sealed = new SealingSecrets(ring, KeyRotationTest::chance).seal(Field.CARD, ROW, "1");
        String old = Files.readString(master().file(), UTF_8);

        rotation(ring, new Shelf()).changeMaster();

        assertThat(Files.readString(master().file(), UTF_8)).isNotEqualTo(old);
        assertThat(folder.resolve("master.before")).hasContent(old);
        assertThat(secrets(Suite.SM4_GCM).open(Field.CARD, ROW, sealed)).isEqualTo("1");
        elsewhere.rotate(Field.CARD);
        assertThat(secrets(Suite.SM4_GCM).open(Field.CARD, ROW, sealed)).isEqualTo("1");
        Files.writeString(master().file(), old);
        assertThatThrownBy(() -> keyring(Suite.SM4_GCM)).hasMessageContaining("放回原来的主密钥文件");
    }

    @Test
    void a_change_of_the_master_key_that_was_broken_off_loses_nothing() throws IOException {
        Keyring ring = keyring(Suite.SM4_GCM);
        byte[] sealed = new SealingSecrets(ring, KeyRotationTest::chance).seal(Field.CARD, ROW, "1");
        String old = Files.readString(master().file(), UTF_8);

        master().next().make(KeyRotationTest::chance);
        assertThat(secrets(Suite.SM4_GCM).open(Field.CARD, ROW, sealed))
                .as("broken off before the keys were wrapped")
                .isEqualTo("1");

        rotation(ring, new Shelf()).changeMaster();
        Files.move(master().file(), master().next().file());
        Files.writeString(master().file(), old);
        Files.setPosixFilePermissions(
                master().file(), Files.getPosixFilePermissions(master().next().file()));
        assertThat(secrets(Suite.SM4_GCM).open(Field.CARD, ROW, sealed))
                .as("broken off before the file was in its place")
                .isEqualTo("1");
        assertThat(master().next().file()).doesNotExist();
    }

    /** Sealed phone numbers, in memory. */
    private static final class Shelf implements SealedColumn {

        private final TreeMap<UUID, byte[]> rows = new TreeMap<>();

        @Override
        public Field field() {
            return Field.PHONE;
        }

        @Override
        public SequencedMap<UUID, byte[]> after(UUID after, int max) {
            SequencedMap<UUID, byte[]> page = new TreeMap<>();
            rows.tailMap(after, false).entrySet().stream()
                    .limit(max)
                    .forEach(row -> page.put(row.getKey(), row.getValue()));
            return page;
        }

        @Override
        public void replace(UUID row, byte[] old, byte[] fresh) {
            assertThat(rows.put(row, fresh)).isEqualTo(old);
        }
    }
}
