package org.huzhu.bench.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.adjudication.Judge;
import org.huzhu.adjudication.Matches;
import org.huzhu.bench.replay.Answers.Group;
import org.huzhu.bench.replay.Answers.Total;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.plan.Library;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;

/** Judges parts anew with {@link Judge}. */
final class OurReplay {

    private static final int FIRST_YEAR = 2000;
    private static final int YEARS = 64;
    private static final int COLUMNS = 3;

    private final List<FactColumns> parts;
    private final Words words;

    /** The facts, all parts but the last of {@link Part#MEMBERS} members. */
    OurReplay(List<FactColumns> parts, Words words) {
        this.parts = parts;
        this.words = words;
    }

    /** What the plans give under the library; compiles it first. */
    Answers judge(Library library, List<String> plans, int threads) {
        Rulebook rules = Rulebook.of(library, words);
        Set<Integer> places = places(rules, plans);
        return judge(threads, () -> {
            Judge judge = new Judge(rules, places);
            return new Tally(rules, judge, (_, facts, member) -> judge.judge(facts, member));
        });
    }

    /** What the plans give to the leading members of a part under the library. */
    static Answers judge(FactColumns part, int members, Words words, Library library, List<String> plans) {
        Rulebook rules = Rulebook.of(library, words);
        OurReplay replay = new OurReplay(List.of(part), words);
        Judge judge = new Judge(rules, replay.places(rules, plans));
        Tally tally = replay.new Tally(rules, judge, (_, facts, member) -> judge.judge(facts, member));
        tally.judge(0, members);
        Answers answers = Answers.none();
        tally.addTo(answers);
        return answers;
    }

    private Set<Integer> places(Rulebook rules, List<String> plans) {
        return rules.plans().stream()
                .filter(plan -> plans.contains(plan.name()))
                .map(PlanRules::place)
                .collect(Collectors.toSet());
    }

    /** What the clauses of the plan must answer for under the library, part by part. */
    List<Matches> match(Library library, String plan, int threads) {
        Rulebook rules = Rulebook.of(library, words);
        int place = rules.place(words.find(plan));
        Matches[] matches = new Matches[parts.size()];
        Workers.runEach(threads, matches.length, () -> {
            Judge judge = new Judge(rules);
            return part -> matches[part] = judge.match(parts.get(part), place);
        });
        return List.of(matches);
    }

    /** As {@link #judge(Library, List, int)} of the one plan; what it must answer for is known. */
    Answers price(Library library, String plan, List<Matches> matches, int threads) {
        Rulebook rules = Rulebook.of(library, words);
        int place = rules.place(words.find(plan));
        return judge(threads, () -> {
            Judge judge = new Judge(rules);
            return new Tally(
                    rules, judge, (part, facts, member) -> judge.judge(facts, member, place, matches.get(part)));
        });
    }

    private Answers judge(int threads, Supplier<Tally> worker) {
        List<Tally> tallies = new ArrayList<>();
        Workers.runEach(threads, parts.size(), () -> {
            tallies.add(worker.get());
            return tallies.getLast();
        });
        Answers answers = Answers.none();
        tallies.forEach(tally -> tally.addTo(answers));
        return answers;
    }

    /** One way to judge a member. */
    @FunctionalInterface
    private interface Way {
        void judge(int part, FactColumns facts, int member);
    }

    /** One thread's judge, and what it found. */
    private final class Tally implements IntConsumer {

        private final Rulebook rules;
        private final Judge judge;
        private final Way way;
        private final long[][] byClause;

        Tally(Rulebook rules, Judge judge, Way way) {
            this.rules = rules;
            this.judge = judge;
            this.way = way;
            byClause = new long[rules.plans().size() * Long.SIZE][];
        }

        @Override
        public void accept(int number) {
            judge(number, parts.get(number).members());
        }

        private void judge(int number, int members) {
            FactColumns facts = parts.get(number);
            for (int member = 0; member < members; member++) {
                way.judge(number, facts, member);
                for (int award = 0; award < judge.awards(); award++) {
                    if (judge.amountFen(award) > 0) {
                        add(facts, number, member, award);
                    }
                }
            }
        }

        private void add(FactColumns facts, int number, int member, int award) {
            ClauseRules clause = judge.clause(award);
            int key = clause.plan() * Long.SIZE + Long.numberOfTrailingZeros(clause.bit());
            long[] sums = byClause[key];
            if (sums == null) {
                sums = new long[YEARS * COLUMNS];
                byClause[key] = sums;
            }
            long fen = judge.amountFen(award);
            int event = clause.isYearly() ? 0 : judge.firstEvent(award) - facts.eventsFrom(member);
            int at = (judge.year(award) - FIRST_YEAR) * COLUMNS;
            sums[at]++;
            sums[at + 1] += fen;
            sums[at + 2] += Answers.mark(number * Part.MEMBERS + member, event, fen);
        }

        private void addTo(Answers answers) {
            for (PlanRules plan : rules.plans()) {
                plan.bits().forEach((word, bit) -> {
                    long[] sums = byClause[plan.place() * Long.SIZE + Long.numberOfTrailingZeros(bit)];
                    for (int year = 0; sums != null && year < YEARS; year++) {
                        int at = year * COLUMNS;
                        answers.add(
                                new Group(plan.name(), rules.words().word(word), FIRST_YEAR + year),
                                new Total(sums[at], sums[at + 1], sums[at + 2]));
                    }
                });
            }
        }
    }

    /** The sum of the columns that judging reads: what going through the memory alone takes. */
    long sumOfColumns(int threads) {
        long[] sums = new long[threads * Long.SIZE];
        var next = IntStream.range(0, threads).iterator();
        Workers.runEach(threads, parts.size(), () -> {
            int slot = next.nextInt() * Long.SIZE;
            return part -> sums[slot] += Reading.sum(parts.get(part));
        });
        return Arrays.stream(sums).sum();
    }
}
