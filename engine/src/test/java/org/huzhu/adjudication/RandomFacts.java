package org.huzhu.adjudication;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Terms;
import org.huzhu.columns.Words;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Insured;
import org.huzhu.plan.Library;

/** Members with whatever can happen to them, under any plans of a library: for tests that must meet odd company. */
final class RandomFacts {

    private static final int FIRST_DAY = Day.of(LocalDate.of(2010, 1, 1));
    private static final int DAYS = 3_650;

    private final SplittableRandom random;
    private final FactBuilder builder;
    private final int[] plans;
    private final int[] tiers;
    private final int[] diseases;
    private final int[] icd;
    private final long[] costs = new long[CostField.values().length];

    RandomFacts(Library library, Words words, long seed) {
        random = new SplittableRandom(seed);
        builder = new FactBuilder(words, FactBuilder.ALL_PARTS);
        plans = library.plans().stream()
                .map(plan -> plan.id().plan())
                .distinct()
                .mapToInt(words::number)
                .toArray();
        tiers = library.plans().stream()
                .flatMap(plan -> plan.enrolment().contributions().stream())
                .flatMap(price -> price.tier().stream())
                .distinct()
                .mapToInt(words::number)
                .toArray();
        diseases = library.dictionary().classes().keySet().stream()
                .sorted()
                .mapToInt(words::number)
                .toArray();
        icd = List.of("C50.900", "O80.000", "S72.000").stream()
                .mapToInt(words::number)
                .toArray();
    }

    /** So many members, of about twelve events each. */
    FactColumns members(int count) {
        for (int member = 0; member < count; member++) {
            builder.member();
            int held = 2 + random.nextInt(5);
            for (int i = 0; i < held; i++) {
                terms(plans[random.nextInt(plans.length)]);
            }
            int events = 4 + random.nextInt(17);
            int day = FIRST_DAY + random.nextInt(200);
            for (int place = 0; place < events; place++) {
                event(place, day);
                day += random.nextInt(2 * DAYS / events);
            }
        }
        return builder.build();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private int orNone(int percent, int day) {
        return chance(percent) ? day : Day.NONE;
    }

    private void terms(int plan) {
        int from = FIRST_DAY + random.nextInt(400);
        int tier = chance(80) ? tiers[random.nextInt(tiers.length)] : Words.NONE;
        int years = 3 + random.nextInt(8);
        for (int year = 0; year < years; year++) {
            builder.term(plan, Words.NONE, from, from + 365, 1 + random.nextInt(2), tier, contribution());
            from += chance(80) ? 365 : 340 + random.nextInt(60);
        }
    }

    private long contribution() {
        return chance(80) ? 100L * (10 + random.nextInt(90)) : Terms.UNKNOWN;
    }

    private int person() {
        return chance(90) ? FactColumns.MEMBER : FactColumns.person(Insured.CHILD, random.nextInt(2));
    }

    private int circumstances() {
        Circumstance[] all = Circumstance.values();
        return chance(95) ? 0 : FactColumns.bit(all[random.nextInt(all.length)]);
    }

    private Cause cause() {
        return chance(75) ? Cause.ILLNESS : Cause.ACCIDENT;
    }

    private long[] bill() {
        Arrays.fill(costs, Bills.UNKNOWN);
        for (CostField field : CostField.values()) {
            if (chance(60)) {
                costs[field.ordinal()] = random.nextInt(chance(5) ? 20_000_000 : 600_000);
            }
        }
        return costs;
    }

    private void event(int place, int day) {
        int kind = random.nextInt(100);
        if (kind < 40) {
            builder.visit(person(), day, circumstances(), bill());
        } else if (kind < 75) {
            stay(place, day);
        } else if (kind < 85) {
            builder.diagnosis(
                    person(),
                    diseases[random.nextInt(diseases.length)],
                    day,
                    orNone(90, day + 3),
                    orNone(90, day),
                    orNone(5, day - 300),
                    circumstances());
        } else {
            misfortune(day);
        }
    }

    private void stay(int place, int day) {
        int days = 1 + random.nextInt(20);
        FactBuilder.StayDays when = new FactBuilder.StayDays(
                day,
                day + days,
                orNone(10, day - 2),
                orNone(90, day + days + random.nextInt(90)),
                orNone(90, day + days));
        int before = place > 0 && chance(10) ? place - 1 : FactColumns.NO_EVENT;
        int code = chance(20) ? icd[random.nextInt(icd.length)] : Words.NONE;
        builder.stay(person(), when, 1 + random.nextInt(3), cause(), code, before, bill(), circumstances());
    }

    private void misfortune(int day) {
        switch (random.nextInt(4)) {
            case 0 -> builder.death(person(), day, cause(), orNone(50, day - 9), FactColumns.NO_EVENT, circumstances());
            case 1 -> {
                LossCause[] causes = LossCause.values();
                builder.loss(
                        person(),
                        day,
                        causes[random.nextInt(causes.length)],
                        random.nextInt(9_000_000),
                        1 + random.nextInt(2),
                        circumstances());
            }
            case 2 -> builder.maturity(person(), day, circumstances());
            default -> {
                long grades = chance(60) ? FactBuilder.grade(0, 1 + random.nextInt(10)) : 0;
                FactBuilder.Harm harm = new FactBuilder.Harm(
                        grades,
                        chance(10) ? 1 + random.nextInt(10) : 0,
                        orNone(50, day + random.nextInt(250)),
                        random.nextInt(60),
                        random.nextInt(20),
                        random.nextInt(8));
                builder.accident(person(), day, harm, circumstances());
            }
        }
    }
}
