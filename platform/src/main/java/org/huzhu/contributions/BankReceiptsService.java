package org.huzhu.contributions;

import static org.huzhu.contributions.ContributionRefused.require;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.contributions.bank.BankFile;
import org.huzhu.contributions.bank.BankFile.Line;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what came in, looks for what it is for, and leaves to people what is in doubt. */
@Service
@Transactional
class BankReceiptsService implements BankReceipts {

    private static final int CANDIDATES_MAX = 10;

    /** Two to four signs that end as no organisation's name does, or a name with a dot in it. */
    private static final Pattern PERSON =
            Pattern.compile("\\p{IsHan}{1,3}[\\p{IsHan}&&[^会司厂局院校店所处站社部队委室]]|\\p{IsHan}+[·•]\\p{IsHan}+");

    private final JdbcDeposits deposits;
    private final JdbcBills bills;
    private final Allocations allocations;
    private final Books books;
    private final Desk desk;

    BankReceiptsService(JdbcDeposits deposits, JdbcBills bills, Allocations allocations, Books books, Desk desk) {
        this.deposits = deposits;
        this.bills = bills;
        this.allocations = allocations;
        this.books = books;
        this.desk = desk;
    }

    @Override
    public Taken take(Caller caller, UUID office, Fund.Kind kind, Path file) {
        desk.within(caller, Operation.CONTRIBUTION_RECEIVE, office);
        Fund fund = books.fund(office, kind);
        desk.require(caller, Operation.CONTRIBUTION_RECEIVE, fund.path());
        List<Line> lines = read(file);
        List<Deposit> fresh = new ArrayList<>();
        lines.forEach(line -> take(fund, line).ifPresent(fresh::add));
        books.received(fresh);
        int matched = match(fresh);
        desk.done(
                Operation.CONTRIBUTION_RECEIVE.title(),
                "fund",
                fund.id(),
                fund.path(),
                Optional.of("%d/%d".formatted(fresh.size(), lines.size())));
        return new Taken(lines.size(), lines.size() - fresh.size(), matched, (int)
                fresh.stream().filter(Deposit::isPersonal).count());
    }

    private static List<Line> read(Path file) {
        try {
            return BankFile.read(file).lines();
        } catch (BankFile.Wrong e) {
            Reason reason = switch (e.why()) {
                case NO_TABLE -> Reason.FILE_UNREADABLE;
                case NO_HEADER -> Reason.NO_HEADER;
                case ROW -> Reason.ROW_WRONG;
            };
            throw new ContributionRefused(reason, e.place(), e);
        }
    }

    /** Empty where it was known; what the bank says once, it does not say otherwise later. */
    private Optional<Deposit> take(Fund fund, Line line) {
        require(!line.day().isAfter(desk.today()) && !line.day().isBefore(fund.openedOn()), Reason.NOT_POSSIBLE);
        Deposit deposit = new Deposit(
                desk.freshId(),
                fund.id(),
                fund.path(),
                line.serial(),
                line.day(),
                line.sum(),
                line.payer(),
                line.remark(),
                PERSON.matcher(line.payer()).matches(),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO);
        if (deposits.add(deposit, Desk.actor(), desk.moment())) {
            return Optional.of(deposit);
        }
        boolean isSame = deposits.known(fund.id(), line.serial())
                .filter(there -> there.day().equals(line.day()) && there.sum().equals(line.sum()))
                .isPresent();
        if (!isSame) {
            throw new ContributionRefused(Reason.SERIAL_CLASHES, "第 %d 行".formatted(line.row()));
        }
        return Optional.empty();
    }

    /** What an open bill is looked for by. */
    private record Open(BillReference.Index references, Map<String, List<Bill>> names, List<Bill> all) {

        static Open of(List<Bill> all) {
            return new Open(
                    new BillReference.Index(all),
                    all.stream().collect(Collectors.groupingBy(bill -> plain(bill.payerName()))),
                    all);
        }

        private List<Bill> named(Deposit deposit) {
            return names.getOrDefault(plain(deposit.payer()), List.of());
        }

        private static String plain(String name) {
            return BillReference.normal(name).replaceAll("\\s", "");
        }
    }

    private int match(List<Deposit> fresh) {
        Open open = Open.of(bills.open());
        Set<UUID> touched = new HashSet<>();
        fresh.forEach(deposit -> {
            open.references().in(deposit.remark()).forEach(bill -> touched.add(bill.id()));
            open.named(deposit).forEach(bill -> touched.add(bill.id()));
        });
        allocations.locked(touched);
        int matched = 0;
        for (Deposit deposit : fresh) {
            if (!deposit.isPersonal() && match(deposit, open)) {
                matched++;
            }
        }
        return matched;
    }

    /** Whether its bills are beyond doubt, as they stand now. */
    private boolean match(Deposit deposit, Open open) {
        List<Bill> meant = open.references().in(deposit.remark());
        if (!meant.isEmpty()) {
            return allocate(deposit, now(meant), Found.REFERENCE);
        }
        List<Bill> named = now(open.named(deposit));
        List<Bill> same =
                named.stream().filter(bill -> bill.open().equals(deposit.sum())).toList();
        return allocate(deposit, same.size() == 1 ? same : named, Found.NAME);
    }

    private List<Bill> now(Collection<Bill> before) {
        return bills.find(before.stream().map(Bill::id).toList()).stream()
                .filter(bill -> bill.open().isPositive())
                .toList();
    }

    private boolean allocate(Deposit deposit, List<Bill> all, Found found) {
        if (all.isEmpty() || !sum(all).equals(deposit.sum())) {
            return false;
        }
        allocations.allocate(
                deposit.id(),
                all.stream().map(bill -> new Part(bill.id(), bill.open())).toList(),
                found);
        return true;
    }

    private static Money sum(List<Bill> all) {
        return Money.sum(all.stream().map(Bill::open).toList());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Caller caller, int max) {
        desk.require(caller, Operation.CONTRIBUTION_VIEW);
        Open open = Open.of(bills.open());
        return deposits.waiting(max).stream()
                .map(deposit -> new Waiting(deposit, candidates(deposit, open)))
                .toList();
    }

    private static List<Bill> candidates(Deposit deposit, Open open) {
        Set<Bill> candidates = new LinkedHashSet<>(open.references().in(deposit.remark()));
        candidates.addAll(open.named(deposit));
        open.all().stream().filter(bill -> bill.open().equals(deposit.left())).forEach(candidates::add);
        return candidates.stream().limit(CANDIDATES_MAX).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Deposit deposit(Caller caller, UUID id) {
        return let(caller, Operation.CONTRIBUTION_VIEW, id);
    }

    private Deposit let(Caller caller, Operation operation, UUID id) {
        Deposit deposit = deposits.find(id).orElseThrow(() -> new ContributionRefused(Reason.ABSENT));
        desk.require(caller, operation, deposit.path());
        return deposit;
    }

    @Override
    public void mark(Caller caller, UUID id, boolean isPersonal, String reason) {
        Deposit deposit = let(caller, Operation.CONTRIBUTION_RECEIVE, id);
        require(!reason.isBlank(), Reason.REASON_MISSING);
        require(deposits.mark(id, isPersonal), Reason.DECIDED);
        desk.done("contribution.mark", "deposit", id, deposit.path(), Optional.of(reason));
    }

    @Override
    public List<Allocation> allocate(Caller caller, UUID id, List<Part> parts) {
        let(caller, Operation.CONTRIBUTION_RECEIVE, id);
        require(!parts.isEmpty(), Reason.NOT_POSSIBLE);
        return allocations.allocate(id, parts, Found.HAND);
    }

    @Override
    public void undo(Caller caller, UUID id, String reason) {
        require(!reason.isBlank(), Reason.REASON_MISSING);
        Allocation allocation = deposits.allocation(id).orElseThrow(() -> new ContributionRefused(Reason.ABSENT));
        let(caller, Operation.CONTRIBUTION_RECEIVE, allocation.deposit());
        allocations.undo(allocation, reason);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Allocation> allocations(Caller caller, UUID depositOrBill) {
        desk.require(caller, Operation.CONTRIBUTION_VIEW);
        return deposits.allocations(depositOrBill);
    }
}
