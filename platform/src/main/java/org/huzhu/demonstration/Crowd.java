package org.huzhu.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.huzhu.city.Chance;
import org.huzhu.city.Townspeople;
import org.huzhu.city.Townspeople.Townsman;
import org.huzhu.demonstration.Founders.Founded;
import org.huzhu.demonstration.Worker.Category;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;

/** The people of the demonstration. The same seed gives the same people at the same units. */
final class Crowd {

    private static final long SEED = 20260101;
    private static final int YEAR = 2026;
    private static final LocalDate LAST_START = LocalDate.of(YEAR, 1, 1);

    /** Officials come from another end of the city than workers, so that nobody is both. */
    private static final int OFFICIALS_FROM = 9_000_000;

    private static final int OFFICIAL_PHONES_FROM = 9_000;

    private static final int HARDSHIP_IN_THOUSAND = 12;
    private static final int MODEL_IN_THOUSAND = 4;

    private final Townspeople people = new Townspeople(SEED, YEAR);

    Chance chance(int number) {
        return Chance.of(SEED, number, Chance.Purpose.WORK);
    }

    /** The name of an official. */
    String official(int number) {
        return people.person(OFFICIALS_FROM + number).name();
    }

    /** The phone of an official. */
    static String officialPhone(int number) {
        return phone(OFFICIAL_PHONES_FROM + number);
    }

    /** A mobile number of a block that stands in examples everywhere; there are ten thousand. */
    private static String phone(int number) {
        return "1380000%04d".formatted(number);
    }

    /** So many workers, spread over the units by how many work there. */
    List<Worker> workers(List<Founded> founded, int count) {
        List<Founded> units = founded.stream()
                .filter(one -> one.organisation().tier() == Tier.UNIT)
                .toList();
        List<Integer> shares = shares(units.stream().map(Founded::staff).toList(), count);
        List<Worker> workers = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            for (int i = 0; i < shares.get(unit); i++) {
                workers.add(worker(workers.size(), units.get(unit).organisation()));
            }
        }
        return workers;
    }

    private Worker worker(int index, Organisation unit) {
        Townsman person = people.person(index);
        Chance chance = chance(index);
        LocalDate earliest = latest(person.id().birthDate().plusYears(18), unit.openedOn());
        int days = Math.max(1, (int) (LAST_START.toEpochDay() - earliest.toEpochDay()));
        return new Worker(
                person.name(),
                person.id(),
                person.card(),
                phone(index),
                unit,
                earliest.plusDays(chance.below(days)),
                category(unit, chance));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Category category(Organisation unit, Chance chance) {
        if (unit.name().contains("骑手") || unit.name().contains("司机")) {
            return Category.NEW_FORM;
        }
        if (chance.inThousand(HARDSHIP_IN_THOUSAND)) {
            return Category.HARDSHIP;
        }
        return chance.inThousand(MODEL_IN_THOUSAND) ? Category.MODEL : Category.EMPLOYED;
    }

    /** Whole shares of the count in proportion to the weights: what is left over goes to the largest remainders. */
    static List<Integer> shares(List<Integer> weights, int count) {
        long sum = weights.stream().mapToLong(Integer::longValue).sum();
        List<Integer> shares = new ArrayList<>(weights.stream()
                .map(weight -> (int) ((long) weight * count / sum))
                .toList());
        int left = count - shares.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer place) -> -((long) weights.get(place) * count % sum))
                        .thenComparing(place -> place))
                .limit(left)
                .forEach(place -> shares.set(place, shares.get(place) + 1));
        return shares;
    }
}
