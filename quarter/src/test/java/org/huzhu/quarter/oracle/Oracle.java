package org.huzhu.quarter.oracle;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Settles a quarter slowly and plainly. Where the requirement is open, the reading chosen stands beside the code. */
final class Oracle {

    private static final String HEADER = "member_no,id_number,card_no,agency,year,quarter,"
            + "outpatient_self_pay_1,inpatient_self_pay_1,entitled,paid_before,due\n";

    private final int year;
    private final int quarter;
    private final Map<String, List<Holder>> register;
    private final Rule rule;
    private final List<FeedLine> rows = new ArrayList<>();
    private final IdentityHashMap<FeedLine, String> reasons = new IdentityHashMap<>();
    private final Map<String, FeedLine> standing = new HashMap<>();
    private final Set<String> takenBack = new HashSet<>();

    private Oracle(int year, int quarter, List<Holder> register, Rule rule) {
        this.year = year;
        this.quarter = quarter;
        this.register = register.stream().collect(Collectors.groupingBy(Holder::person));
        this.rule = rule;
    }

    /** Settles the quarter of the year; what it gives depends on the files alone. */
    static Settled settle(int year, int quarter, List<Path> feeds, Path members, List<Path> paid, Rule rule)
            throws IOException {
        Oracle oracle = new Oracle(year, quarter, Reading.register(members), rule);
        for (Path feed : feeds) {
            oracle.rows.addAll(Reading.feed(feed));
        }
        oracle.judgeAlone();
        oracle.judgePersons();
        oracle.judgeCancellations();
        return oracle.pay(Reading.paid(year, paid));
    }

    /** Reasons 1 to 6, in the order of the input; of two rows with one number the first that comes so far stands. */
    private void judgeAlone() {
        for (FeedLine row : rows) {
            Optional<String> fault = row.ownFault(year, quarter);
            if (fault.isPresent()) {
                reasons.put(row, fault.get());
                continue;
            }
            FeedLine first = standing.putIfAbsent(row.recordNo(), row);
            if (first != null) {
                boolean same = first.isCancellation() == row.isCancellation()
                        && first.content().equals(row.content());
                reasons.put(row, same ? "DUPLICATE" : "CONFLICTING");
            }
        }
    }

    /** Reasons 9 and 10. They come first here, because only an accepted row can be taken back. */
    private void judgePersons() {
        for (FeedLine row : rows) {
            if (reasons.containsKey(row) || row.isCancellation()) {
                continue;
            }
            List<Holder> cards = cards(row.person());
            if (cards.isEmpty()) {
                reasons.put(row, "UNKNOWN_PERSON");
            } else if (cards.stream().noneMatch(card -> card.isValidOn(row.day("settled_on")))) {
                reasons.put(row, "NOT_COVERED");
            }
        }
    }

    /** Reasons 7 and 8: whatever the order of the rows, a cancellation finds its record. */
    private void judgeCancellations() {
        for (FeedLine row : rows) {
            if (reasons.containsKey(row) || !row.isCancellation()) {
                continue;
            }
            FeedLine target = standing.get(row.text("cancels"));
            if (target == null || reasons.containsKey(target) || target.isCancellation()) {
                reasons.put(row, "CANCELS_UNKNOWN");
            } else if (!takenBack.add(row.text("cancels"))) {
                reasons.put(row, "CANCELLED_TWICE");
            }
        }
    }

    private List<Holder> cards(String person) {
        return register.getOrDefault(person, List.of());
    }

    private Settled pay(Map<String, BigDecimal> paidBefore) {
        Map<String, List<FeedLine>> bills = new HashMap<>();
        for (FeedLine row : rows) {
            if (!reasons.containsKey(row) && !row.isCancellation() && !takenBack.contains(row.recordNo())) {
                bills.computeIfAbsent(row.person(), _ -> new ArrayList<>()).add(row);
            }
        }
        Set<String> persons = new TreeSet<>(bills.keySet());
        persons.addAll(paidBefore.keySet());
        List<Account> accounts = new ArrayList<>();
        for (String person : persons) {
            accounts.add(account(
                    person, bills.getOrDefault(person, List.of()), paidBefore.getOrDefault(person, BigDecimal.ZERO)));
        }
        accounts.sort(Comparator.comparing(account -> account.card().memberNo()));
        List<Account> toPay =
                accounts.stream().filter(account -> account.due().signum() > 0).toList();
        List<Account> toCarry =
                accounts.stream().filter(account -> account.due().signum() < 0).toList();
        return new Settled(text(toPay), text(toCarry), rejects(), counts(toPay, toCarry));
    }

    private record Account(
            Holder card, BigDecimal outpatient, BigDecimal inpatient, BigDecimal entitled, BigDecimal paidBefore) {

        BigDecimal due() {
            return entitled.subtract(paidBefore);
        }
    }

    private Account account(String person, List<FeedLine> bills, BigDecimal paidBefore) {
        BigDecimal outpatient = BigDecimal.ZERO;
        for (FeedLine bill : bills) {
            if (!bill.isStay()) {
                outpatient = outpatient.add(bill.amount("self_pay_1"));
            }
        }
        BigDecimal counting = above(outpatient, rule.outpatientFrom());
        BigDecimal inpatient = BigDecimal.ZERO;
        BigDecimal from = rule.firstStayFrom();
        List<FeedLine> stays = new ArrayList<>(bills);
        stays.removeIf(bill -> !bill.isStay());
        stays.sort(
                Comparator.comparing((FeedLine stay) -> stay.day("admitted_on")).thenComparing(FeedLine::recordNo));
        for (FeedLine stay : stays) {
            inpatient = inpatient.add(stay.amount("self_pay_1"));
            counting = counting.add(above(stay.amount("self_pay_1"), from));
            from = rule.laterStayFrom();
        }
        BigDecimal entitled =
                counting.multiply(rule.rate()).setScale(2, RoundingMode.HALF_UP).min(rule.yearlyMost());
        return new Account(cardOf(person), outpatient, inpatient, entitled, paidBefore);
    }

    private static BigDecimal above(BigDecimal amount, BigDecimal from) {
        return amount.subtract(from).max(BigDecimal.ZERO);
    }

    /** Of the cards valid when the quarter ends, else of all, the one that became valid last; then the first listed. */
    private Holder cardOf(String person) {
        LocalDate end = LocalDate.of(year, quarter * 3, 1).plusMonths(1).minusDays(1);
        List<Holder> valid =
                cards(person).stream().filter(card -> card.isValidOn(end)).toList();
        List<Holder> choice = valid.isEmpty() ? cards(person) : valid;
        Holder last = choice.getFirst();
        for (Holder card : choice) {
            if (card.from().isAfter(last.from())) {
                last = card;
            }
        }
        return last;
    }

    private String text(List<Account> accounts) {
        StringBuilder text = new StringBuilder(HEADER);
        for (Account account : accounts) {
            text.append(Texts.row(List.of(
                            account.card().memberNo(),
                            account.card().person(),
                            account.card().cardNo(),
                            account.card().agency(),
                            Integer.toString(year),
                            Integer.toString(quarter),
                            Texts.yuan(account.outpatient()),
                            Texts.yuan(account.inpatient()),
                            Texts.yuan(account.entitled()),
                            Texts.yuan(account.paidBefore()),
                            Texts.yuan(account.due()))))
                    .append('\n');
        }
        return text.toString();
    }

    private List<String> rejects() {
        List<String> rejects = new ArrayList<>();
        for (FeedLine row : rows) {
            String reason = reasons.get(row);
            if (reason != null) {
                rejects.add(Texts.row(List.of(row.file(), Integer.toString(row.number()), row.recordNo(), reason)));
            }
        }
        return rejects;
    }

    private SortedMap<String, Long> counts(List<Account> toPay, List<Account> toCarry) {
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("rows_read", (long) rows.size());
        counts.put("rows_accepted", (long) rows.size() - reasons.size());
        reasons.values().forEach(reason -> counts.merge("rejected_" + reason, 1L, Long::sum));
        counts.put("persons_paid", (long) toPay.size());
        counts.put("persons_carried", (long) toCarry.size());
        counts.put("paid_fen", fen(toPay));
        counts.put("carried_fen", fen(toCarry));
        return counts;
    }

    private static long fen(List<Account> accounts) {
        return accounts.stream()
                .map(Account::due)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointRight(2)
                .longValueExact();
    }
}
