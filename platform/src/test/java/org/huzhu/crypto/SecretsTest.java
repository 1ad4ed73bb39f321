package org.huzhu.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huzhu.database.Server;
import org.huzhu.testdatabase.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class SecretsTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final UUID ROW = UUID.fromString("0190f3c2-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0190f3c2-0000-7000-8000-000000000002");
    private static final String NUMBER = "11010519491231002X";

    @TempDir
    private Path folder = Path.of("");

    private Server server = TestDatabase.fresh(List.of("house", "crypto"));
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
                new MasterKey(master()),
                suite,
                new Keyring.Tools(new JdbcTransactionManager(source), Clock.systemUTC(), SecretsTest::chance));
    }

    private Path master() {
        return folder.resolve("master");
    }

    private static byte[] chance(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private SealingSecrets secrets(Suite suite) {
        return new SealingSecrets(keyring(suite), SecretsTest::chance);
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void what_was_sealed_opens_after_a_restart_and_under_either_suite() {
        byte[] withSm4 = secrets(Suite.SM4_GCM).seal(Field.ID_NUMBER, ROW, NUMBER);
        SealingSecrets restarted = secrets(Suite.AES_256_GCM);

        assertThat(restarted.open(Field.ID_NUMBER, ROW, withSm4)).isEqualTo(NUMBER);
        assertThat(new String(withSm4, ISO_8859_1)).doesNotContain(NUMBER);
    }

    @Test
    void aes_is_the_alternative() {
        SealingSecrets secrets = secrets(Suite.AES_256_GCM);

        byte[] sealed = secrets.seal(Field.PHONE, ROW, "");

        assertThat(secrets.open(Field.PHONE, ROW, sealed)).isEmpty();
        assertThat(secrets.open(Field.PHONE, ROW, secrets.seal(Field.PHONE, ROW, "欧阳·𠮷")))
                .isEqualTo("欧阳·𠮷");
    }

    @Test
    void equal_texts_are_sealed_to_other_bytes_each_time_but_found_by_one_index() {
        SealingSecrets secrets = secrets(Suite.SM4_GCM);
        Set<String> seen = new HashSet<>();
        IntStream.range(0, 1000).forEach(_ -> seen.add(Digests.hex(secrets.seal(Field.ID_NUMBER, ROW, NUMBER))));

        assertThat(seen).hasSize(1000);
        assertThat(secrets.index(Field.ID_NUMBER, NUMBER)).isEqualTo(secrets.index(Field.ID_NUMBER, NUMBER));
        assertThat(secrets.index(Field.ID_NUMBER, NUMBER))
                .hasSize(Digests.LENGTH)
                .isNotEqualTo(secrets.index(Field.CARD, NUMBER))
                .isNotEqualTo(secrets.index(Field.ID_NUMBER, "110105194912310038"));
    }

    @Test
    void a_value_with_any_byte_changed_does_not_open() {
        for (Suite suite : Suite.values()) {
            SealingSecrets secrets = secrets(suite);
            byte[] sealed = secrets.seal(Field.ID_NUMBER, ROW, NUMBER);
            for (int i = 0; i < sealed.length; i++) {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    byte[] changed = sealed.clone();
                    changed[i] ^= (byte) (1 << bit);
                    assertThatThrownBy(() -> secrets.open(Field.ID_NUMBER, ROW, changed))
                            .as("%s, byte %d, bit %d", suite, i, bit)
                            .isInstanceOf(SealBroken.class);
                }
            }
        }
    }

    @Test
    void a_value_that_was_cut_short_or_lengthened_does_not_open() {
        SealingSecrets secrets = secrets(Suite.SM4_GCM);
        byte[] sealed = secrets.seal(Field.ID_NUMBER, ROW, NUMBER);

        for (int length = 0; length <= sealed.length + 1; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            if (length != sealed.length) {
                assertThatThrownBy(() -> secrets.open(Field.ID_NUMBER, ROW, cut))
                        .isInstanceOf(SealBroken.class);
            }
        }
    }

    @Test
    void a_value_of_another_row_or_field_does_not_open() {
        SealingSecrets secrets = secrets(Suite.SM4_GCM);
        byte[] sealed = secrets.seal(Field.ID_NUMBER, ROW, NUMBER);

        assertThatThrownBy(() -> secrets.open(Field.ID_NUMBER, OTHER, sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> secrets.open(Field.CARD, ROW, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_value_of_another_society_does_not_open() {
        SealingSecrets secrets = secrets(Suite.SM4_GCM);
        byte[] sealed = secrets.seal(Field.ID_NUMBER, ROW, NUMBER);

        SecretsTest foreign = new SecretsTest();
        foreign.folder = folder.resolve("foreign");
        foreign.connect_as_runner();
        assertThat(foreign.folder.toFile().mkdir()).isTrue();
        SealingSecrets others = foreign.secrets(Suite.SM4_GCM);

        assertThatThrownBy(() -> others.open(Field.ID_NUMBER, ROW, sealed)).isInstanceOf(SealBroken.class);
        assertThat(others.index(Field.ID_NUMBER, NUMBER)).isNotEqualTo(secrets.index(Field.ID_NUMBER, NUMBER));
    }

    @Test
    void a_wrong_master_key_is_refused_by_name() throws IOException {
        keyring(Suite.SM4_GCM);
        Files.writeString(master(), "ab".repeat(32));

        assertThatThrownBy(() -> keyring(Suite.SM4_GCM))
                .isInstanceOf(KeyTrouble.class)
                .hasMessageContaining(master().toString())
                .hasMessageContaining("与这个数据库不符");
    }

    @Test
    void a_master_key_that_is_gone_is_not_replaced() throws IOException {
        keyring(Suite.SM4_GCM);
        Files.delete(master());

        assertThatThrownBy(() -> keyring(Suite.SM4_GCM))
                .isInstanceOf(KeyTrouble.class)
                .hasMessageContaining("不见了");
        assertThat(master()).doesNotExist();
    }

    @Test
    void a_master_key_that_others_can_read_or_that_is_cut_short_is_refused() throws IOException {
        keyring(Suite.SM4_GCM);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(master())))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(master(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> keyring(Suite.SM4_GCM)).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(master(), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(master(), "abcd");

        assertThatThrownBy(() -> keyring(Suite.SM4_GCM))
                .isInstanceOf(KeyTrouble.class)
                .hasMessageContaining("64 位");
    }

    @Test
    void a_data_key_that_was_changed_is_refused_by_its_number() throws Exception {
        keyring(Suite.SM4_GCM);
        asOwner("alter table crypto.data_key disable trigger all");
        asOwner("update crypto.data_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) where id = 3");

        assertThatThrownBy(() -> keyring(Suite.SM4_GCM))
                .isInstanceOf(KeyTrouble.class)
                .hasMessageContaining("[3]");
    }

    @Test
    void a_wrapped_key_cannot_pass_for_another() throws Exception {
        keyring(Suite.SM4_GCM);
        asOwner("alter table crypto.data_key disable trigger all");
        asOwner("""
                update crypto.data_key k set wrapped = other.wrapped from crypto.data_key other
                where k.id = 1 and other.id = 2
                """);

        assertThatThrownBy(() -> keyring(Suite.SM4_GCM)).hasMessageContaining("[1]");
    }

    @Test
    void keys_are_only_ever_retired() {
        keyring(Suite.SM4_GCM);
        JdbcClient runner = JdbcClient.create(source);

        assertThatThrownBy(() -> runner.sql("delete from crypto.data_key").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() ->
                        runner.sql("update crypto.data_key set wrapped = ''").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> asOwner("update crypto.data_key set wrapped = ''"))
                .hasMessageContaining("only ever retired");
    }
}
