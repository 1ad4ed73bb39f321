package org.huzhu.crypto;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.huzhu.crypto.FieldKey.Label;
import org.huzhu.crypto.FieldKey.Purpose;
import org.huzhu.crypto.FieldKey.Wrapped;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All data keys in clear, in memory.
 *
 * <p>A key is used only once the transaction that stored it stands: what a lost key had sealed could never be opened.
 * Other processes on the same database learn of a new key when they first meet its number.
 */
final class Keyring {

    private final JdbcKeys keys;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final Chance chance;
    private final Suite suite;
    private final byte[] master;

    private volatile Ring ring;

    /** The keys at one moment: all by number, and those that are used for what is new. */
    private record Ring(Map<Integer, FieldKey> all, Map<Purpose, Map<Field, FieldKey>> current) {}

    /** What else a key ring needs. */
    record Tools(PlatformTransactionManager transactions, Clock clock, Chance chance) {}

    /** Opens all keys with the master key, and makes those that a field lacks. */
    Keyring(JdbcKeys keys, MasterKey file, Suite suite, Tools tools) {
        this.keys = keys;
        this.apart = new TransactionTemplate(tools.transactions());
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = tools.clock();
        this.chance = tools.chance();
        this.suite = suite;
        List<Wrapped> stored = keys.all();
        this.master = master(file, stored.isEmpty(), chance);
        requireAllOpen(file, stored, master);
        apart.executeWithoutResult(_ -> addMissing(stored));
        this.ring = load();
    }

    private static byte[] master(MasterKey file, boolean first, Chance chance) {
        Optional<byte[]> read = file.read();
        if (read.isEmpty() && !first) {
            throw new KeyTrouble("主密钥文件 %s 不见了，数据库里的密文要用它才能解开。请从备份恢复这个文件，不要另造一个。".formatted(file.file()));
        }
        return read.orElseGet(() -> file.make(chance));
    }

    private static void requireAllOpen(MasterKey file, List<Wrapped> stored, byte[] master) {
        List<Integer> shut = new ArrayList<>();
        for (Wrapped key : stored) {
            try {
                key.open(master);
            } catch (InvalidCipherTextException e) {
                shut.add(key.label().id());
            }
        }
        if (!shut.isEmpty() && shut.size() == stored.size()) {
            throw new KeyTrouble("主密钥 %s 与这个数据库不符：%d 个数据密钥一个也解不开。请放回原来的主密钥文件。".formatted(file.file(), shut.size()));
        }
        if (!shut.isEmpty()) {
            throw new KeyTrouble("数据密钥 %s 被改动过，解不开。请从备份恢复表 crypto.data_key。".formatted(shut));
        }
    }

    private void addMissing(List<Wrapped> stored) {
        for (Purpose purpose : Purpose.values()) {
            for (Field field : Field.values()) {
                boolean there = stored.stream()
                        .filter(Wrapped::isCurrent)
                        .map(Wrapped::label)
                        .anyMatch(key -> key.purpose() == purpose && key.field() == field);
                if (!there) {
                    add(purpose, field, clock.instant());
                }
            }
        }
    }

    private boolean add(Purpose purpose, Field field, Instant now) {
        Label label = new Label(keys.nextId(), suite, purpose, field);
        return keys.add(FieldKey.fresh(label, chance).wrap(master, chance, now));
    }

    private Ring load() {
        Map<Integer, FieldKey> all = new HashMap<>();
        Map<Purpose, Map<Field, FieldKey>> current = new HashMap<>();
        for (Wrapped wrapped : keys.all()) {
            try {
                FieldKey key = wrapped.open(master);
                all.put(key.id(), key);
                if (wrapped.isCurrent()) {
                    current.computeIfAbsent(key.label().purpose(), _ -> new HashMap<>())
                            .put(key.label().field(), key);
                }
            } catch (InvalidCipherTextException e) {
                throw new IllegalStateException(
                        "Data key %d was changed".formatted(wrapped.label().id()), e);
            }
        }
        return new Ring(all, current);
    }

    /** The key that is used for what is new. */
    FieldKey current(Purpose purpose, Field field) {
        FieldKey key = ring.current().getOrDefault(purpose, Map.of()).get(field);
        if (key == null) {
            throw new IllegalStateException("%s has no key for %s".formatted(field, purpose));
        }
        return key;
    }

    /** The key with the number; empty where there never was one. */
    Optional<FieldKey> find(int id) {
        FieldKey known = ring.all().get(id);
        if (known == null) {
            ring = load();
            known = ring.all().get(id);
        }
        return Optional.ofNullable(known);
    }

    /** Retires the key that seals a field and puts a new one in its place. */
    synchronized void rotate(Field field) {
        apart.executeWithoutResult(_ -> {
            Instant now = clock.instant();
            keys.retire(Purpose.SEAL, field, now);
            if (!add(Purpose.SEAL, field, now)) {
                throw new IllegalStateException("Another process is changing the key of " + field);
            }
        });
        ring = load();
    }
}
