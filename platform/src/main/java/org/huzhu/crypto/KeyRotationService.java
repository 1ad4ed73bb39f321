package org.huzhu.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class KeyRotationService implements KeyRotation {

    private static final int BATCH = 1000;
    private static final int SHOWN_MAX = 10;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final Keyring keyring;
    private final SealingSecrets secrets;
    private final ObjectProvider<SealedColumn> columns;
    private final TransactionTemplate transaction;
    private final Server server;

    KeyRotationService(
            Keyring keyring,
            SealingSecrets secrets,
            ObjectProvider<SealedColumn> columns,
            PlatformTransactionManager transactions,
            Server server) {
        this.keyring = keyring;
        this.secrets = secrets;
        this.columns = columns;
        this.server = server;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void rotate(Field field) {
        keyring.rotate(field);
    }

    @Override
    public long reseal(Field field) {
        return of(field).mapToLong(this::reseal).sum();
    }

    @Override
    public void changeMaster() {
        keyring.changeMaster(new JdbcKeys.Rewrapping(server));
    }

    @Override
    public List<String> unreadable(Field field) {
        return of(field)
                .flatMap(column -> unreadable(column).stream())
                .limit(SHOWN_MAX)
                .toList();
    }

    private Stream<SealedColumn> of(Field field) {
        return columns.stream().filter(column -> column.field() == field);
    }

    private List<String> unreadable(SealedColumn column) {
        List<String> shut = new ArrayList<>();
        UUID last = BEGINNING;
        SequencedMap<UUID, byte[]> rows;
        do {
            UUID after = last;
            rows = whole(() -> column.after(after, BATCH));
            for (Map.Entry<UUID, byte[]> row : rows.entrySet()) {
                last = row.getKey();
                if (!opens(column.field(), last, row.getValue())) {
                    shut.add(last.toString());
                }
            }
        } while (rows.size() == BATCH && shut.size() < SHOWN_MAX);
        return shut;
    }

    private boolean opens(Field field, UUID row, byte[] sealed) {
        try {
            secrets.openBytes(field, row, sealed);
            return true;
        } catch (SealBroken _) {
            return false;
        }
    }

    private long reseal(SealedColumn column) {
        Batch batch = new Batch(BEGINNING, 0, true);
        long count = 0;
        while (batch.more()) {
            UUID after = batch.last();
            batch = whole(() -> batch(column, after));
            count += batch.changed();
        }
        return count;
    }

    /** A transaction of the system, which sees all rows. */
    private <T> T whole(Supplier<T> work) {
        return Scope.ofSystem().call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private Batch batch(SealedColumn column, UUID after) {
        SequencedMap<UUID, byte[]> rows = column.after(after, BATCH);
        int changed = 0;
        for (Map.Entry<UUID, byte[]> row : rows.entrySet()) {
            if (!secrets.isNewest(column.field(), row.getValue())) {
                byte[] clear = secrets.openBytes(column.field(), row.getKey(), row.getValue());
                column.replace(row.getKey(), row.getValue(), secrets.sealBytes(column.field(), row.getKey(), clear));
                changed++;
            }
        }
        return new Batch(rows.isEmpty() ? after : rows.lastEntry().getKey(), changed, rows.size() == BATCH);
    }

    private record Batch(UUID last, int changed, boolean more) {}
}
