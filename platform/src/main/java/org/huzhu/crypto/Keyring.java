package org.huzhu.crypto;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
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
 * Other processes on the same database learn of a new key when they first meet its number, and soon in any case.
 */
final class Keyring {

    private final JdbcKeys keys;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final Chance chance;
    private final Suite suite;
    private final MasterKey file;

    private final ReentrantLock reading = new ReentrantLock();

    private volatile Ring ring;

    /**
     * The keys at one moment: all by number, and those that are used for what is new.
     *
     * @param staleAt from then on somebody reads them anew
     * @param endsAt from then on nobody uses these for what is new
     */
    private record Ring(
            Instant staleAt, Instant endsAt, Map<Integer, FieldKey> all, Map<Purpose, Map<Field, FieldKey>> current) {}

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
        this.file = file;
        List<Wrapped> stored = keys.all();
        if (stored.isEmpty() && file.read().isEmpty()) {
            file.make(chance);
        }
        byte[] master = master(stored);
        if (file.next().read().filter(next -> Arrays.equals(next, master)).isPresent()) {
            file.giveWay();
        }
        apart.executeWithoutResult(_ -> addMissing(stored, master));
        this.ring = load();
    }

    /**
     * The master key that opens all of them: while it is changed, or where that was broken off after the keys were
     * wrapped anew, the next one.
     */
    private byte[] master(List<Wrapped> stored) {
        byte[] master = file.read()
                .orElseThrow(
                        () -> new KeyTrouble("主密钥文件 %s 不见了，数据库里的密文要用它才能解开。请从备份恢复这个文件，不要另造一个。".formatted(file.file())));
        List<Integer> shut = shut(stored, master);
        Optional<byte[]> next = shut.isEmpty() ? Optional.empty() : file.next().read();
        if (next.isPresent() && shut(stored, next.get()).isEmpty()) {
            return next.get();
        }
        if (!shut.isEmpty() && shut.size() == stored.size()) {
            throw new KeyTrouble("主密钥 %s 与这个数据库不符：%d 个数据密钥一个也解不开。请放回原来的主密钥文件。".formatted(file.file(), shut.size()));
        }
        if (!shut.isEmpty()) {
            throw new KeyTrouble("数据密钥 %s 被改动过，解不开。请从备份恢复表 crypto.data_key。".formatted(shut));
        }
        return master;
    }

    /** The numbers of the keys that it does not open. */
    private static List<Integer> shut(List<Wrapped> stored, byte[] master) {
        return stored.stream()
                .filter(key -> key.tried(master).isEmpty())
                .map(key -> key.label().id())
                .toList();
    }

    private void addMissing(List<Wrapped> stored, byte[] master) {
        for (Purpose purpose : Purpose.values()) {
            for (Field field : Field.values()) {
                boolean there = stored.stream()
                        .filter(Wrapped::isCurrent)
                        .map(Wrapped::label)
                        .anyMatch(key -> key.purpose() == purpose && key.field() == field);
                if (!there) {
                    add(purpose, field, master, clock.instant());
                }
            }
        }
    }

    private boolean add(Purpose purpose, Field field, byte[] master, Instant now) {
        Label label = new Label(keys.nextId(), suite, purpose, field);
        return keys.add(FieldKey.fresh(label, chance).wrap(master, chance, now));
    }

    private Ring load() {
        Instant now = clock.instant();
        List<Wrapped> stored = keys.all();
        byte[] master = master(stored);
        Map<Integer, FieldKey> all = new HashMap<>();
        Map<Purpose, Map<Field, FieldKey>> current = new HashMap<>();
        for (Wrapped wrapped : stored) {
            FieldKey key = wrapped.tried(master).orElseThrow();
            all.put(key.id(), key);
            if (wrapped.isCurrent()) {
                current.computeIfAbsent(key.label().purpose(), _ -> new HashMap<>())
                        .put(key.label().field(), key);
            }
        }
        Instant staleAt = now.plus(KeyRotation.SPREADS_IN.dividedBy(2));
        return new Ring(staleAt, now.plus(KeyRotation.SPREADS_IN), all, current);
    }

    /** The key that is used for what is new. */
    FieldKey current(Purpose purpose, Field field) {
        refresh(clock.instant());
        FieldKey key = ring.current().getOrDefault(purpose, Map.of()).get(field);
        if (key == null) {
            throw new IllegalStateException("%s has no key for %s".formatted(field, purpose));
        }
        return key;
    }

    /**
     * One reads anew and the others go on with what there is, or read for themselves. Nobody waits for who reads: he
     * may wait for a connection that just those hold who would wait for him.
     */
    private void refresh(Instant now) {
        if (now.isBefore(ring.staleAt())) {
            return;
        }
        if (reading.tryLock()) {
            try {
                ring = load();
            } finally {
                reading.unlock();
            }
        } else if (!now.isBefore(ring.endsAt())) {
            ring = load();
        }
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
        byte[] master = master(keys.all());
        apart.executeWithoutResult(_ -> {
            Instant now = clock.instant();
            keys.retire(Purpose.SEAL, field, now);
            if (!add(Purpose.SEAL, field, master, now)) {
                throw new IllegalStateException("Another process is changing the key of " + field);
            }
        });
        ring = load();
    }

    /** Wraps all keys with a new master key, through what may change them, and puts it in the operator's file. */
    synchronized void changeMaster(JdbcKeys.Rewrapping rewrapping) {
        byte[] master = master(keys.all());
        file.next().forget();
        byte[] next = file.next().make(chance);
        rewrapping.all(wrapped -> wrapped.tried(master).orElseThrow().wrap(next, chance, wrapped.madeAt()));
        file.giveWay();
        ring = load();
    }
}
