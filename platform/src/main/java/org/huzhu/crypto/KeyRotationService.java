package org.huzhu.crypto;

import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class KeyRotationService implements KeyRotation {

    private static final int BATCH = 1000;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final Keyring keyring;
    private final SealingSecrets secrets;
    private final ObjectProvider<SealedColumn> columns;
    private final TransactionTemplate transaction;

    KeyRotationService(
            Keyring keyring,
            SealingSecrets secrets,
            ObjectProvider<SealedColumn> columns,
            PlatformTransactionManager transactions) {
        this.keyring = keyring;
        this.secrets = secrets;
        this.columns = columns;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void rotate(Field field) {
        keyring.rotate(field);
    }

    @Override
    public long reseal(Field field) {
        return columns.stream()
                .filter(column -> column.field() == field)
                .mapToLong(this::reseal)
                .sum();
    }

    private long reseal(SealedColumn column) {
        Batch batch = new Batch(BEGINNING, 0, true);
        long count = 0;
        while (batch.more()) {
            UUID after = batch.last();
            batch = transaction.execute(_ -> batch(column, after));
            count += batch.changed();
        }
        return count;
    }

    private Batch batch(SealedColumn column, UUID after) {
        SequencedMap<UUID, byte[]> rows = column.after(after, BATCH);
        int changed = 0;
        for (Map.Entry<UUID, byte[]> row : rows.entrySet()) {
            if (!secrets.isNewest(column.field(), row.getValue())) {
                String clear = secrets.open(column.field(), row.getKey(), row.getValue());
                column.replace(row.getKey(), row.getValue(), secrets.seal(column.field(), row.getKey(), clear));
                changed++;
            }
        }
        return new Batch(rows.isEmpty() ? after : rows.lastEntry().getKey(), changed, rows.size() == BATCH);
    }

    private record Batch(UUID last, int changed, boolean more) {}
}
