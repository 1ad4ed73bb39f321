package org.huzhu.command.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
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

/** A small store of made-up stays under one plan, for tests. */
public final class PastTown {

    private static final int MEMBERS = 300;
    private static final int YEARS = 4;
    private static final int NEW_YEAR = Day.of(LocalDate.of(2015, 1, 1));

    private PastTown() {}

    /** Writes the store: {@value #MEMBERS} members who hold 住院津贴 from 2015 to 2018, with stays by illness. */
    public static void write(Path folder) throws IOException {
        Words words = new Words();
        SplittableRandom random = new SplittableRandom(11);
        FactBuilder facts = new FactBuilder(words, FactBuilder.ALL_PARTS);
        Members people = new Members();
        for (int member = 0; member < MEMBERS; member++) {
            people.add(
                    words.number(member % 3 == 0 ? "东城区" : "<西城&区>"),
                    member % 2 == 0 ? Sex.FEMALE : Sex.MALE,
                    NEW_YEAR - 365 * (20 + random.nextInt(40)));
            facts.member();
            terms(facts, words.number("住院津贴"));
            for (int stay = random.nextInt(4); stay > 0; stay--) {
                stay(facts, NEW_YEAR + 60 + random.nextInt(YEARS * 365 - 120), 1 + random.nextInt(20));
            }
        }
        try (HistoryWriter writer = new HistoryWriter(folder, words, "测试")) {
            writer.write(0, new Part(people, facts.build()));
            writer.finish();
        }
    }

    private static void terms(FactBuilder facts, int plan) {
        for (int year = 0; year < YEARS; year++) {
            int from = Day.of(LocalDate.of(2015 + year, 1, 1));
            int until = Day.of(LocalDate.of(2016 + year, 1, 1));
            facts.term(plan, Words.NONE, from, until, 1, Words.NONE, Terms.UNKNOWN);
        }
    }

    private static void stay(FactBuilder facts, int day, int days) {
        long[] costs = new long[CostField.values().length];
        Arrays.fill(costs, Bills.UNKNOWN);
        facts.stay(
                FactColumns.MEMBER,
                new FactBuilder.StayDays(day, day + days, Day.NONE, Day.NONE, day + days),
                3,
                Cause.ILLNESS,
                Words.NONE,
                FactColumns.NO_EVENT,
                costs,
                0);
    }
}
