package org.huzhu.claims.promptness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.promptness.JdbcPromptness.Open;
import org.huzhu.claims.promptness.JdbcPromptness.Owed;
import org.huzhu.claims.promptness.Promptness.Age;
import org.huzhu.claims.promptness.Promptness.Speed;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.WorkCalendar;
import org.huzhu.payments.Payables;
import org.huzhu.payments.Standing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class PromptnessDeskService implements PromptnessDesk {

    private static final int MONTHS = 6;
    private static final int CLAIMS_MAX = 5_000;
    private static final int FRESH = 5;
    private static final int SOON = 8;
    private static final double HALF = 0.5;
    private static final double MOST = 0.9;

    private final JdbcPromptness claims;
    private final Payables payables;
    private final WorkCalendar calendar;
    private final BeyondReach beyond;
    private final Access access;
    private final Clock clock;

    PromptnessDeskService(
            JdbcPromptness claims,
            Payables payables,
            WorkCalendar calendar,
            BeyondReach beyond,
            Access access,
            Clock clock) {
        this.claims = claims;
        this.payables = payables;
        this.calendar = calendar;
        this.beyond = beyond;
        this.access = access;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    @Override
    public Promptness look(Caller caller) {
        access.require(caller, Operation.CLAIM_VIEW, caller.path().orElse(""));
        return new Promptness(speeds(), ages());
    }

    @Override
    public List<Reminder> reminders(Caller caller, int max) {
        String path = caller.path().orElse("");
        access.require(caller, Operation.CLAIM_VIEW, path);
        return claims.told(path, caller.role(), max);
    }

    /** How money stands is told to nobody who does not reach it but as a number of days. */
    private List<Speed> speeds() {
        List<Owed> owed = claims.owed(
                today().minusMonths(MONTHS).atStartOfDay(clock.getZone()).toInstant(), CLAIMS_MAX);
        List<String> keys = owed.stream().flatMap(each -> each.keys().stream()).toList();
        Map<String, Standing> standing = keys.isEmpty() ? Map.of() : beyond.call(() -> payables.standing(keys));
        Map<String, List<Integer>> days = new TreeMap<>();
        owed.forEach(each -> took(each, standing)
                .ifPresent(took -> days.computeIfAbsent(each.agency(), _ -> new ArrayList<>())
                        .add(took)));
        return days.entrySet().stream()
                .map(each -> {
                    List<Integer> sorted = each.getValue().stream().sorted().toList();
                    return new Speed(each.getKey(), sorted.size(), at(sorted, HALF), at(sorted, MOST));
                })
                .toList();
    }

    /** How many working days it took until all of it was on the card; empty where it is not, or was paid before. */
    private OptionalInt took(Owed owed, Map<String, Standing> standing) {
        List<Optional<Standing>> all = owed.keys().stream()
                .map(key -> Optional.ofNullable(standing.get(key)).filter(each -> each.state() == Standing.State.PAID))
                .toList();
        Optional<LocalDate> last =
                all.stream().flatMap(Optional::stream).map(Standing::since).max(LocalDate::compareTo);
        return all.stream().allMatch(Optional::isPresent)
                        && last.isPresent()
                        && !last.get().isBefore(owed.completeOn())
                ? OptionalInt.of(Math.max(0, calendar.between(owed.completeOn(), last.get()) - owed.stoodDays()))
                : OptionalInt.empty();
    }

    /** The least of which so large a part is no larger (nearest rank). */
    private static int at(List<Integer> sorted, double part) {
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }

    private List<Age> ages() {
        Map<ReviewStep, Age> ages = new EnumMap<>(ReviewStep.class);
        LocalDate today = today();
        for (Open open : claims.open(clock.getZone())) {
            Age before = ages.getOrDefault(open.step(), new Age(open.step(), 0, 0, 0, 0, 0));
            int gone = Math.max(0, days(open.completeOn(), today) - open.stoodDays());
            int here = days(open.since(), today);
            ages.put(open.step(), with(before, gone, open.claims(), here));
        }
        return List.copyOf(ages.values());
    }

    private int days(LocalDate from, LocalDate until) {
        return from.isAfter(until) ? 0 : calendar.between(from, until);
    }

    private static Age with(Age age, int gone, int claims, int here) {
        boolean isFresh = gone <= FRESH;
        boolean isSoon = !isFresh && gone <= SOON;
        boolean isDue = !isFresh && !isSoon && gone <= Promptness.PROMISED_DAYS;
        return new Age(
                age.step(),
                age.fresh() + (isFresh ? claims : 0),
                age.soon() + (isSoon ? claims : 0),
                age.due() + (isDue ? claims : 0),
                age.late() + (!isFresh && !isSoon && !isDue ? claims : 0),
                Math.max(age.longest(), here));
    }
}
