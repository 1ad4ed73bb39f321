package org.huzhu.replay;

import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.kernel.Sex;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;
import org.huzhu.rules.VersionRules;

/**
 * The values along each {@link Dimension}, as numbers from 0. They stay what they are while rules change; clauses that
 * a draft brings are added at the end.
 */
final class Axes {

    private static final int NONE = -1;
    private static final int BAND_YEARS = 10;
    private static final int FIRST_BAND = 1;
    private static final int LAST_BAND = 7;
    private static final int DAYS_PER_400_YEARS = 146_097;
    private static final int NEAR_DAYS = 3;

    /** Awards may count for another year than their event: for the settlement of a stay, say. */
    private static final int YEARS_ROUND = 3;

    private final int firstYear;
    private final int years;
    private final int[] agencies;
    private final List<String> agencyNames = new ArrayList<>();
    private final Map<String, Integer> clauses = new LinkedHashMap<>();
    private final List<String> clauseNames = new ArrayList<>();

    Axes(List<Part> parts, Words words) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        boolean[] isAgency = new boolean[words.end()];
        for (Part part : parts) {
            FactColumns facts = part.facts();
            for (int event = 0; event < facts.events(); event++) {
                first = Math.min(first, facts.day(event));
                last = Math.max(last, facts.day(event));
            }
            for (int member = 0; member < part.members().size(); member++) {
                isAgency[part.members().agency(member)] = true;
            }
        }
        firstYear = first > last ? 0 : Day.year(first) - YEARS_ROUND;
        years = first > last ? 1 : Day.year(last) + YEARS_ROUND - firstYear + 1;
        agencies = new int[isAgency.length];
        Arrays.fill(agencies, NONE);
        for (int word = 0; word < isAgency.length; word++) {
            if (isAgency[word]) {
                agencies[word] = agencyNames.size();
                agencyNames.add(word == Words.NONE ? "（未注明）" : words.word(word));
            }
        }
    }

    int lastYear() {
        return firstYear + Math.max(0, years - 1 - YEARS_ROUND);
    }

    int year(int year) {
        return Math.max(0, Math.min(years - 1, year - firstYear));
    }

    int agency(int word) {
        return agencies[word];
    }

    static int sex(Sex sex) {
        return sex.ordinal();
    }

    /** The band of the full years of age on the day. */
    static int age(int bornOn, int day) {
        long scaled = ((long) day - bornOn) * 400;
        int age = (int) Math.floorDiv(scaled, DAYS_PER_400_YEARS);
        long daysOver = Math.floorMod(scaled, DAYS_PER_400_YEARS) / 400;
        if (daysOver < NEAR_DAYS || daysOver > DAYS_PER_400_YEARS / 400 - NEAR_DAYS) {
            // Near a birthday the calendar decides.
            age = Period.between(Day.date(bornOn), Day.date(day)).getYears();
        }
        return Math.max(FIRST_BAND, Math.min(LAST_BAND, age / BAND_YEARS)) - FIRST_BAND;
    }

    /** The numbers of the clauses of these plans. */
    ClauseNumbers clauses(Rulebook rules, Set<Integer> plans) {
        int[][][] numbers = new int[rules.plans().size()][][];
        for (int place : plans) {
            PlanRules plan = rules.plans().get(place);
            numbers[place] = new int[plan.versions().size()][];
            for (int version = 0; version < numbers[place].length; version++) {
                VersionRules of = plan.versions().get(version);
                numbers[place][version] = of.clauses().stream()
                        .mapToInt(clause -> clause(plan.name(), clause))
                        .toArray();
            }
        }
        return new ClauseNumbers(numbers);
    }

    private int clause(String plan, ClauseRules clause) {
        String name = plan + " " + clause.clause().number();
        return clauses.computeIfAbsent(name, unused -> {
            clauseNames.add(name + " " + clause.clause().title());
            return clauseNames.size() - 1;
        });
    }

    int size(Dimension dimension) {
        return switch (dimension) {
            case PLAN -> clauseNames.size();
            case YEAR -> years;
            case AGENCY -> agencyNames.size();
            case SEX -> Sex.values().length;
            case AGE -> LAST_BAND - FIRST_BAND + 1;
        };
    }

    /** What the value is called; years at the ends of the axis hold what lies beyond, too. */
    String label(Dimension dimension, int value) {
        return switch (dimension) {
            case PLAN -> clauseNames.get(value);
            case YEAR -> {
                String beyond = value == 0 ? "及以前" : value == years - 1 ? "及以后" : "";
                yield (firstYear + value) + beyond;
            }
            case AGENCY -> agencyNames.get(value);
            case SEX -> value == Sex.FEMALE.ordinal() ? "女" : "男";
            case AGE -> band(value + FIRST_BAND);
        };
    }

    private static String band(int band) {
        if (band == FIRST_BAND) {
            return "19岁以下";
        }
        int from = band * BAND_YEARS;
        return band == LAST_BAND ? from + "岁以上" : "%d–%d岁".formatted(from, from + BAND_YEARS - 1);
    }
}
