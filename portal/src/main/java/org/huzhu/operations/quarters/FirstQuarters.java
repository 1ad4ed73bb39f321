package org.huzhu.operations.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.demonstration.Demonstration.Filled;
import org.huzhu.demonstration.Worker;
import org.huzhu.operations.DemonstrationSize;
import org.huzhu.operations.Doors;
import org.huzhu.quarters.FeedFile;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.QuarterDesk;
import org.huzhu.quarters.QuarterWork;
import org.huzhu.quarters.checks.QuarterChecks;
import org.huzhu.quarters.checks.QuarterChecks.Draw;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.context.ApplicationContext;

/**
 * Two quarters of secondary reimbursement of last year: one is confirmed, also for workers in hardship and model
 * workers; the next waits to be compared. Of the year before, what lay above the ceiling is confirmed.
 */
public final class FirstQuarters {

    private static final String PLAN = "暖互助";
    private static final int PEOPLE = 1_500;
    private static final int MONTHS = 3;
    private static final String FEED =
            "record_no,id_number,visit,admitted_on,discharged_on,settled_on,institution,total,fund_paid,large_sum_paid,"
                    + "self_pay_1,self_pay_2,own_cost,cancels\n";
    private static final String REGISTER = "member_no,id_number,name,card_no,valid_from,valid_to,agency\n";

    /** Each of the first gets something: whoever looks around signs in as one of them. */
    private static final int FIRST = 40;

    private static final Set<Integer> MISTYPED = Set.of(30, 31);

    /** One row in so many is of somebody whom nobody knows, as it happens. */
    private static final int UNKNOWN_EACH = 150;

    private static final int ONE_IN = 100;

    private final Doors doors;
    private final List<Worker> workers;
    private final FirstDesignated designated;

    /** By their paths. */
    private final Map<String, String> agencies;

    /** Of a society of the size: only the larger has as many designated people as there were. */
    public FirstQuarters(ApplicationContext society, Filled filled, DemonstrationSize size) {
        this.doors = new Doors(society, filled.posts().getFirst().organisation());
        int each = Math.max(1, filled.workers().size() / PEOPLE);
        this.designated = new FirstDesignated(doors, filled.workers(), size);
        this.workers = IntStream.range(0, filled.workers().size())
                .filter(place -> place < FIRST
                        || place % each == 0
                        || designated.has(filled.workers().get(place)))
                .mapToObj(filled.workers()::get)
                .toList();
        this.agencies = Scope.ofSystem()
                .call(() -> doors.get(UnionTree.class).below(doors.office().id()).stream()
                        .collect(Collectors.toMap(Organisation::path, Organisation::name)));
    }

    /** Settles them; gives the id of the quarter for all that was confirmed. */
    public UUID settle() {
        int year = doors.today().getYear() - 1;
        UUID first = tried(new Quarter(PLAN, year, 1));
        confirm(first);
        designated.bring(year);
        for (FirstDesignated.Group group : FirstDesignated.Group.values()) {
            UUID run = open(new Quarter(group.plan(), year, 1));
            ask(run);
            confirm(run);
        }
        FirstFilings filings = new FirstFilings(doors, workers);
        filings.file(PLAN, year);
        // Of last year there are quarters to come, and no other is opened once its run above the ceiling is.
        filings.accepted(PLAN, year - 1);
        UUID above = open(new Quarter(PLAN, year - 1, Quarter.YEARLY));
        ask(above);
        confirm(above);
        check(tried(new Quarter(PLAN, year, 2)));
        return first;
    }

    /** Some are drawn and were found to be entitled: what street unions look at before anything is paid. */
    private void check(UUID run) {
        QuarterChecks checks = doors.get(QuarterChecks.class);
        Caller officer = doors.official(Role.RELIEF_OFFICER);
        int _ = doors.as(officer, () -> checks.draw(officer, run, new Draw(Optional.empty(), ONE_IN)));
        doors.as(officer, () -> checks.waiting(officer, PEOPLE))
                .forEach(each -> doors.as(officer, () -> {
                    checks.answer(officer, each.id(), true, "");
                    return true;
                }));
    }

    private UUID tried(Quarter quarter) {
        Caller officer = doors.official(Role.RELIEF_OFFICER);
        UUID run = open(quarter);
        bring(officer, run, Kind.FEED, feed(quarter));
        bring(officer, run, Kind.REGISTER, register());
        ask(run);
        return run;
    }

    private UUID open(Quarter quarter) {
        Caller officer = doors.official(Role.RELIEF_OFFICER);
        return doors.as(officer, () -> doors.get(QuarterDesk.class).open(officer, quarter));
    }

    private void ask(UUID run) {
        Caller officer = doors.official(Role.RELIEF_OFFICER);
        int _ = doors.as(officer, () -> doors.get(QuarterDesk.class).ask(officer, run));
        doors.get(QuarterWork.class).go();
    }

    private void bring(Caller officer, UUID run, Kind kind, String text) {
        FeedFile _ = doors.as(
                officer,
                () -> doors.get(QuarterDesk.class)
                        .bring(officer, run, kind, new ByteArrayInputStream(text.getBytes(UTF_8)), Manifest.NONE));
    }

    private void confirm(UUID run) {
        QuarterDesk desk = doors.get(QuarterDesk.class);
        Caller officer = doors.official(Role.RELIEF_OFFICER);
        doors.as(officer, () -> {
            desk.warnings(officer, run).forEach(warning -> desk.see(officer, run, 1, warning.kind()));
            desk.propose(officer, run, 1);
            return true;
        });
        Caller other = new Caller(
                        new UUID(0, 1),
                        Role.OFFICE_REVIEWER,
                        Optional.of(doors.office().path()),
                        Optional.empty())
                .fresh();
        doors.as(other, () -> {
            desk.confirm(other, run, 1);
            return true;
        });
        doors.get(QuarterWork.class).go();
    }

    private String register() {
        StringBuilder rows = new StringBuilder(REGISTER);
        for (int i = 0; i < workers.size(); i++) {
            Worker worker = workers.get(i);
            rows.append("B%07d,%s,%s,%s,2012-01-01,,%s\n"
                    .formatted(i + 1, worker.id().text(), worker.name(), card(worker, i), agency(worker)));
        }
        return rows.toString();
    }

    /** Of two of them the register has a card with a digit that was mistyped. */
    private static String card(Worker worker, int place) {
        String digits = worker.card().digits();
        if (!MISTYPED.contains(place)) {
            return digits;
        }
        char last = digits.charAt(digits.length() - 1);
        return digits.substring(0, digits.length() - 1) + (char) ('0' + (last - '0' + 1) % 10);
    }

    /** What the agency above his unit is called. */
    private String agency(Worker worker) {
        return agencies.entrySet().stream()
                .filter(agency -> worker.unit().path().startsWith(agency.getKey() + "."))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("");
    }

    private String feed(Quarter quarter) {
        Random chance = new Random(quarter.year() * 10L + quarter.quarter());
        LocalDate from = quarter.end().minusMonths(MONTHS);
        StringBuilder rows = new StringBuilder(FEED);
        for (int i = 0; i < workers.size(); i++) {
            LocalDate day = from.plusDays(chance.nextInt(80));
            String number = "%d%d%07d".formatted(quarter.year(), quarter.quarter(), i);
            int visits = designated.visits(quarter, workers.get(i)).orElse(visits(quarter, chance, i < FIRST));
            rows.append(row("O" + number, workers.get(i), "outpatient", day, visits));
            if (chance.nextInt(100) < 1 && !designated.has(workers.get(i))) {
                rows.append(row("I" + number, workers.get(i), "inpatient", day, 130_000 + chance.nextInt(90_000)));
            }
            if (i % UNKNOWN_EACH == 0) {
                rows.append(row("O" + number, workers.get(i), "outpatient", day, visits + 1));
            }
        }
        return rows.toString();
    }

    /** So that about one in four gets something, and about as much as people do: 100 to 150 yuan. */
    private static int visits(Quarter quarter, Random chance, boolean isFirst) {
        boolean isMuch = chance.nextInt(100) < 22 || isFirst;
        if (!isMuch) {
            return 30_000 + chance.nextInt(65_000);
        }
        return quarter.quarter() == 1 ? 180_000 + chance.nextInt(130_000) : 130_000 + chance.nextInt(70_000);
    }

    private static String row(String number, Worker worker, String visit, LocalDate day, int selfPay) {
        long paid = 3L * selfPay;
        return List.of(
                        number,
                        worker.id().text(),
                        visit,
                        day.toString(),
                        day.plusDays(visit.equals("inpatient") ? 8 : 0).toString(),
                        day.plusDays(9).toString(),
                        "医院",
                        yuan(paid + selfPay),
                        yuan(paid),
                        "0.00",
                        yuan(selfPay),
                        "0.00",
                        "0.00",
                        "")
                .stream()
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }
}
