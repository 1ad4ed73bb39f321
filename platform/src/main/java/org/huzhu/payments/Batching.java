package org.huzhu.payments;

import static org.huzhu.payments.PaymentRefused.require;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huzhu.ledger.Fund;
import org.huzhu.payments.JdbcBatches.Frozen;
import org.huzhu.payments.JdbcOrders.Total;
import org.huzhu.payments.PaymentDesk.Account;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentDesk.BatchState;
import org.huzhu.payments.PaymentDesk.PartFile;
import org.huzhu.payments.PaymentRefused.Reason;
import org.huzhu.payments.Standing.State;
import org.huzhu.payments.bank.FileForm;
import org.huzhu.payments.bank.FileForms;
import org.huzhu.payments.bank.FileHead;
import org.huzhu.payments.bank.FileStore;
import org.springframework.stereotype.Component;

/**
 * The steps of a batch, with all in reach: rights were asked before. Each step moves all orders of the batch or none,
 * and its posting with them.
 */
@Component
class Batching {

    static final String KIND = "payment-batch";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z-]{5,34}");

    private final JdbcOrders orders;
    private final JdbcBatches batches;
    private final FileForms forms;
    private final FileStore store;
    private final Books books;
    private final Desk desk;

    Batching(JdbcOrders orders, JdbcBatches batches, FileForms forms, FileStore store, Books books, Desk desk) {
        this.orders = orders;
        this.batches = batches;
        this.forms = forms;
        this.store = store;
        this.books = books;
        this.desk = desk;
    }

    void requirePossible(Account account) {
        boolean isPossible = NUMBER.matcher(account.number()).matches()
                && account.holder().strip().length() >= 2
                && account.holder().length() <= 70
                && forms.find(account.layout()).isPresent();
        require(isPossible, Reason.NOT_POSSIBLE);
    }

    /** What waits is taken first and counted then: whoever comes second finds nothing. */
    Batch assemble(Fund fund) {
        Account account =
                batches.account(fund.id()).orElseThrow(() -> new PaymentRefused(Reason.ACCOUNT_MISSING, fund.code()));
        int max = form(account.layout()).linesMax();
        UUID id = desk.freshId();
        int taken = orders.assemble(fund.id(), id, max, desk.today());
        require(taken > 0, Reason.NOTHING_WAITS);
        Batch batch = new Batch(
                id,
                "HZ" + DAY.format(desk.today()) + "%08d".formatted(batches.nextNumber()),
                fund.id(),
                fund.path(),
                account.layout(),
                desk.today(),
                taken,
                (taken - 1) / max + 1,
                orders.whole(id).sum(),
                BatchState.FROZEN,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0);
        batches.add(new Frozen(batch, desk.moment(), account.holder(), account.number()));
        return batch;
    }

    private FileForm form(String layout) {
        return forms.find(layout).orElseThrow(() -> new PaymentRefused(Reason.NOT_POSSIBLE, layout));
    }

    private Frozen locked(UUID id) {
        return batches.lock(id).orElseThrow(() -> new PaymentRefused(Reason.ABSENT));
    }

    void file(UUID id) {
        Frozen frozen = locked(id);
        Batch batch = frozen.batch();
        require(batches.file(id), Reason.OTHER_STATE);
        OffsetDateTime now = desk.moment();
        for (int part = 1; part <= batch.parts(); part++) {
            Total total = orders.part(id, part);
            String name = name(batch, part);
            batches.add(batch, new PartFile(part, name, write(frozen, part), total.count(), total.sum()), now);
        }
        requireAll(batch, orders.step(id, State.BATCHED, State.FILED, desk.today()));
    }

    private static void requireAll(Batch batch, int moved) {
        require(moved == batch.orders(), Reason.OTHER_STATE);
    }

    private String name(Batch batch, int part) {
        return "%s-%d.%s".formatted(batch.number(), part, form(batch.layout()).ending());
    }

    private String write(Frozen frozen, int part) {
        Batch batch = frozen.batch();
        Total total = orders.part(batch.id(), part);
        FileHead head = new FileHead(
                batch.number() + "-" + part,
                frozen.madeAt().atZoneSameInstant(CHINA).toLocalDateTime(),
                batch.day(),
                frozen.holder(),
                frozen.account(),
                total.count(),
                total.sum());
        return store.write(
                name(batch, part),
                out -> form(batch.layout()).write(out, head, sink -> orders.each(batch.id(), part, sink)));
    }

    /** The file on disk; written again where it is missing, and refused where it is another than was filed. */
    Path path(UUID id, int part) {
        Frozen frozen = locked(id);
        PartFile file = batches.files(id).stream()
                .filter(each -> each.part() == part)
                .findFirst()
                .orElseThrow(() -> new PaymentRefused(Reason.ABSENT));
        require(frozen.batch().state() != BatchState.DROPPED, Reason.OTHER_STATE);
        Path path = store.path(file.name());
        String now = Files.exists(path) ? FileStore.sha256(path) : write(frozen, part);
        require(now.equals(file.sha256()), Reason.FILE_CHANGED);
        return path;
    }

    void release(UUID id) {
        Batch batch = locked(id).batch();
        LocalDate today = desk.today();
        int days = form(batch.layout()).answerDays();
        require(batches.release(id, today, today.plusDays(days)), Reason.OTHER_STATE);
        requireAll(batch, orders.step(id, State.FILED, State.RELEASED, today));
        books.released(id, new Books.Move(batch.fund(), today, batch.sum()));
    }

    void drop(UUID id) {
        Batch batch = locked(id).batch();
        require(batches.drop(id), Reason.OTHER_STATE);
        requireAll(batch, orders.letGo(id, desk.today()));
    }
}
