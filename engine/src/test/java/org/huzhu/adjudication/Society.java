package org.huzhu.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Person;
import org.huzhu.facts.Event.Stay;
import org.huzhu.facts.Event.Visit;
import org.huzhu.facts.Payment;
import org.huzhu.facts.Term;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Applicability;
import org.huzhu.plan.Basis;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Cap;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Clause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Dictionary;
import org.huzhu.plan.Dictionary.DiseaseClass;
import org.huzhu.plan.Dictionary.DiseaseList;
import org.huzhu.plan.Enrolment;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Exclusion;
import org.huzhu.plan.Insured;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.PlanId;
import org.huzhu.plan.Relation;
import org.huzhu.plan.Stacking;
import org.huzhu.plan.TermLength;
import org.huzhu.plan.Waiting;

/** A small society for tests: plans made of a few clauses, and the facts of one member. */
final class Society {

    static final Basis ILLUSTRATIVE = new Basis(List.of(), true);
    static final LocalDate START = LocalDate.of(2020, 1, 1);

    /** Cancers of the lung and the stomach are malignant tumours; leukaemia was a class of its own once. */
    static final Dictionary DICTIONARY = Dictionary.of(
            List.of(
                    disease("恶性肿瘤", true),
                    disease("白血病", true, "恶性肿瘤"),
                    disease("肺癌", true, "恶性肿瘤"),
                    disease("胃癌", true, "恶性肿瘤"),
                    disease("心梗", false),
                    disease("原位癌", false),
                    disease("高原病", false)),
            List.of(
                    new DiseaseList("旧", List.of("白血病", "心梗"), ILLUSTRATIVE),
                    new DiseaseList("新", List.of("恶性肿瘤", "心梗"), ILLUSTRATIVE),
                    new DiseaseList("轻", List.of("原位癌"), ILLUSTRATIVE),
                    new DiseaseList("高原", List.of("高原病"), ILLUSTRATIVE)));

    private static DiseaseClass disease(String name, boolean malignant, String... mergedInto) {
        return new DiseaseClass(name, List.of(), malignant, Set.of(mergedInto), Set.of(), Optional.empty());
    }

    private Society() {}

    /** A plan in the making; what a test does not set is plain. */
    static final class Draftsman {
        private final String name;
        private final List<Clause> clauses = new ArrayList<>();
        private final List<Cap> caps = new ArrayList<>();
        private final List<Relation> relations = new ArrayList<>();
        private final List<Exclusion> exclusions = new ArrayList<>();
        private Optional<Waiting> waiting = Optional.empty();
        private Applicability applicability = new Applicability(
                LocalDate.of(2000, 1, 1), Applicability.By.TERM_START, Applicability.Reach.NEW_AND_RENEWED);
        private String version = "1";
        private int unitsMax = 9;

        Draftsman(String name) {
            this.name = name;
        }

        Draftsman clause(String number, EventDay day, Benefit benefit) {
            return clause(number, Insured.MEMBER, day, benefit);
        }

        Draftsman clause(String number, Insured insured, EventDay day, Benefit benefit) {
            clauses.add(new Clause(number, number, number, insured, day, benefit, ILLUSTRATIVE));
            return this;
        }

        Draftsman cap(Cap cap) {
            caps.add(cap);
            return this;
        }

        Draftsman relation(Relation relation) {
            relations.add(relation);
            return this;
        }

        Draftsman exclusion(Exclusion exclusion) {
            exclusions.add(exclusion);
            return this;
        }

        Draftsman waiting(Waiting rule) {
            waiting = Optional.of(rule);
            return this;
        }

        Draftsman version(String number, Applicability when) {
            version = number;
            applicability = when;
            return this;
        }

        Draftsman unitsMax(int max) {
            unitsMax = max;
            return this;
        }

        Plan plan() {
            Enrolment enrolment = new Enrolment(
                    Enrolment.Funding.CONTRIBUTION,
                    Set.of(Sex.FEMALE, Sex.MALE),
                    List.of(new Enrolment.AgeRange(Optional.empty(), 16, 60)),
                    Enrolment.AgeDay.TERM_START,
                    Set.of(Enrolment.Category.IN_SERVICE),
                    List.of(),
                    new TermLength.Years(1),
                    new Enrolment.Units(unitsMax, false),
                    Optional.empty(),
                    List.of(),
                    Set.of(),
                    Enrolment.Refund.NONE,
                    Optional.empty(),
                    Set.of(),
                    ILLUSTRATIVE);
            return new Plan(
                    new PlanId(name, version),
                    name,
                    "北京",
                    List.of(),
                    applicability,
                    enrolment,
                    waiting,
                    exclusions,
                    clauses,
                    caps,
                    relations);
        }
    }

    static Library library(Plan... plans) {
        return new Library(DICTIONARY, Arrays.asList(plans), List.of(), List.of());
    }

    static Library library(Dictionary dictionary, List<Stacking> stackings, Plan... plans) {
        return new Library(dictionary, Arrays.asList(plans), List.of(), stackings);
    }

    static Term term(String plan, LocalDate from, LocalDate until) {
        return term(plan, from, until, 1);
    }

    static Term term(String plan, LocalDate from, LocalDate until, int units) {
        return new Term(plan, Optional.empty(), new DateSpan(from, until), units, Optional.empty(), Optional.empty());
    }

    /** One year from {@link #START}. */
    static Term year(String plan) {
        return term(plan, START, START.plusYears(1));
    }

    static Case facts(List<Term> terms, List<? extends Event> events) {
        return new Case(terms, List.copyOf(events), List.of());
    }

    static Case facts(List<Term> terms, List<? extends Event> events, List<Payment> payments) {
        return new Case(terms, List.copyOf(events), payments);
    }

    /** A stay for illness in a hospital of level 3, settled on the day of discharge. */
    static Stay stay(String id, LocalDate from, int days, Map<CostField, Money> costs) {
        LocalDate discharged = from.plusDays(days);
        return new Stay(
                id,
                Person.MEMBER,
                from,
                discharged,
                3,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(discharged),
                Optional.of(discharged),
                new Costs(costs),
                Set.of());
    }

    static Visit visit(String id, LocalDate on, Map<CostField, Money> costs) {
        return new Visit(id, Person.MEMBER, on, new Costs(costs), Set.of());
    }

    static Payment paid(String plan, String clause, LocalDate on, String event, Money amount) {
        return new Payment(
                plan,
                clause,
                on,
                Person.MEMBER,
                Optional.of(event).filter(id -> !id.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                amount,
                0);
    }

    static Determination judge(Library library, List<Term> terms, Event... events) {
        return Adjudicator.determine(library, facts(terms, Arrays.asList(events)));
    }

    static Determination judge(Library library, List<Term> terms, List<Payment> payments, Event... events) {
        return Adjudicator.determine(library, facts(terms, Arrays.asList(events), payments));
    }

    /** What the clause gives in all. */
    static Money given(Determination found, String clause) {
        return Money.sum(found.lines().stream()
                .filter(line -> line.clause().number().equals(clause))
                .map(Determination.Line::entitled)
                .toList());
    }

    /** What the clause gives for the event. */
    static Money given(Determination found, String clause, String event) {
        return Money.sum(found.lines().stream()
                .filter(line -> line.clause().number().equals(clause))
                .filter(line -> line.events().contains(event))
                .map(Determination.Line::entitled)
                .toList());
    }

    /** Why the event is not paid, in the order of the denials. */
    static List<Reason> reasons(Determination found, String event) {
        return found.denials().stream()
                .filter(denial -> denial.event().equals(event))
                .map(Determination.Denial::reason)
                .toList();
    }

    static Money yuan(long yuan) {
        return Money.ofYuan(yuan);
    }
}
