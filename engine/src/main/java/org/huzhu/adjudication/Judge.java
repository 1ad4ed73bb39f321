package org.huzhu.adjudication;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Terms;
import org.huzhu.columns.Words;
import org.huzhu.facts.Event.Person;
import org.huzhu.kernel.Require;
import org.huzhu.plan.Insured;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;
import org.huzhu.rules.VersionRules;

/**
 * Works out what plans give, member by member, in columns: the one evaluator behind {@link Adjudicator} and all bulk
 * runs.
 *
 * <p>After {@link #judge} the awards of the member are here to be read, in no order that means anything: what each
 * clause gives for an event, for stays that hang together, or for a year. All that is entitled is worked out anew from
 * all facts. Not for several threads: each has its own judge over the same {@link Rulebook}.
 */
public final class Judge {

    private final Bench bench;
    private final boolean[] isJudged;
    private final Matching matching;
    private final Drafting drafting;
    private final Relations relations;
    private final Across across;

    /** A judge of all plans of the rulebook. */
    public Judge(Rulebook rules) {
        this(rules, rules.words(), Trace.off());
    }

    Judge(Rulebook rules, Words words, Trace trace) {
        bench = new Bench(rules, words, trace);
        Zones zones = new Zones(bench);
        isJudged = new boolean[rules.plans().size()];
        Arrays.fill(isJudged, true);
        matching = new Matching(bench, zones);
        drafting = new Drafting(bench, zones);
        relations = new Relations(bench);
        across = new Across(bench);
    }

    /**
     * A judge of these plans alone, by their places in the rulebook. What they give is right where no other plan bears
     * on them; see {@link Rulebook#bearingOn}.
     */
    public Judge(Rulebook rules, Set<Integer> plans) {
        this(rules);
        for (int place = 0; place < isJudged.length; place++) {
            isJudged[place] = plans.contains(place);
        }
    }

    /** Judges all events of the member under all plans that he holds. */
    public void judge(FactColumns facts, int member) {
        bench.take(facts, member);
        Terms terms = facts.terms();
        int end = facts.termsTo(member);
        for (int from = facts.termsFrom(member), to = from; from < end; from = to) {
            to = from + 1;
            while (to < end && terms.plan(to) == terms.plan(from)) {
                to++;
            }
            int place = bench.rules.place(terms.plan(from));
            if (place != Rulebook.NO_PLAN && isJudged[place]) {
                judge(bench.rules.plans().get(place), from, to);
            }
        }
        across.settle();
    }

    /**
     * Finds which events the clauses of a plan must answer for, for all members of the facts.
     *
     * @param plan the place of the plan in the rulebook; one whose covers fill no gaps
     */
    public Matches match(FactColumns facts, int plan) {
        PlanRules rules = bench.rules.plans().get(plan);
        Require.that(!rules.coversGaps(), "The plan %s covers gaps, so its covers cannot be left out", rules.name());
        Matches matches = new Matches(facts);
        for (int member = 0; member < facts.members(); member++) {
            bench.take(facts, member);
            bench.claims.clear(rules.clauses());
            int from = facts.termsFrom(member);
            while (from < facts.termsTo(member) && facts.terms().plan(from) != rules.word()) {
                from++;
            }
            int to = from;
            while (to < facts.termsTo(member) && facts.terms().plan(to) == rules.word()) {
                to++;
            }
            if (from < to) {
                match(rules, from, to);
            }
            matches.keep(member, from, bench.claims);
        }
        matches.finish();
        return matches;
    }

    /**
     * Judges the member under one plan, of which it is known what must be answered for. Right where no other plan bears
     * on it; as {@link #judge(FactColumns, int)} with a judge of that plan alone, in less time.
     */
    public void judge(FactColumns facts, int member, int plan, Matches matches) {
        bench.take(facts, member);
        if (!matches.hasAny(member)) {
            return;
        }
        bench.plan = bench.rules.plans().get(plan);
        bench.covers.takeBare(facts, matches.firstTerm(member));
        matches.lay(member, bench.plan, bench.claims);
        draft();
        across.settle();
    }

    private void judge(PlanRules plan, int termsFrom, int termsTo) {
        match(plan, termsFrom, termsTo);
        draft();
    }

    private void match(PlanRules plan, int termsFrom, int termsTo) {
        bench.plan = plan;
        bench.covers.find(bench.facts, bench.member, plan, termsFrom, termsTo);
        matching.match();
    }

    private void draft() {
        int from = bench.drafts.size();
        drafting.draft();
        relations.bind(from);
    }

    /** How many awards the member has; most that would give nothing are left out. */
    public int awards() {
        return bench.drafts.size();
    }

    /** The clause that gives. */
    public ClauseRules clause(int award) {
        return bench.drafts.clause(award);
    }

    /** The version of the plan that the clause stands in. */
    public VersionRules version(int award) {
        ClauseRules clause = bench.drafts.clause(award);
        return bench.rules.plans().get(clause.plan()).versions().get(clause.version());
    }

    /** What the clause gives, in fen. */
    public long amountFen(int award) {
        return bench.drafts.amountFen(award);
    }

    /** The calendar year of the day that counts. */
    public int year(int award) {
        return bench.drafts.year(award);
    }

    /** The coverage period that pays. */
    public int term(int award) {
        return bench.drafts.term(award);
    }

    /** The first of the events that are paid for. */
    public int firstEvent(int award) {
        return bench.drafts.firstEvent(award);
    }

    /**
     * What the judge finds for one member, with its working.
     *
     * @param names the ids of events; in the order of events, within the member
     */
    public static Determination explain(Rulebook rules, FactColumns facts, int member, IntFunction<String> names) {
        return explain(rules, facts, member, new Names(rules.words(), names, Names::person));
    }

    static Determination explain(Rulebook rules, FactColumns facts, int member, Names names) {
        Trace trace = Trace.on(names.events());
        Judge judge = new Judge(rules, names.words(), trace);
        judge.judge(facts, member);
        List<Determination.Line> lines = new Accounts(judge.bench, names).lines();
        List<String> events = IntStream.range(facts.eventsFrom(member), facts.eventsTo(member))
                .mapToObj(names.events())
                .toList();
        return Adjudicator.determination(lines, trace.denials(), events);
    }

    /** What words, events and persons, which are numbers in the columns, are called in a determination. */
    record Names(Words words, IntFunction<String> events, IntFunction<Person> persons) {

        /** A person by the number alone; the member himself has no name. */
        static Person person(int number) {
            Insured insured = FactColumns.insured(number);
            return number == FactColumns.MEMBER ? Person.MEMBER : new Person(insured, String.valueOf(number));
        }
    }
}
