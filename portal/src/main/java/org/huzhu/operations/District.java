package org.huzhu.operations;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.huzhu.city.Townspeople;
import org.huzhu.city.Townspeople.Townsman;
import org.huzhu.database.Scope;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.kernel.CreditCode;
import org.huzhu.kernel.Money;
import org.huzhu.operations.DistrictYears.Heads;
import org.huzhu.operations.FirstTargets.Year;
import org.huzhu.operations.PastMonths.Term;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnitFacts;
import org.huzhu.unions.UnitFacts.Contact;
import org.huzhu.unions.UnitFacts.Kind;

/**
 * The district of Dongcheng from 2014 to 2018, at full size or a part of it: units that come in year by year, renew,
 * lose people and win others, and pay by the bank, so that each yuan that the district collected stands behind cover.
 */
final class District {

    private static final List<String> STREETS = List.of(
            "东华门", "景山", "交道口", "安定门", "北新桥", "东四", "朝阳门", "建国门", "东直门", "和平里", "前门", "崇文门外", "东花市", "龙潭", "体育馆路", "天坛",
            "永定门外");
    private static final List<String> TRADES = List.of("商业", "教育", "物业", "餐饮");

    private static final int MONTHS = 12;

    /** Of so many people one leaves each year. */
    private static final int PEOPLE_TO_A_LEAVER = 12;

    /** So many in a hundred of the staff take part. */
    private static final int PARTICIPATION = 90;

    private static final String HOSPITAL_CASH = "住院津贴";
    private static final String HOSPITAL = "住院医疗";

    private final Doors doors;
    private final Organisation agency;
    private final DistrictYears years;
    private final DistrictPeople people;
    private final Consumer<String> progress;
    private final List<Unit> units = new ArrayList<>();

    District(Doors doors, Organisation agency, Townspeople town, int divisor, Consumer<String> progress) {
        this.doors = doors;
        this.agency = agency;
        this.years = new DistrictYears(divisor);
        this.people = new DistrictPeople(town);
        this.progress = progress;
    }

    /** A unit, and who of it takes part, the longest there first. */
    private record Unit(Organisation organisation, int number, boolean isInThree, List<Townsman> taking) {

        List<Wanted> plans() {
            Wanted cash = new Wanted(HOSPITAL_CASH, Optional.empty());
            Wanted hospital = new Wanted(HOSPITAL, Optional.empty());
            return isInThree
                    ? List.of(cash, hospital, new Wanted("意外伤害", Optional.of("26元档")))
                    : List.of(cash, hospital);
        }

        /** The month in which it enrols and pays, the same each year. */
        int month() {
            return number % MONTHS + 1;
        }
    }

    /** Lets the five years pass. */
    void file() {
        List<Year> all = years.years();
        FirstTargets targets = new FirstTargets(doors, agency);
        for (int place = 0; place < all.size(); place++) {
            Year year = all.get(place);
            doors.get(TurnedClock.class).turnTo(LocalDate.of(year.year(), 1, 2));
            targets.set(year.year(), year.target());
            Money paid = pass(year.year(), headsOf(place, year));
            if (!paid.equals(year.collected())) {
                throw new IllegalStateException(
                        "%d came to %s, not to %s".formatted(year.year(), paid, year.collected()));
            }
        }
    }

    /** How many people of each unit are to take part in the year; units that come in are opened. */
    private Map<Unit, Integer> headsOf(int place, Year year) {
        Heads heads = Heads.paying(year.collected());
        int inThree = years.unitsInThree();
        Map<Unit, Integer> all = new LinkedHashMap<>();
        share(heads.three(), true, DistrictYears.takingPart(inThree, place), year.year(), all);
        share(heads.two(), false, DistrictYears.takingPart(years.units() - inThree, place), year.year(), all);
        return all;
    }

    private void share(int heads, boolean isInThree, int count, int year, Map<Unit, Integer> to) {
        while (standing(isInThree).size() < count) {
            units.add(new Unit(open(units.size(), year), units.size(), isInThree, new ArrayList<>()));
        }
        List<Integer> shares = DistrictYears.shares(heads, count);
        List<Unit> these = standing(isInThree);
        for (int i = 0; i < count; i++) {
            to.put(these.get(i), shares.get(i));
        }
    }

    private List<Unit> standing(boolean isInThree) {
        return units.stream().filter(unit -> unit.isInThree() == isInThree).toList();
    }

    private Organisation open(int number, int year) {
        String name = "%s%s联合工会"
                .formatted(STREETS.get(number % STREETS.size()), TRADES.get(number / STREETS.size() % TRADES.size()));
        Opening opening = new Opening(Tier.UNIT, name, Optional.of(agency.id()));
        return Scope.ofSystem().call(() -> doors.get(Founding.class).open(opening, occasion(year)));
    }

    private static Occasion occasion(int year) {
        return new Occasion(LocalDate.of(year, 1, 1), "演示数据");
    }

    private Money pass(int year, Map<Unit, Integer> heads) {
        Map<YearMonth, List<Term>> months = new TreeMap<>();
        heads.forEach((unit, count) -> {
            state(unit, count, year);
            months.computeIfAbsent(YearMonth.of(year, unit.month()), _ -> new ArrayList<>())
                    .add(term(unit, count, YearMonth.of(year, unit.month())));
        });
        int people = heads.values().stream().mapToInt(Integer::intValue).sum();
        PastMonths past = new PastMonths(doors);
        Money paid = Money.ZERO;
        for (Map.Entry<YearMonth, List<Term>> month : months.entrySet()) {
            paid = paid.plus(past.pass(month.getKey(), month.getValue()));
            progress.accept("  东城区 %s：当年参保 %,d 人，会费已缴 %s".formatted(month.getKey(), people, paid));
        }
        return paid;
    }

    /** What the unit says of itself for the year. */
    private void state(Unit unit, int heads, int year) {
        int staff = heads * 100 / PARTICIPATION;
        UnitFacts facts = new UnitFacts(
                Optional.empty(),
                Optional.of(CreditCode.withChecks("91110101", "MF%06d".formatted(unit.number()))),
                Kind.PRIVATE_ENTERPRISE,
                staff,
                staff / 2,
                Optional.empty());
        Contact contact = new Contact(people.official(unit.number()), "1380000%04d".formatted(8_000 + unit.number()));
        Scope.ofSystem()
                .run(() -> doors.get(Founding.class).state(unit.organisation().id(), facts, contact, occasion(year)));
    }

    /** Who leaves and who comes so that so many take part. */
    private Term term(Unit unit, int heads, YearMonth month) {
        List<Townsman> taking = unit.taking();
        boolean renews = !taking.isEmpty();
        int leaving = renews ? Math.max(taking.size() / PEOPLE_TO_A_LEAVER, taking.size() - heads) : 0;
        List<Townsman> leavers = taking.subList(0, leaving);
        List<String> rows = new ArrayList<>();
        leavers.forEach(person -> rows.add(Doors.leaves(person.name(), person.id())));
        leavers.clear();
        LocalDate since = month.minusMonths(1).atDay(1);
        while (taking.size() < heads) {
            Townsman person = people.next();
            taking.add(person);
            rows.add(Doors.row(person.name(), person.id(), since));
        }
        return new Term(unit.organisation(), unit.plans(), renews, rows);
    }
}
