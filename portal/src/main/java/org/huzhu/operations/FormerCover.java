package org.huzhu.operations;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huzhu.city.Townspeople;
import org.huzhu.city.Townspeople.Townsman;
import org.huzhu.demonstration.Worker;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.operations.PastMonths.Term;
import org.huzhu.unions.Organisation;

/** Five years of cover of some units, of which the last year runs today: each enrolled, renewed and paid as it went. */
final class FormerCover {

    static final int YEARS = 5;

    /** Others than work there come from this end of the city. */
    private static final int PEOPLE_FROM = 300_000;

    private static final int OF_A_HUNDRED = 85;
    private static final int YOUNGEST = 18;
    private static final int OLDEST = 58;

    private final Doors doors;
    private final List<Worker> workers;
    private final LocalDate today;
    private final Townspeople people;
    private int next = PEOPLE_FROM;

    FormerCover(Doors doors, List<Worker> workers, Townspeople people) {
        this.doors = doors;
        this.workers = List.copyOf(workers);
        this.today = doors.today();
        this.people = people;
    }

    /**
     * What a unit takes part in.
     *
     * @param monthsAgo when the year of cover began that runs today; 0 for the first of January, as a plan has it that
     *     goes by the calendar year
     */
    private record Choice(int monthsAgo, List<Wanted> plans) {

        static final List<Choice> ALL = List.of(
                of(3, wanted("意外伤害", Optional.of("50元档"))),
                of(5, plain("住院津贴"), plain("住院医疗")),
                of(7, plain("住院津贴"), plain("住院医疗"), wanted("意外伤害", Optional.of("26元档"))),
                of(9, plain("住院津贴"), plain("住院医疗"), plain("女工特疾")),
                of(0, plain("重大疾病"), plain("住院医疗")));

        Choice {
            plans = List.copyOf(plans);
        }

        private static Choice of(int monthsAgo, Wanted... plans) {
            return new Choice(monthsAgo, List.of(plans));
        }

        private static Wanted plain(String plan) {
            return wanted(plan, Optional.empty());
        }

        private static Wanted wanted(String plan, Optional<String> tier) {
            return new Wanted(plan, tier);
        }

        /** The first day of the year of cover that runs on the day. */
        LocalDate lastStart(LocalDate day) {
            return monthsAgo == 0 ? day.withDayOfYear(1) : day.withDayOfMonth(1).minusMonths(monthsAgo);
        }
    }

    /** How many units are under cover. */
    static int units() {
        return Choice.ALL.size();
    }

    /** Lets the years pass at the units, as many as there are choices. */
    void file(List<Organisation> units) {
        Map<YearMonth, List<Term>> months = new TreeMap<>();
        for (int i = 0; i < Math.min(units.size(), Choice.ALL.size()); i++) {
            terms(Choice.ALL.get(i), units.get(i), months);
        }
        PastMonths past = new PastMonths(doors);
        months.forEach(past::pass);
    }

    private void terms(Choice choice, Organisation unit, Map<YearMonth, List<Term>> months) {
        LocalDate first = choice.lastStart(today).minusYears(YEARS - 1);
        for (int year = 0; year < YEARS; year++) {
            boolean renews = year > 0;
            months.computeIfAbsent(PastMonths.before(first.plusYears(year)), _ -> new ArrayList<>())
                    .add(new Term(unit, choice.plans(), renews, renews ? List.of() : roster(unit, first)));
        }
    }

    /** Those who worked there by then, and as many more as make up 85 of a hundred of its staff. */
    private List<String> roster(Organisation unit, LocalDate day) {
        List<String> rows = new ArrayList<>();
        workers.stream()
                .filter(worker -> worker.unit().id().equals(unit.id()))
                .filter(worker ->
                        worker.since().isBefore(day) && isOfAge(worker.id().birthDate()))
                .forEach(worker -> rows.add(Doors.row(worker.name(), worker.id(), worker.since())));
        int wanted = doors.staff(unit) * OF_A_HUNDRED / 100;
        while (rows.size() < wanted) {
            Townsman person = people.person(next++);
            if (isOfAge(person.id().birthDate())) {
                rows.add(Doors.row(person.name(), person.id(), day.minusYears(1)));
            }
        }
        return rows;
    }

    /** Of an age to take part in all of the years. */
    private boolean isOfAge(LocalDate born) {
        return !born.plusYears(YOUNGEST + YEARS).isAfter(today)
                && born.plusYears(OLDEST).isAfter(today);
    }
}
