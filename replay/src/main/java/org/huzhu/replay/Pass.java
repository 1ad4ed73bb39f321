package org.huzhu.replay;

import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.huzhu.adjudication.Judge;
import org.huzhu.adjudication.Matches;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Members;
import org.huzhu.columns.Part;
import org.huzhu.columns.Terms;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.Rulebook;
import org.jspecify.annotations.Nullable;

/** One worker that judges part after part under one library, and counts what is given. */
final class Pass implements IntConsumer {

    /**
     * What all workers of a pass share.
     *
     * @param plan the place of the plan that is changed, or {@link Rulebook#NO_PLAN}
     * @param plans the places of all plans that are judged
     * @param matches what the clauses must answer for, null where that is to be found out
     * @param published what a unit of cover costs now, null where the plan is new
     * @param prices what it costs under these rules, null where they do not know the plan
     */
    record Course(
            Question question,
            Rulebook rules,
            int plan,
            Set<Integer> plans,
            Axes axes,
            ClauseNumbers clauses,
            @Nullable PartMatches matches,
            @Nullable Prices published,
            @Nullable Prices prices) {}

    private final Course course;
    private final List<Part> parts;
    private final Holders holders;
    private final Outcome outcome;
    private final LongConsumer progress;
    private final Judge judge;
    private final Tally tally;

    /** A worker that has judged nothing; {@code progress} hears of members by the hundred. */
    Pass(Course course, List<Part> parts, Holders holders, Outcome outcome, LongConsumer progress) {
        this.course = course;
        this.parts = parts;
        this.holders = holders;
        this.outcome = outcome;
        this.progress = progress;
        judge = new Judge(course.rules(), course.plans());
        tally = new Tally(course.question().groupings(), course.axes());
    }

    Tally tally() {
        return tally;
    }

    @Override
    public void accept(int number) {
        Part part = parts.get(number);
        long[] sums = outcome.sums(number);
        int offset = holders.offset(number);
        int[] members = holders.of(number);
        Matches matches = course.matches() == null ? null : course.matches().of(number);
        for (int member : members) {
            if (matches == null) {
                judge.judge(part.facts(), member);
            } else {
                judge.judge(part.facts(), member, course.plan(), matches);
            }
            sums[member] = count(part, member, offset + member + 1);
        }
        progress.accept(members.length);
    }

    /** Counts what the member was judged to have, and answers with the sum. */
    private long count(Part part, int member, int serial) {
        tally.addHolder();
        terms(part.facts(), member);
        long sum = 0;
        for (int award = 0; award < judge.awards(); award++) {
            long fen = judge.amountFen(award);
            if (fen > 0 && course.question().asks(judge.year(award))) {
                sum += fen;
                count(part, member, serial, award);
            }
        }
        return sum;
    }

    private void count(Part part, int member, int serial, int award) {
        Axes axes = course.axes();
        Members members = part.members();
        ClauseRules clause = judge.clause(award);
        long fen = judge.amountFen(award);
        int year = axes.year(judge.year(award));
        int agency = axes.agency(members.agency(member));
        int sex = Axes.sex(members.sex(member));
        int age = Axes.age(members.bornOn(member), part.facts().day(judge.firstEvent(award)));
        int of = course.clauses().of(clause);
        List<CrossTable> tables = tally.tables();
        for (int i = 0; i < tables.size(); i++) {
            CrossTable table = tables.get(i);
            int cell = of * table.stride(Dimension.PLAN)
                    + year * table.stride(Dimension.YEAR)
                    + agency * table.stride(Dimension.AGENCY)
                    + sex * table.stride(Dimension.SEX)
                    + age * table.stride(Dimension.AGE);
            table.add(cell, serial, fen);
        }
        tally.add(serial, fen, clause.plan() == course.plan());
    }

    private void terms(FactColumns facts, int member) {
        Terms terms = facts.terms();
        for (int term = facts.termsFrom(member); term < facts.termsTo(member); term++) {
            if (terms.plan(term) == holders.plan() && course.question().asks(Day.year(terms.from(term)))) {
                tally.addTerm(terms.units(term), contribution(terms, term));
            }
        }
    }

    /** What was taken, and what the rules ask more or less than those that hold now. */
    private long contribution(Terms terms, int term) {
        long taken = terms.contributionFen(term);
        long asked = course.prices() == null ? Prices.UNKNOWN : course.prices().perUnit(terms, term);
        long askedNow =
                course.published() == null ? Prices.UNKNOWN : course.published().perUnit(terms, term);
        if (taken == Terms.UNKNOWN) {
            return asked == Prices.UNKNOWN ? Prices.UNKNOWN : asked * terms.units(term);
        }
        boolean isPriced = asked != Prices.UNKNOWN && askedNow != Prices.UNKNOWN;
        return isPriced ? taken + (asked - askedNow) * terms.units(term) : taken;
    }
}
