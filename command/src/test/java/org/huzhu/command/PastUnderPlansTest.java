package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.adjudication.Judge;
import org.huzhu.city.Agencies;
import org.huzhu.city.past.Past;
import org.huzhu.city.past.PastOrder;
import org.huzhu.columns.Day;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Part;
import org.huzhu.columns.Terms;
import org.huzhu.columns.Words;
import org.huzhu.kernel.DateSpan;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.plan.IcdRange;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.rules.Admission;
import org.huzhu.rules.Admission.Applicant;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.Rulebook;
import org.junit.jupiter.api.Test;

/** The city makes histories without seeing the plans; here both are held against each other. */
class PastUnderPlansTest {

    private static final int PARTS = 3;
    private static final int FIRST = 2015;
    private static final int LAST = 2024;
    private static final String SECONDARY = "暖互助";

    private static final Library LIBRARY = new PlanFiles(Shell.PLANS).read().library();
    private static final Past PAST = Past.of(PastOrder.usual(PARTS * Part.MEMBERS, 7, FIRST, LAST));
    private static final List<Part> MADE =
            IntStream.range(0, PARTS).parallel().mapToObj(PAST::part).toList();
    private static final Words WORDS = PAST.words();
    private static final Rulebook RULES = Rulebook.of(LIBRARY, WORDS);

    @Test
    void the_plans_know_every_word_of_a_history() {
        Set<String> known = new HashSet<>(Agencies.all());
        known.addAll(LIBRARY.dictionary().classes().keySet());
        for (Plan plan : LIBRARY.plans()) {
            known.add(plan.id().plan());
            plan.enrolment().contributions().forEach(row -> row.tier().ifPresent(known::add));
        }

        for (int number = 1; number < WORDS.end(); number++) {
            String word = WORDS.word(number);
            assertThat(known.contains(word) || IcdRange.isCode(word)).as(word).isTrue();
        }
    }

    @Test
    void every_plan_admits_whom_a_history_lets_enrol_for_the_span_and_contribution_that_it_says() {
        Part early = Past.of(PastOrder.usual(20_000, 3, 2012, 2017)).part(0);
        for (Part part : List.of(MADE.getFirst(), early)) {
            Terms terms = part.facts().terms();
            for (int member = 0; member < part.members().size(); member++) {
                int end = part.facts().termsTo(member);
                for (int term = part.facts().termsFrom(member); term < end; term++) {
                    assertThat(admission(part, member, term))
                            .as("member %d, term %d of %s", member, term, WORDS.word(terms.plan(term)))
                            .isEqualTo(terms.contributionFen(term));
                }
            }
        }
    }

    /** The contribution, or less than nothing where the plan does not admit, or not for that span. */
    private static long admission(Part part, int member, int term) {
        Terms terms = part.facts().terms();
        String name = WORDS.word(terms.plan(term));
        LocalDate start = Day.date(terms.from(term));
        Plan plan = LIBRARY.governing(name, start, start).orElseThrow();
        DateSpan span = plan.enrolment().term().from(start);
        boolean isWhole = Day.of(span.until()) == terms.until(term);
        if (!isWhole && !(name.equals(SECONDARY) && terms.until(term) < Day.of(span.until()))) {
            return -2;
        }
        boolean isChild = plan.enrolment().categories().equals(Set.of(Category.CHILD));
        LocalDate born = isChild ? start.minusYears(5) : Day.date(part.members().bornOn(member));
        return plan.enrolment().categories().stream()
                .flatMap(category -> Arrays.stream(Occupation.values())
                        .map(occupation -> new Applicant(
                                part.members().sex(member),
                                born,
                                category,
                                occupation,
                                Optional.of(WORDS.word(terms.tier(term))).filter(tier -> !tier.isEmpty()),
                                terms.units(term),
                                start)))
                .map(applicant -> Admission.of(plan.enrolment(), applicant))
                .mapToLong(it -> it instanceof Admission.Admitted(var contribution) ? contribution.fen() : -1)
                .filter(fen -> fen == terms.contributionFen(term))
                .findFirst()
                .orElse(-1);
    }

    @Test
    void every_plan_pays_and_all_but_a_few_of_its_clauses() {
        Map<String, Integer> paid = new TreeMap<>();
        Judge judge = new Judge(RULES);
        for (Part part : MADE) {
            for (int member = 0; member < part.members().size(); member++) {
                judge.judge(part.facts(), member);
                for (int award = 0; award < judge.awards(); award++) {
                    if (judge.amountFen(award) > 0) {
                        paid.merge(name(judge.clause(award)), 1, Integer::sum);
                    }
                }
            }
        }
        Set<String> held = held();
        Set<String> payable = RULES.plans().stream()
                .filter(plan -> held.contains(plan.name()))
                .flatMap(plan -> plan.versions().stream())
                .filter(version -> version.from() >= Day.of(LocalDate.of(2011, 1, 1)))
                .flatMap(version -> version.clauses().stream())
                .map(PastUnderPlansTest::name)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> paying =
                paid.keySet().stream().map(name -> name.split(" ", -1)[0]).collect(Collectors.toSet());
        assertThat(paying).isEqualTo(held);
        assertThat(held).hasSize(13);
        payable.removeAll(paid.keySet());
        assertThat(payable).as("clauses that pay nobody").hasSizeLessThan(5);
    }

    private static Set<String> held() {
        Set<String> held = new TreeSet<>();
        Terms terms = MADE.getFirst().facts().terms();
        for (int term = 0; term < MADE.getFirst().facts().termsTo(Part.MEMBERS - 1); term++) {
            held.add(WORDS.word(terms.plan(term)));
        }
        return held;
    }

    private static String name(ClauseRules clause) {
        return RULES.plans().get(clause.plan()).name() + " " + RULES.words().word(clause.number());
    }

    @Test
    void a_tenth_to_an_eighth_of_the_holders_are_paid_in_a_year() {
        long holders = 0;
        long paid = 0;
        Judge judge = new Judge(RULES, Set.of(RULES.place(WORDS.find(SECONDARY))));
        for (Part part : MADE) {
            for (int member = 0; member < part.members().size(); member++) {
                holders += terms(part.facts(), member);
                judge.judge(part.facts(), member);
                Set<Integer> years = new HashSet<>();
                for (int award = 0; award < judge.awards(); award++) {
                    if (judge.amountFen(award) > 0) {
                        years.add(judge.year(award));
                    }
                }
                paid += years.size();
            }
        }
        assertThat((double) paid / holders).isBetween(0.10, 0.12);
    }

    private static int terms(FactColumns facts, int member) {
        int secondary = WORDS.find(SECONDARY);
        return (int) IntStream.range(facts.termsFrom(member), facts.termsTo(member))
                .filter(term -> facts.terms().plan(term) == secondary)
                .count();
    }

    @Test
    void a_payment_of_a_quarter_is_107_to_135_yuan_on_average() {
        Judge judge = new Judge(RULES, Set.of(RULES.place(WORDS.find(SECONDARY))));
        FactColumns facts = MADE.getFirst().facts();
        long[] before = new long[facts.members()];
        long payments = 0;
        long fen = 0;
        for (int month = 4; month <= 13; month += 3) {
            FactColumns known = settledIn2020(facts, LocalDate.of(2020, 1, 1).plusMonths(month - 1));
            for (int member = 0; member < known.members(); member++) {
                judge.judge(known, member);
                long entitled = 0;
                for (int award = 0; award < judge.awards(); award++) {
                    entitled += judge.clause(award).clause().number().equals("第六条") ? judge.amountFen(award) : 0;
                }
                payments += entitled > before[member] ? 1 : 0;
                fen += entitled - before[member];
                before[member] = entitled;
            }
        }
        assertThat(fen / 100.0 / payments).isBetween(107.0, 135.0);
    }

    /** The cover, visits and stays of the year as they were known on the day before {@code until}. */
    private static FactColumns settledIn2020(FactColumns facts, LocalDate until) {
        FactBuilder known = new FactBuilder(WORDS, FactBuilder.ALL_PARTS);
        int secondary = WORDS.find(SECONDARY);
        for (int member = 0; member < facts.members(); member++) {
            known.member();
            known.term(
                    secondary,
                    Words.NONE,
                    Day.of(LocalDate.of(2020, 1, 1)),
                    Day.of(LocalDate.of(2021, 1, 1)),
                    1,
                    Words.NONE,
                    0);
            for (int event = facts.eventsFrom(member); event < facts.eventsTo(member); event++) {
                int settled = settled(facts, event);
                if (settled >= Day.of(LocalDate.of(2020, 1, 1)) && settled < Day.of(until)) {
                    copy(facts, event, known);
                }
            }
        }
        return known.build();
    }

    private static int settled(FactColumns facts, int event) {
        return switch (facts.kind(event)) {
            case VISIT -> facts.day(event);
            case STAY -> facts.stays().settledOn(facts.row(event));
            case DIAGNOSIS, ACCIDENT, DEATH, LOSS, MATURITY -> Day.NONE;
        };
    }

    private static void copy(FactColumns facts, int event, FactBuilder to) {
        long[] costs = Arrays.stream(CostField.values())
                .mapToLong(field -> facts.bills().fen(field, facts.bill(event)))
                .toArray();
        if (facts.kind(event) == EventKind.VISIT) {
            to.visit(facts.person(event), facts.day(event), facts.circumstances(event), costs);
        } else {
            int row = facts.row(event);
            to.stay(
                    facts.person(event),
                    new FactBuilder.StayDays(
                            facts.day(event),
                            facts.stays().dischargedOn(row),
                            Day.NONE,
                            Day.NONE,
                            facts.stays().settledOn(row)),
                    facts.stays().hospitalLevel(row),
                    facts.stays().cause(row),
                    facts.stays().icd(row),
                    FactColumns.NO_EVENT,
                    costs,
                    facts.circumstances(event));
        }
    }
}
