package org.huzhu.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Members;
import org.huzhu.columns.Part;
import org.huzhu.columns.Terms;
import org.huzhu.columns.Words;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;

/** Made-up members with cover and events, for tests. */
final class Town {

    private static final String[] PLANS = {"暖互助", "住院医疗", "住院津贴", "女工特疾", "重大疾病", "意外伤害"};
    private static final int NEW_YEAR = Day.of(LocalDate.of(2014, 1, 1));
    private static final int YEARS = 6;

    final Words words = new Words();
    private final SplittableRandom random;

    Town(long seed) {
        random = new SplittableRandom(seed);
        Arrays.stream(PLANS).forEach(words::number);
    }

    /** So many parts of so many members. */
    List<Part> parts(int parts, int members) {
        List<Part> all = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            FactBuilder facts = new FactBuilder(words, EnumSet.allOf(CostField.class));
            Members people = new Members();
            for (int member = 0; member < members; member++) {
                people.add(
                        words.number("代办处" + random.nextInt(5)),
                        random.nextBoolean() ? Sex.FEMALE : Sex.MALE,
                        NEW_YEAR - 365 * (18 + random.nextInt(45)) - random.nextInt(365));
                facts.member();
                terms(facts);
                events(facts);
            }
            all.add(new Part(people, facts.build()));
        }
        return all;
    }

    private void terms(FactBuilder facts) {
        for (String plan : PLANS) {
            int off = random.nextInt(365);
            for (int year = 0; random.nextInt(3) > 0 && year < YEARS; year++) {
                int from = Day.of(Day.date(NEW_YEAR).plusYears(year)) + off;
                facts.term(words.find(plan), Words.NONE, from, from + 365, 1, Words.NONE, Terms.UNKNOWN);
            }
        }
    }

    private void events(FactBuilder facts) {
        for (int event = random.nextInt(8); event > 0; event--) {
            int day = NEW_YEAR + random.nextInt(YEARS * 365);
            if (random.nextInt(4) == 0) {
                facts.visit(FactColumns.MEMBER, day, 0, bill(CostField.SELF_PAY_1, random.nextInt(500_000)));
            } else {
                stay(facts, day, 1 + random.nextInt(30), random.nextInt(1_000_000));
            }
        }
    }

    /** A stay by illness. */
    static void stay(FactBuilder facts, int day, int days, long fen) {
        facts.stay(
                FactColumns.MEMBER,
                new FactBuilder.StayDays(day, day + days, Day.NONE, Day.NONE, day + days),
                3,
                Cause.ILLNESS,
                Words.NONE,
                FactColumns.NO_EVENT,
                bill(CostField.SELF_PAID_AFTER_INSURANCE, fen),
                0);
    }

    private static long[] bill(CostField field, long fen) {
        long[] costs = new long[CostField.values().length];
        Arrays.fill(costs, Bills.UNKNOWN);
        costs[field.ordinal()] = fen;
        return costs;
    }
}
