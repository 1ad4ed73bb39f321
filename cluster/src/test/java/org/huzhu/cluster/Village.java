package org.huzhu.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.huzhu.history.HistoryWriter;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;

/** Made-up members with cover under several plans and six years of events. */
final class Village {

    private static final String[] PLANS = {"暖互助", "住院医疗", "住院津贴", "女工特疾", "重大疾病", "意外伤害"};
    private static final int NEW_YEAR = Day.of(LocalDate.of(2014, 1, 1));
    private static final int YEARS = 6;

    final Words words = new Words();
    private final SplittableRandom random;

    Village(long seed) {
        random = new SplittableRandom(seed);
        Arrays.stream(PLANS).forEach(words::number);
    }

    /** So many members, in full parts but the last. */
    List<Part> parts(int members) {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < members; from += Part.MEMBERS) {
            parts.add(part(Math.min(Part.MEMBERS, members - from)));
        }
        return parts;
    }

    /** Keeps the parts in a store. */
    void keep(List<Part> parts, Path folder) throws IOException {
        try (HistoryWriter out = new HistoryWriter(folder, words, "a test")) {
            for (int part = 0; part < parts.size(); part++) {
                out.write(part, parts.get(part));
            }
            out.finish();
        }
    }

    private Part part(int size) {
        FactBuilder facts = new FactBuilder(words, FactBuilder.ALL_PARTS);
        Members members = new Members();
        for (int member = 0; member < size; member++) {
            members.add(
                    words.number("代办处" + random.nextInt(5)),
                    random.nextBoolean() ? Sex.FEMALE : Sex.MALE,
                    NEW_YEAR - 365 * (18 + random.nextInt(45)));
            facts.member();
            terms(facts);
            for (int event = random.nextInt(6); event > 0; event--) {
                event(facts, NEW_YEAR + random.nextInt(YEARS * 365));
            }
        }
        return new Part(members, facts.build());
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

    private void event(FactBuilder facts, int day) {
        switch (random.nextInt(4)) {
            case 0 -> facts.visit(FactColumns.MEMBER, day, 0, bill(CostField.SELF_PAY_1));
            case 1 -> facts.accident(FactColumns.MEMBER, day, new FactBuilder.Harm(0, 0, Day.NONE, 9, 0, 0), 0);
            case 2 -> stay(facts, day, CostField.SELF_PAY_1);
            default -> stay(facts, day, CostField.SELF_PAID_AFTER_INSURANCE);
        }
    }

    private void stay(FactBuilder facts, int day, CostField field) {
        int discharged = day + 1 + random.nextInt(30);
        facts.stay(
                FactColumns.MEMBER,
                new FactBuilder.StayDays(day, discharged, Day.NONE, Day.NONE, discharged),
                2 + random.nextInt(2),
                random.nextInt(5) == 0 ? Cause.ACCIDENT : Cause.ILLNESS,
                Words.NONE,
                FactColumns.NO_EVENT,
                bill(field),
                0);
    }

    private long[] bill(CostField field) {
        long[] costs = new long[CostField.values().length];
        Arrays.fill(costs, Bills.UNKNOWN);
        costs[field.ordinal()] = random.nextInt(2_000_000);
        return costs;
    }
}
